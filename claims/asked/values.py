"""What `check` answers with: values made for reading, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.model import Relation
from claims.model.identity import normalised
from claims.ports import Citation
from claims.views import Difference, Hit, Searched


class Verdict(StrEnum):
    """Did anyone say this? The values are those of the JSON."""

    VERBATIM = "verbatim"
    SHORTENED = "shortened"
    IN_PART = "in-part"
    CHANGED = "changed"
    CHANGED_FIGURE = "changed-figure"
    ANOTHER_SPEAKER = "another-speaker"
    NO_SPEAKER = "no-speaker"
    NEGATED = "negated"
    IN_TEXT = "in-text"
    NOT_FOUND = "not-found"


class Part(StrEnum):
    """Which of two wordings is a part of the other, where one goes on."""

    NEITHER = ""
    ASKED = "asked"
    RECORDED = "recorded"


# What one text has before or after the other.
_MORE = ("insert", "delete")


@dataclass(frozen=True, slots=True)
class Likeness:
    """What was asked for beside a recorded wording.

    Attributes:
        part: which of the two is a part of the other; the relation is that of the shared stretch.
        score: 0 to 1, that they are one utterance.
        diff: runs of words, what was asked for left, what is recorded right.
        read_as: the words that were compared, where what was asked for is a report: "I won't" of "she won't".
    """

    relation: Relation
    part: Part
    score: float
    why: tuple[str, ...]
    diff: tuple[Difference, ...] = ()
    read_as: str = ""

    @property
    def kind(self) -> Relation:
        """The relation of the two as they are: a part word for word is shortened."""
        return Relation.TRUNCATED if self.part and self.is_verbatim else self.relation

    @property
    def is_whole(self) -> bool:
        """Have both the same words, all of them?"""
        return self.is_verbatim and not self.part

    @property
    def is_verbatim(self) -> bool:
        """Are all words of one the other's, in a row? Misprints and small words left out are other words."""
        if self.relation is Relation.NEAR:
            inner = [one.op for one in self.diff]
            while self.part and inner and inner[0] in _MORE:
                inner.pop(0)
            while self.part and inner and inner[-1] in _MORE:
                inner.pop()
            return set(inner) <= {"equal"}
        return self.relation is Relation.IDENTICAL

    @property
    def is_as_written(self) -> bool:
        """Do the shared words differ in case and marks at most? "Won't" is "will not" written another way,
        and a report is not as it was said.
        """
        if self.read_as:
            return False
        shared = (one for one in self.diff if one.op == "equal")
        return all(normalised(one.left) == normalised(one.right) for one in shared)


_RANKS = {
    Relation.IDENTICAL: 0, Relation.NEAR: 0, Relation.TRUNCATED: 2, Relation.ELIDED: 2,
    Relation.CHANGED_FIGURE: 3, Relation.ALTERED: 3, Relation.NEGATED: 6, Relation.DIFFERENT: 7,
}  # fmt: skip


def rank(found: Likeness) -> tuple[int, float]:
    """Smaller is nearer: the very words, part of a statement, changed words, a part of what was asked."""
    place = _RANKS[found.relation]
    if found.relation.joins and found.part:
        place = 4 + (place > 0) if found.part is Part.RECORDED else max(place, 1)
    return place, -found.score


@dataclass(frozen=True, slots=True)
class Statement:
    """A recorded statement near to what was asked.

    Attributes:
        utterance: id of its cluster; of a quote that stands alone its own.
        primary: it is the preferred version of its utterance.
        printings: how often the utterance was printed, this one counted; where `more`, at least.
        is_theirs: the speaker who was asked for said it; True if nobody was asked for.
    """

    hit: Hit
    likeness: Likeness
    utterance: str
    primary: bool
    printings: int
    more: bool
    is_theirs: bool


@dataclass(frozen=True, slots=True)
class InText:
    """A passage of a document that holds the words and is no recorded quote."""

    hit: Hit
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class SameMeasure:
    """A recorded figure that counts what a figure of the text counts.

    Attributes:
        relation: "agree", "compatible" or "conflict".
    """

    asked: Citation
    recorded: Citation
    relation: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """The answer.

    Attributes:
        text: the words that were looked for.
        speaker: who was asked for, or "".
        from_paste: the text itself named the speaker.
        statements: nearest first, those of one utterance together.
        searched: what was looked through.
        is_speaker_known: somebody on record fits who was asked for.
    """

    verdict: Verdict
    text: str
    speaker: str
    from_paste: bool
    statements: tuple[Statement, ...]
    in_text: tuple[InText, ...]
    claims: tuple[SameMeasure, ...]
    searched: Searched
    is_speaker_known: bool = True
