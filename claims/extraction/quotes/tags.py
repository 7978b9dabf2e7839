"""Speech tags: a cue together with its subject, inside one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.quotes import subjects
from claims.extraction.quotes.cues import (
    AUXILIARIES,
    BREAKS,
    CUES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    TIMES,
    Cue,
    Form,
    Frame,
)
from claims.extraction.quotes.phrases import Sentence
from claims.extraction.quotes.ranges import DASHES, Range
from claims.extraction.quotes.verb_forms import agrees, is_verb_here

ACCORDING = Cue("according to", Frame.SAY, Form.PAST)
# Any words by which a learned tagger knows a statement: what they govern and who speaks is its judgement.
LEARNED = Cue("", Frame.TELL, Form.PAST)

# Behind a clause that is no speech these tell what a fact shows: "..., suggesting that".
_FACTUAL = frozenset("suggest reveal confirm report predict disclose mention propose".split())
_GOING_ON = ("add", "continue", "conclude")
_GERUND_AFTER = frozenset(", and by in while after before \u2014 \u2013 -- when but".split())


@dataclass(frozen=True, slots=True)
class Tag:
    """Indices of words of its sentence, both ends included.

    Attributes:
        subject: None where it has none of its own ("..., saying").
        inverted: the subject follows the cue ("said Vega").
        begin, end: the whole tag.
    """

    first: int
    last: int
    cue: Cue
    subject: Range | None
    inverted: bool = False
    inherits: bool = False

    @property
    def begin(self) -> int:
        return min(self.first, self.subject[0]) if self.subject and not self.inherits else self.first

    @property
    def end(self) -> int:
        return max(self.last, self.subject[1]) if self.subject and not self.inherits else self.last


def tags(s: Sentence) -> list[Tag]:
    """Every tag of a sentence, in order of its cue."""
    found: list[Tag] = []
    for index, low in enumerate(s.low):
        if low == "according" and s.low[index + 1 : index + 2] == ["to"]:
            subject = subjects.after(s, index + 1)
            if subject:
                subject = subjects.whose_document(s, *subject) or subject
                found.append(Tag(index, index + 1, ACCORDING, subject, inverted=True))
        elif low in CUES and is_verb_here(s, index, CUES[low]):
            tag = _tag(s, index, CUES[low], found)
            if tag:
                found.append(tag)
    return found


def _tag(s: Sentence, index: int, cue: Cue, earlier: list[Tag]) -> Tag | None:
    previous = s.low[index - 1] if index else ""
    if cue.form is Form.ING and previous.endswith(subjects.CONTRACTED_BE) and previous[:-3].isalpha():
        return (
            Tag(index, index, cue, (index - 1, index - 1))
            if previous[:-2].rstrip("'\u2019r") in PRONOUNS
            else None
        )
    if cue.form is Form.ING and subjects.skip_back(s, index - 1) == index - 1:
        return _gerund(s, index, cue, earlier)
    if _may_invert(s, index, cue):
        right = subjects.after(s, index)
        if right and _closes_after(s, index, right[1]):
            return Tag(index, index, cue, subjects.apposed_name(s, right) or right, inverted=True)
    left = subjects.before(s, index)
    if left is None:
        return _coordinate(s, index, cue, earlier) if previous else None
    if not agrees(s, left, index, cue):
        return None
    return Tag(index, index, cue, left)


def _may_invert(s: Sentence, index: int, cue: Cue) -> bool:
    """`said Vega`, `say officials`; never `told Vega`, `called Vega`."""
    if cue.frame in (Frame.TELL, Frame.NAME) or (cue.form is Form.BASE and cue.lemma != "say"):
        return False
    if index == 0:
        return s.words[0][0].isupper()
    if index - 1 in s.pieces:
        return True
    previous = s.words[index - 1]
    if s.low[index + 1 : index + 2] and s.low[index + 1] in PRONOUNS and index - 2 not in s.pieces:
        # "The port, in a statement, said it "takes" ...": the pronoun begins the clause.
        return index + 2 not in s.pieces and (previous == "," or previous in DASHES)
    return previous == "," or previous in DASHES


def _closes_after(s: Sentence, cue: int, last: int) -> bool:
    """Does the tag end behind its subject, or go on with an apposition or an adjunct only?"""
    following = last + 1
    if following >= len(s) or following in s.pieces:
        return True
    word = s.words[following]
    if word in ".!?:;)":
        return True
    if word == "," or word in DASHES:
        limit = min(len(s), following + 30)
        in_marks = cue - 1 in s.pieces or any(i in s.pieces for i in range(following, limit))
        return in_marks or not _has_main_verb(s, following + 1, limit)
    low = s.low[following]
    if low in TIMES or low in PREPOSITIONS:
        return True
    return low in BREAKS - AUXILIARIES and s.low[last] not in PRONOUNS


def _has_main_verb(s: Sentence, first: int, end: int) -> bool:
    """An auxiliary outside of `who was a deckhand`: what stood before was no tag."""
    relative = False
    for low in s.low[first:end]:
        if low in (",", "\u2014", "\u2013", "--"):
            relative = False
        elif low in ("who", "whose", "which", "that"):
            relative = True
        elif low in AUXILIARIES and not relative and low not in ("'s", "\u2019s"):
            return True
    return False


def _gerund(s: Sentence, index: int, cue: Cue, earlier: list[Tag]) -> Tag | None:
    previous = s.low[index - 1] if index else ""
    if previous not in _GERUND_AFTER or cue.frame is Frame.MARK:
        return None
    goes_on = cue.lemma in _GOING_ON
    if earlier and earlier[-1].subject and (goes_on or not _is_relative(s, earlier[-1])):
        return Tag(index, index, cue, earlier[-1].subject, inherits=True)
    if cue.lemma in _FACTUAL or cue.frame in (Frame.TELL, Frame.STATE):
        return None
    subject = subjects.of_sentence(s, index)
    return Tag(index, index, cue, subject, inherits=True) if subject else None


def _is_relative(s: Sentence, tag: Tag) -> bool:
    """`a clerk who said`: what is behind belongs to the main clause; behind `Vega, who said` it goes on."""
    first = tag.subject[1] + 1 if tag.subject else tag.first
    return any(s.low[i] in RELATIVES and s.words[i - 1] != "," for i in range(first, tag.first))


def _coordinate(s: Sentence, index: int, cue: Cue, earlier: list[Tag]) -> Tag | None:
    """`Vega said A and added B`: the subject of the tag before."""
    at = subjects.skip_back(s, index - 1)
    if at is None or at < 0 or s.low[at] not in ("and", "but", "then", ","):
        return None
    if (
        cue.form not in (Form.PAST, Form.THIRD)
        or cue.frame is Frame.MARK
        or (cue.noun and cue.form is Form.THIRD and s.low[index + 1 : index + 3] != ["out", "that"])
    ):
        return None
    if earlier:
        return Tag(index, index, cue, earlier[-1].subject, inherits=True)
    if cue.frame not in (Frame.SAY, Frame.TELL) or s.words[at] == ",":
        return None
    subject = subjects.of_sentence(s, index)
    return Tag(index, index, cue, subject, inherits=True) if subject else None
