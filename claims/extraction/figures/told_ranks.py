"""Ranks told in running text: "ranked third", "finished 21st", "the second-largest port"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claims.extraction.figures.counted_words import ADVERBS
from claims.extraction.figures.reading import Given, Reading
from claims.extraction.figures.superlatives import EXTREMES
from claims.extraction.numbers.tokens import DIGITS, HYPHENS, Token, glued
from claims.extraction.numbers.values import MOST_DIGITS, Numeral
from claims.extraction.numbers.words import ORDINALS

_RANKED = frozenset("ranked ranks rank ranking finished finishes finish placed places place came".split())
_SUFFIXES = frozenset("st nd rd th".split())
_PARTS = _SUFFIXES | ORDINALS.keys()
# No rank that is told in words is larger: "hundredth" and above are parts.
_HIGHEST_IN_WORDS = 99


def told_ranks(row: Sequence[Token]) -> Iterator[Reading]:
    """Ordinals that a verb of ranking or a superlative makes a rank; others name, or are dates."""
    given = Given(row)
    if _PARTS.isdisjoint(given.words(0, len(row))):
        return
    for at in range(len(row)):
        found = _ordinal(row, at)
        if found and (_is_ranked(given, at, found[1]) or _is_of_superlative(given, found[1])):
            value, last = found
            text = "".join(token.text for token in row[at:last])
            numeral = Numeral(at, last, Decimal(value), Decimal(1), text, in_words=last == at + 1)
            noun = last + (given.text(last) in HYPHENS)
            yield Reading(numeral, at, at, last, noun, dimension="rank")


def _ordinal(row: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The rank and the place after it."""
    token = row[at]
    if token.kind == DIGITS:
        suffix = row[at + 1] if at + 1 < len(row) else None
        digits = token.text.replace(",", "")
        is_rank = suffix is not None and suffix.lower in _SUFFIXES and glued(token, suffix)
        return (int(digits), at + 2) if is_rank and digits.isdigit() and len(digits) < MOST_DIGITS else None
    value = ORDINALS.get(token.lower, 0)
    return (value, at + 1) if 0 < value <= _HIGHEST_IN_WORDS else None


def _is_ranked(given: Given, at: int, last: int) -> bool:
    """ "ranked third", "finished a distant third", "came in second"; "came first to the pier" is a time."""
    before = at - 1
    while given.word(before) in ADVERBS or given.word(before) in ("a", "in", "distant", "close", "joint"):
        before -= 1
    follows = given.word(last)
    return given.word(before) in _RANKED and (not follows.isalpha() or follows in _AFTER_RANK)


_AFTER_RANK = frozenset("in among of out for on at behind overall nationally worldwide and with".split())


def _is_of_superlative(given: Given, last: int) -> bool:
    """ "the second-largest port", "the 13th most deadly storm"."""
    last += given.text(last) in HYPHENS
    return given.word(last) in EXTREMES or given.word(last) in ("most", "least")
