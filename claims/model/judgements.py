"""What people decided. Judgements are only ever added."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class JudgementKind(StrEnum):
    """What a judgement is about, and so what its `verdict` and `value` mean.

    ============  ===========================  =================================
    kind          subjects                     verdict / value
    ============  ===========================  =================================
    QUOTES        two quote ids                same, different, unsure
    FINDING       one finding id               real, dismissed, unsure; the reason
                                               of a dismissal is the value
    UTTERANCE     a quote id                   "apart": no likeness joins it to others;
                                               "together": it does again
    SPEAKERS      two speaker ids              same, different, unsure; the one of them
                                               that was taken out of a speaker is the value
    CORRECTION    a quote, claim or document   the field; the new value
    PASSAGE       a document id                "record"; JSON: start, end, speaker, kind,
                                               quote (its id)
    NOTE          any id                       "note"; the note is `note`
    TAG           any id                       "tag" or "untag"; the tag
    PREFERRED     a quote id                   "preferred": the version to show
    FIGURES       a claim id                   "added" to or "dropped" from the series of a topic;
                                               the topic
    WITHDRAWAL    a document id                "withdraw" or "restore"
    ATTACHMENT    two ids, of which one's      "different" takes that back, "same"
                  decisions count for another  confirms it
    CHANGED       the judgement's id           "dismissed": its passage changed, and
                                               it need not be shown for that any more
    UNDO, REDO    the judgement's id           "undo", "redo"
    ============  ===========================  =================================
    """

    QUOTES = "quotes"
    UTTERANCE = "utterance"
    FINDING = "finding"
    SPEAKERS = "speakers"
    CORRECTION = "correction"
    PASSAGE = "passage"
    NOTE = "note"
    TAG = "tag"
    PREFERRED = "preferred"
    FIGURES = "figures"
    WITHDRAWAL = "withdrawal"
    ATTACHMENT = "attachment"
    CHANGED = "changed"
    UNDO = "undo"
    REDO = "redo"


VERDICTS = {
    JudgementKind.QUOTES: ("same", "different", "unsure"),
    JudgementKind.UTTERANCE: ("apart", "together"),
    JudgementKind.PREFERRED: ("preferred",),
    JudgementKind.SPEAKERS: ("same", "different", "unsure"),
    JudgementKind.FINDING: ("real", "dismissed", "unsure"),
    JudgementKind.FIGURES: ("added", "dropped"),
    JudgementKind.ATTACHMENT: ("same", "different"),
    JudgementKind.CHANGED: ("dismissed",),
}

# On a line of every list of decisions there is room for it.
LONGEST_NAME = 200


def is_name(by: str) -> bool:
    """May a reviewer be called so? One line that can be printed: another record takes no other."""
    return bool(by.strip()) and len(by) <= LONGEST_NAME and by.isprintable()


# What a machine read is not what stands there: the next thing to do is to correct it.
MISREAD = "misread"
DISMISSAL_REASONS = (MISREAD, "other scope", "other period", "rounding", "update")


@dataclass(frozen=True, slots=True)
class Correction:
    """One field that a person set: the value in force, who set it and when (UTC, ISO)."""

    field: str
    value: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision of one person, as it was made.

    Attributes:
        id: of this row: the first 20 hex digits of `hash`.
        subjects: one or two ids; two are in order.
        by: the reviewer.
        at: when, UTC.
        shown: the words that were on screen when it was decided.
        settles: it ends a dispute between reviewers, by name.
        previous: hash of the same reviewer's row before it; "" for the first. One
            chain a reviewer, so that decisions can travel between records and stay whole.
        hash: SHA-256 over all of the above in canonical JSON, 64 hex digits.
    """

    kind: JudgementKind
    subjects: tuple[str, ...]
    verdict: str
    by: str
    at: datetime
    value: str = ""
    note: str = ""
    shown: str = ""
    settles: bool = False
    previous: str = ""

    def __post_init__(self) -> None:
        if not 1 <= len(self.subjects) <= 2:
            raise ValueError("a judgement is about one value or about two")
        if list(self.subjects) != sorted(set(self.subjects)):
            raise ValueError("two subjects differ and are in order")
        if self.at.tzinfo is None:
            raise ValueError("a judgement's time is UTC")
        if not self.by.strip():
            raise ValueError("a judgement names who decided")

    @property
    def hash(self) -> str:
        return hashlib.sha256(self.canonical().encode()).hexdigest()

    @property
    def id(self) -> str:
        return self.hash[:20]

    def canonical(self) -> str:
        """What the hash covers: JSON with sorted keys and no spaces (RFC 8785 for these types)."""
        return json.dumps(
            {
                "at": self.at.isoformat(timespec="microseconds"),
                "by": self.by,
                "kind": self.kind.value,
                "note": self.note,
                "previous": self.previous,
                "settles": self.settles,
                "shown": self.shown,
                "subjects": list(self.subjects),
                "value": self.value,
                "verdict": self.verdict,
            },
            sort_keys=True,
            separators=(",", ":"),
            ensure_ascii=False,
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the reviewers' decisions on one subject come to.

    Attributes:
        verdict: the agreed or settled verdict; "" where it is disputed.
        state: "agreed", "disputed", or "settled".
        by: everyone whose decision stands; for a settled one, who settled it.
    """

    verdict: str
    state: str
    by: tuple[str, ...]
    judgements: tuple[Judgement, ...] = ()
