"""The words and signs a reporter reads, for every state the record knows.

A sign never stands for a state alone: the word is shown beside it or in the
preview, and both come from here.
"""

from __future__ import annotations

from claims import printed
from claims.judging import PURGE, of_import
from claims.model import (
    AnchorState,
    Finding,
    FindingKind,
    FindingStatus,
    Judgement,
    JudgementKind,
    Outcome,
    PartialDate,
    QuoteKind,
    Relation,
    SourceKind,
)
from claims.views import HistoryLine, Hit

# Two that are near differ in no more than this: in marks and case, or in words that carry little.
ONLY_MARKS = "same words but for marks"
SMALL_WORDS = "small words or spelling differ"

RELATIONS = {
    Relation.IDENTICAL: "same words",
    Relation.NEAR: "marks or small words differ",
    Relation.TRUNCATED: "shortened",
    Relation.ELIDED: "words left out",
    Relation.ALTERED: "words changed",
    Relation.CHANGED_FIGURE: "figure changed",
    Relation.NEGATED: "one says not",
    Relation.DIFFERENT: "different words",
}

KINDS = {
    FindingKind.CONFLICT: "does not fit",
    FindingKind.POSSIBLE_CONFLICT: "may not fit",
    FindingKind.UPDATE: "later figure",
    FindingKind.CORROBORATION: "fits",
    FindingKind.COMPATIBLE: "can both hold",
}

# Of a record whose documents other checks compared.
BEHIND = "Checked by other checks than are installed: onrecord rebuild compares all of it again."


def waiting_words(quotes: int) -> str:
    """What an answer does not look at yet; "" where nothing waits."""
    if not quotes:
        return ""
    wait = "quote waits" if quotes == 1 else "quotes wait"
    return f"{quotes:,} {wait} for figures and checks: onrecord rebuild, or the same import again, goes on."


# A page that took a quote out or changed its words says no later figure.
_UPDATES = {"versions": "page changed", "correction-note": "corrected"}

STATUS_SIGNS = {
    FindingStatus.OPEN: "?",
    FindingStatus.REAL: "!",
    FindingStatus.DISMISSED: "×",
    FindingStatus.UNSURE: "~",
    FindingStatus.DISPUTED: "≠",
}

STATUS_WORDS = {
    FindingStatus.OPEN: "to decide",
    FindingStatus.REAL: "real",
    FindingStatus.DISMISSED: "dismissed",
    FindingStatus.UNSURE: "maybe",
    FindingStatus.DISPUTED: "reviewers disagree",
}

NOT_RECORDED = "in the text, not recorded"

HIT_SIGNS = {
    "recorded": "·",
    "edited": "✎",
    "hidden": "×",
    "withdrawn": "†",
    NOT_RECORDED: "○",
}

SOURCE_KINDS = {
    SourceKind.OFFICE: "an office",
    SourceKind.AGENCY: "a wire agency",
    SourceKind.OUTLET: "an outlet",
    SourceKind.REPOST: "a repost",
    SourceKind.TRANSCRIPT: "a transcript",
    SourceKind.UNKNOWN: "",
}

QUOTED = {
    QuoteKind.DIRECT: "direct words",
    QuoteKind.MIXED: "paraphrase with direct words",
    QuoteKind.INDIRECT: printed.PARAPHRASE,
}

VERDICTS = {
    "same": "same",
    "different": "different",
    "unsure": "maybe",
    "real": "real",
    "dismissed": "dismissed",
    "apart": "not of this utterance",
    "together": "of its utterance again",
}

# Beside the word, in narrow lists.
_VERDICT_SIGNS = {"same": "=", "different": "≠", "real": "!", "dismissed": "×", "unsure": "~"}


def finding_words(finding: Finding) -> str:
    """What kind of finding it is: "does not fit", "later figure"."""
    update = _UPDATES.get(finding.check) if finding.kind is FindingKind.UPDATE else None
    return update or KINDS[finding.kind]


def beyond(finding: Finding) -> list[str]:
    """A line for what would explain the finding and one for what would settle it, where that is told."""
    told = (("It may be that", finding.explains), ("To settle it", finding.settles))
    return [f"{heading}: {'; '.join(clauses)}." for heading, clauses in told if clauses]


def date_words(date: PartialDate | None) -> str:
    return str(date) if date else printed.NO_DATE


def hit_sign(hit: Hit) -> str:
    return HIT_SIGNS.get(hit.status, "·")


def verdict_words(verdict: str) -> str:
    return VERDICTS.get(verdict, verdict)


# What a review goes through, by what is typed to choose it.
WHICH_WORDS = {
    "open": "what nobody has decided",
    "second": "what others decided, as a second reader",
    "blind": "second reader, blind: the others' decisions hidden until yours",
    "disputed": "disagreements: your decision settles each, in your name",
}


def verdict_sign(verdict: str) -> str:
    return _VERDICT_SIGNS.get(verdict, "·")


def others_words(outcome: Outcome, by: str) -> str:
    """What others decided of the same, as it is told to a reviewer who just decided; "" if nobody did."""
    others = [f"{one.by}: {verdict_words(one.verdict)}" for one in outcome.judgements if one.by != by]
    if not others:
        return ""
    return f"{'Reviewers disagree' if outcome.state == 'disputed' else 'As others'} ({'; '.join(others)})."


def outcome_words(outcome: Outcome) -> str:
    """ "dismissed (rounding), by I. Carrow": what was decided and who did."""
    if outcome.state == "disputed":
        sides = (f"{each.by}: {verdict_words(each.verdict)}" for each in outcome.judgements)
        return f"reviewers disagree ({'; '.join(sides)})"
    reasons = {each.value for each in outcome.judgements if each.value}
    reason = f" ({', '.join(sorted(reasons))})" if reasons else ""
    who = f"{'settled ' if outcome.state == 'settled' else ''}by {', '.join(outcome.by)}"
    return f"{verdict_words(outcome.verdict)}{reason}, {who}"


def turned_words(kind: JudgementKind, about: str, *, destroyed_since: bool) -> str:
    """What an undo or a redo did, as it is told once it is done.

    Args:
        about: the decision, in words.
        destroyed_since: an undo passed over a later decision that destroyed a document.
    """
    if kind is JudgementKind.REDO:
        return f"Done again: {about}"
    return f"Taken back: {about}{_STAYS_DESTROYED if destroyed_since else ''}"


_STAYS_DESTROYED = "; the document that was destroyed since then stays destroyed: that cannot be undone"


_ALWAYS = {
    JudgementKind.PASSAGE: "passage recorded",
    JudgementKind.PREFERRED: "version to show",
    JudgementKind.CHANGED: "changed passage: dismissed",
    JudgementKind.UNDO: "took a decision back",
    JudgementKind.REDO: "made a decision again",
}


def judgement_words(judgement: Judgement) -> str:
    """What was decided, in a few words, without its subject."""
    match judgement.kind:
        case JudgementKind.CORRECTION:
            return _correction_words(judgement)
        case JudgementKind.NOTE:
            return f"note: {judgement.note}"
        case JudgementKind.TAG:
            return f"tag {'taken off' if judgement.verdict == 'untag' else 'set'}: {judgement.value}"
        case JudgementKind.FIGURES:
            return f"{judgement.verdict} {_TO[judgement.verdict]} the figures of “{judgement.value}”"
        case JudgementKind.WITHDRAWAL:
            return _withdrawal_words(judgement)
        case JudgementKind.ATTACHMENT:
            return "carried on rightly" if judgement.verdict == "same" else "not to be carried on"
        case kind if kind in _ALWAYS:
            return _ALWAYS[kind]
        case _:
            reason = f" ({judgement.value})" if judgement.value else ""
            return verdict_words(judgement.verdict) + reason


_TO = {"added": "to", "dropped": "from"}


def _withdrawal_words(judgement: Judgement) -> str:
    if judgement.verdict != "withdraw":
        return "back on record"
    if of_import(judgement):
        return "import taken back"
    return "destroyed for good" if judgement.value == PURGE else "withdrawn"


def _correction_words(judgement: Judgement) -> str:
    if judgement.verdict in ("quote", "claim"):
        return f"no {judgement.verdict}" if judgement.value == "no" else f"a {judgement.verdict} after all"
    field = judgement.verdict.replace("_", " ")
    return f"{field}: {judgement.value}" if judgement.value else f"{field} taken away"


def history_words(line: HistoryLine) -> str:
    """One decision with its subject, for the list of the last ones."""
    return f"{decision_words(line)}: {line.subject}"


def decision_words(line: HistoryLine) -> str:
    """What was decided, and what became of it: taken back, or its passage changed."""
    words = judgement_words(line.judgement)
    if line.changed:
        return f"{words} ({changed_words(line)})"
    return f"{words} (taken back)" if is_taken_back(line) else words


def changed_words(line: HistoryLine) -> str:
    """Why a decision that nobody took back is in force for nothing."""
    return "its finding is found no more" if line.found_no_more else "its passage changed"


def is_taken_back(line: HistoryLine) -> bool:
    """Was it a decision, and undone? An undo itself is never shown as undone."""
    return not line.stands and line.judgement.kind not in (JudgementKind.UNDO, JudgementKind.REDO)


def counted(number: int, one: str, many: str = "") -> str:
    """ "1 quote", "2,310 quotes"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


# What became of a quote or claim of an older version of its page.
IN_NEWER = {
    AnchorState.SAME: "the same in the newer version",
    AnchorState.MOVED: "the same words, elsewhere in the newer version",
    AnchorState.CHANGED: "changed in the newer version",
    AnchorState.GONE: "gone from the newer version",
}
