"""A rank that stands alone in a cell or a line: "21st", "one hundred and fifth".

In running text an ordinal is left alone: it mostly names (a district, a day, an
amendment), and what it ranks is told by superlatives.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claims.extraction.figures.reading import Reading
from claims.extraction.numbers.tokens import DASHES, DIGITS, WORD, Token, glued
from claims.extraction.numbers.values import MOST_DIGITS, Numeral
from claims.extraction.numbers.words import ORDINALS, SMALL, spelled

_SUFFIXES = ("st", "nd", "rd", "th")
# Alone these begin a list in prose, or are a unit of time.
_NOT_ALONE = frozenset(("first", "second", "third"))
# Longer than any rank in words that is in use ("nine hundred and ninety-nine thousandth").
MOST_LETTERS = 60

_MOST_TOKENS = 12


def may_be_rank(text: str) -> bool:
    """Could all of a short text be a rank? Asked before there are tokens."""
    return len(text) <= MOST_LETTERS and text.rstrip(" .").lower().endswith(_SUFFIXES)


def rank_alone(row: Sequence[Token]) -> Reading | None:
    """The rank that is all that stands in a row of tokens, but for a full stop."""
    if len(row) > _MOST_TOKENS:
        return None
    last = len(row) - 1 if row and row[-1].text == "." else len(row)
    value = _in_digits(row, last) or _in_words(row, last)
    if value is None:
        return None
    digits = " ".join(token.text for token in row[:last])
    numeral = Numeral(0, last, Decimal(value), Decimal(1), digits, in_words=row[0].kind == WORD)
    return Reading(numeral, 0, 0, last, last, dimension="rank")


def _in_digits(row: Sequence[Token], last: int) -> int | None:
    if last != 2 or row[0].kind != DIGITS or row[1].lower not in _SUFFIXES or not glued(row[0], row[1]):
        return None
    digits = row[0].text.replace(",", "")
    return int(digits) if digits.isdigit() and digits.isascii() and len(digits) <= MOST_DIGITS else None


def _in_words(row: Sequence[Token], last: int) -> int | None:
    if not last or row[last - 1].kind != WORD:
        return None
    word = row[last - 1].lower
    if last == 1:
        return _one_word(word)
    before = spelled(row[: last - 1], 0) if row[0].kind == WORD else None
    if before is None or word not in ORDINALS:
        return None
    value, at = before
    is_joined = at == last - 1 or (at == last - 2 and (row[at].text in DASHES or row[at].lower == "and"))
    return _together(value, ORDINALS[word]) if is_joined else None


def _one_word(word: str) -> int | None:
    """ "eleventh", and "twentyfifth" as some write it."""
    if word in ORDINALS:
        return None if word in _NOT_ALONE else ORDINALS[word]
    for tens, value in SMALL.items():
        if value >= 20 and 0 < ORDINALS.get(word.removeprefix(tens), 0) < 10:
            return value + ORDINALS[word.removeprefix(tens)]
    return None


def _together(value: int, ordinal: int) -> int | None:
    """20 and fifth are 25th, 105 comes of 100 and fifth, 200 of two and hundredth."""
    if ordinal >= 100:
        return value * ordinal
    fits = value % 100 == 0 or (value % 100 >= 20 and value % 10 == 0 and ordinal < 10)
    return value + ordinal if fits and value else None
