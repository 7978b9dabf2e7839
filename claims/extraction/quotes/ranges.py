"""Ranges of words of a sentence: both ends included."""

from __future__ import annotations

from claims.extraction.quotes.cues import AUXILIARIES, CONTRACTED, IRREGULAR, PREPOSITIONS
from claims.extraction.quotes.phrases import Sentence

Range = tuple[int, int]
_VERBAL = (*CONTRACTED, "'s", "\u2019s", "'re", "\u2019re", "'ll", "\u2019ll", "'ve", "\u2019ve")
DASHES = frozenset(("\u2015", "\u2014", "\u2013", "--", "-"))


def meet(one: Range, other: Range) -> bool:
    """Have the two a word in common?"""
    return one[0] <= other[1] and other[0] <= one[1]


def trim(s: Sentence, first: int, last: int) -> Range | None:
    """Without punctuation at its ends; None if no word is left."""
    last = min(last, len(s) - 1)
    while first <= last and not (
        s.words[first][0].isalnum()
        or first in s.pieces
        or s.words[first][0] in "$£€#@([`'\u2018"
        or is_minus(s, first)
    ):
        first += 1
    while last >= first and not (
        s.words[last][0].isalnum() or last in s.pieces or s.words[last][0] in "%)]'\u2019"
    ):
        last -= 1
    return (first, last) if first <= last else None


def is_minus(s: Sentence, at: int) -> bool:
    """`-4 degrees`: the mark is part of the figure."""
    if s.words[at] not in ("-", "\u2212") or at + 1 >= len(s):
        return False
    return s.words[at + 1][0].isdigit() and s.ends[at] == s.starts[at + 1]


# Words. "In both cases", "after a day of rain in the hills": a longer one is a clause.
_ADJUNCT = 12


def is_adjunct(s: Sentence, content: Range) -> bool:
    """`In both cases`: a phrase behind a preposition, without a verb."""
    first, last = content
    if s.low[first + 1 : first + 2] in (["least"], ["most"]):
        return False  # "At least 12 boats sank": a bound on a figure
    return s.low[first] in PREPOSITIONS and last - first < _ADJUNCT and not has_verb(s, content)


def has_verb(s: Sentence, content: Range) -> bool:
    """A sign of a verb in the first words: an auxiliary, a contraction, a past form."""
    for i in range(content[0], min(content[1], content[0] + 30) + 1):
        low = s.low[i]
        if low in AUXILIARIES or low in IRREGULAR or low.endswith(_VERBAL):
            return True
        if low.endswith("ed") and i > content[0] and len(low) > 4:
            return True
    return False
