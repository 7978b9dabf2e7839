"""Multiples in words: "doubled", "twice as many", "three times the", "tenfold"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claims.extraction.figures.bounds import read_bounds
from claims.extraction.figures.counted_words import CLOSED
from claims.extraction.figures.reading import Given, Reading
from claims.extraction.numbers.tokens import HYPHENS, Token
from claims.extraction.numbers.values import Numeral
from claims.extraction.numbers.words import SMALL

_VERBS: dict[str, int | str] = {
    "doubled": 2, "doubles": 2, "doubling": 2, "tripled": 3, "triples": 3, "tripling": 3,
    "trebled": 3, "quadrupled": 4, "quadruples": 4, "quintupled": 5,
    "halved": "0.5", "halves": "0.5", "halving": "0.5",
}  # fmt: skip
_BASES: dict[str, int | str] = {"double": 2, "triple": 3, "treble": 3, "quadruple": 4, "halve": "0.5"}
_BEFORE_BASE = frozenset(
    """will to would could may might should than nearly almost about roughly over can must did does
    approximately around well""".split()
)
_TIMES = frozenset("as the more higher larger bigger greater likelier faster that its".split())
_FOLDS = {word + "fold": value for word, value in SMALL.items() if value > 1}
_WORDS = frozenset(_VERBS) | frozenset(_BASES) | frozenset(_FOLDS) | {"twice"}


def multiples(row: Sequence[Token], taken: Sequence[Reading]) -> list[Reading]:
    """Readings of words of multiplication that are in none of the readings `taken`."""
    words = {token.lower for token in row}
    if _WORDS.isdisjoint(words):
        return []
    given = Given(row)
    used = {place for reading in taken for place in range(reading.first, reading.last)}
    found = []
    for at in range(len(row)):
        if at in used:
            continue
        if factor := _factor(given, at):
            numeral = Numeral(at, at + 1, Decimal(factor), None, row[at].text, in_words=True)
            reading = Reading(numeral, at, at, at + 1, at + 1, dimension="ratio")
            read_bounds(given, reading)
            found.append(reading)
    return found


def _factor(given: Given, at: int) -> int | str | None:
    word, before, following = given.word(at), given.word(at - 1), given.word(at + 1)
    if word in _VERBS:
        return _VERBS[word] if following not in HYPHENS and before not in ("the", "a") else None
    if word in _BASES and following not in HYPHENS:
        return _BASES[word] if before in _BEFORE_BASE or following in ("the", "that", "what") else None
    if word == "twice":
        compares = following == "as" and given.text(at + 2).islower() and given.word(at + 2) not in CLOSED
        return 2 if compares or following in ("the", "that", "its") else None
    return _FOLDS.get(word)


def is_multiple(given: Given, at: int) -> bool:
    """ "three times as many", "a ten-fold rise": does the number that ends before `at` multiply?"""
    if given.text(at) in HYPHENS:
        return given.word(at + 1) == "fold"
    if given.word(at) != "times":
        return False
    # A decimal counts no occasions: "trades on 6.5 times earnings".
    return given.word(at + 1) in _TIMES or ("." in given.text(at - 1) and given.word(at + 1).isalpha())
