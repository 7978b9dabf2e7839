"""Which verdicts may be given on what: a finding, a quote, two quotes, two speakers, a changed decision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from claims.changed import changed
from claims.decisions import Decisions
from claims.errors import BadValue
from claims.model import Judgement, JudgementKind
from claims.model.judgements import DISMISSAL_REASONS, VERDICTS

if TYPE_CHECKING:
    from claims.store import Store

_KIND_OF_PAIR = {"quote": JudgementKind.QUOTES, "speaker": JudgementKind.SPEAKERS}


class Verdicts:
    """Verdicts of one reviewer on one record, not yet kept."""

    def __init__(self, store: Store, decisions: Decisions, by: str) -> None:
        self._store = store
        self._decisions = decisions
        self._by = by

    def of(
        self,
        subjects: Sequence[str],
        verdict: str,
        *,
        value: str = "",
        note: str = "",
        shown: str = "",
        settles: bool = False,
    ) -> Judgement:
        """A verdict that may be kept.

        Raises:
            UnknownId, AmbiguousId
            BadValue: the ids are not one thing to decide on, or the verdict or reason is none for it.
        """
        found = [self._store.resolve(subject) for subject in subjects]
        kind = self._kind(found)
        if kind is JudgementKind.UTTERANCE and verdict in VERDICTS[JudgementKind.PREFERRED]:
            kind = JudgementKind.PREFERRED
        if verdict not in VERDICTS[kind]:
            raise BadValue("verdict", verdict, f"say {', '.join(_said_of(kind))}")
        if value and verdict != "dismissed":
            raise BadValue("reason", value, "only a dismissal takes one")
        if value and value not in DISMISSAL_REASONS:
            raise BadValue("reason", value, f"say {', '.join(DISMISSAL_REASONS)}")
        ids = tuple(sorted({id_ for _, id_ in found}))
        if kind is JudgementKind.SPEAKERS and verdict == "same" and self._are_entries(ids):
            raise BadValue("pair", " ".join(subjects), "two entries of authority files are never one speaker")
        if len(ids) != len(subjects):
            raise BadValue("pair", " ".join(subjects), "a pair is of two different ids")
        now = datetime.now(UTC)
        return Judgement(kind, ids, verdict, self._by, now, value, note, shown, settles)

    def _are_entries(self, ids: Iterable[str]) -> bool:
        return {entry.subject for entry in self._store.entries()}.issuperset(ids)

    def _kind(self, found: Sequence[tuple[str, str]]) -> JudgementKind:
        if len(found) == 1 and found[0][0] == "judgement":
            if found[0][1] not in {each.id for each in changed(self._store, self._decisions)}:
                raise BadValue("changed decision", found[0][1], "its passage did not change")
            return JudgementKind.CHANGED
        if len(found) == 2 and self._decisions.are_attached(found[0][1], found[1][1]):
            return JudgementKind.ATTACHMENT
        return _kind(found)


def _kind(found: Sequence[tuple[str, str]]) -> JudgementKind:
    kinds = {kind for kind, _ in found}
    if len(found) == 1 and kinds == {"finding"}:
        return JudgementKind.FINDING
    if len(found) == 1 and kinds == {"quote"}:
        return JudgementKind.UTTERANCE
    if len(found) == 2 and len(kinds) == 1 and (pair := kinds.pop()) in _KIND_OF_PAIR:
        return _KIND_OF_PAIR[pair]
    wanted = " ".join(id_ for _, id_ in found)
    raise BadValue("subject", wanted, "decide one finding, one quote, two quotes or two speakers")


def _said_of(kind: JudgementKind) -> tuple[str, ...]:
    """What may be said; of one quote also that it is the version to show."""
    more = VERDICTS[JudgementKind.PREFERRED] if kind is JudgementKind.UTTERANCE else ()
    return (*VERDICTS[kind], *more)
