"""Is a decision one that this OnRecord could have made? A chain proves that nothing was changed in
it, not that its words make sense: anybody can make a chain.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta

from claims.exchange.lines import BadLine
from claims.judging import import_id, of_import
from claims.model import Judgement, JudgementKind, QuoteKind
from claims.model.judgements import DISMISSAL_REASONS, VERDICTS, is_name

_VERDICTS = VERDICTS | {
    JudgementKind.PASSAGE: ("record",),
    JudgementKind.NOTE: ("note",),
    JudgementKind.TAG: ("tag", "untag"),
    JudgementKind.WITHDRAWAL: ("withdraw", "restore"),
    JudgementKind.UNDO: ("undo",),
    JudgementKind.REDO: ("redo",),
}
_PAIRS = (JudgementKind.QUOTES, JudgementKind.SPEAKERS, JudgementKind.ATTACHMENT)

_ID = re.compile(r"[0-9a-f]{20}")

# A machine that takes local time for UTC is half a day ahead at most. A decision from
# further on would stay the latest on its subject whatever is decided after it.
_AHEAD = timedelta(days=1)


def check(made: Judgement) -> None:
    """Raise BadLine unless it is a decision as `Ledger` makes them."""
    if not is_name(made.by):
        raise BadLine("its reviewer has no name that can be printed")
    if made.at.utcoffset():
        raise BadLine("its time is not in UTC")
    if made.at > datetime.now(UTC) + _AHEAD:
        raise BadLine(f"it says that it was made in the future, at {made.at:%Y-%m-%d %H:%M} UTC")
    if len(made.subjects) != (2 if made.kind in _PAIRS else 1):
        raise BadLine("it is about too many values, or too few")
    if not all(_ID.fullmatch(subject) for subject in made.subjects):
        raise BadLine("what it is about has no id of a record")
    if made.kind in _VERDICTS and made.verdict not in _VERDICTS[made.kind]:
        raise BadLine(f"{made.verdict[:40]!r} is no verdict on {made.kind.value}")
    _check_value(made)
    if (moment := of_import(made)) and not _is_of(moment, made.subjects[0]):
        raise BadLine("it withdraws neither a document nor an import")
    if made.kind is JudgementKind.PASSAGE:
        _check_passage(made)


def _check_value(made: Judgement) -> None:
    if made.kind is JudgementKind.FINDING and made.value not in ("", *DISMISSAL_REASONS):
        raise BadLine(f"{made.value[:40]!r} is no reason to dismiss a finding")
    if made.kind is JudgementKind.SPEAKERS and made.value not in ("", *made.subjects):
        raise BadLine("what it takes out of a speaker is none of its subjects")
    if made.kind is JudgementKind.FIGURES and not made.value.strip():
        raise BadLine("it names no topic whose figures it is about")


def _is_of(moment: str, subject: str) -> bool:
    try:
        began = datetime.fromisoformat(moment)
    except ValueError:
        return False
    return began.tzinfo is not None and began.isoformat() == moment and import_id(moment) == subject


def _check_passage(made: Judgement) -> None:
    try:
        said = json.loads(made.value)
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict) or not made.shown.strip():
        raise BadLine("it records no passage")
    start, end, speaker, kind, quote = (
        said.get(name) for name in ("start", "end", "speaker", "kind", "quote")
    )
    if type(start) is not int or type(end) is not int or not 0 <= start < end:
        raise BadLine("the passage that it records has no place")
    if not isinstance(speaker, str) or kind not in [each.value for each in QuoteKind]:
        raise BadLine("the passage that it records has no speaker or kind")
    if not isinstance(quote, str) or not _ID.fullmatch(quote):
        raise BadLine("the passage that it records has no id")
