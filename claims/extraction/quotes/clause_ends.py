"""Where a reported clause ends: at a later tag, at its sentence's main clause, or with the sentence."""

from __future__ import annotations

from claims.extraction.quotes.complements import is_end
from claims.extraction.quotes.cues import DETERMINERS, PRONOUNS, Frame
from claims.extraction.quotes.phrases import Sentence
from claims.extraction.quotes.ranges import Range
from claims.extraction.quotes.tags import ACCORDING, Tag

_SUBORDINATORS = frozenset("when after as while if although though because since before once".split())
# Words. A subordinate clause that opens a sentence is seldom longer.
_SUBORDINATE = 40


def clause_end(s: Sentence, tag: Tag, start: int, later: list[Tag]) -> int:
    """The last word of a clause that begins at `start`."""
    main = _before_main_clause(s, tag, start)
    if main is not None:
        return main
    named = _after_name(s, start) if tag.cue.frame is Frame.NAME else None
    if named is not None:
        return named
    cuts = (_cut_before(s, one, start) for one in later if one.first > start)
    return next((cut for cut in cuts if cut is not None), len(s) - 1)


def goes_on(s: Sentence, right: Range) -> bool:
    """Do words behind a tag belong to the clause before it, and not to the speaker (`, who ...`)?"""
    low = s.low[right[0]]
    return low not in ("who", "which") and not low.endswith("ing") and right[1] - right[0] >= 2


def _before_main_clause(s: Sentence, tag: Tag, start: int) -> int | None:
    """`After Vega said A, the crews left`: the statement ends where the main clause begins."""
    begin = tag.begin
    if begin not in (1, 2) or tag.inverted or s.low[begin - 1] not in _SUBORDINATORS:
        return None
    if begin == 2 and s.low[0] not in ("but", "and"):
        return None
    for i in range(start + 2, min(len(s) - 1, start + _SUBORDINATE)):
        following = s.low[i + 1]
        opens = following in PRONOUNS or following in DETERMINERS or s.is_name(i + 1)
        if s.words[i] == "," and opens:
            return i - 1
    return None


def _after_name(s: Sentence, start: int) -> int | None:
    """`called it PIECE and left`: what a thing was called ends with the marks."""
    behind = (i for i in range(start, len(s) - 2) if i in s.pieces and s.low[i + 1] in ("and", "but"))
    return next((i for i in behind if i + 2 not in s.pieces), None)


def _cut_before(s: Sentence, later: Tag, start: int) -> int | None:
    """A later tag ends the clause if it goes on from the same speaker or closes the sentence."""
    begin = later.begin
    if begin <= start:
        return None
    if later.inherits:
        return _before_joint(s, begin, start)
    final = later.cue is ACCORDING or later.inverted or later.end + 1 >= len(s) or is_end(s, later.end + 1)
    if final and s.words[begin - 1] == ",":
        return begin - 2
    if s.words[begin - 1] in ("and", "but", "while", "though", "although") and s.words[begin - 2] == ",":
        return begin - 3
    return None


def _before_joint(s: Sentence, begin: int, start: int) -> int:
    """Left over the `and also` that joins a second tag of one speaker."""
    joints = ("and", "but", "while", "by", "also", "then", "later", ",")
    at = begin - 1
    while at > start and s.low[at] in joints:
        at -= 1
    return at
