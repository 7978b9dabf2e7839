"""Numbers in words: "two and a half million", "two point five", "dozens", "several hundred"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claims.extraction.numbers.digits import with_scale
from claims.extraction.numbers.parts import and_part, over_ordinal
from claims.extraction.numbers.tokens import HYPHENS, Token, glued
from claims.extraction.numbers.values import Numeral, scale_by, step_of
from claims.extraction.numbers.words import (
    DOZEN,
    ORDINALS,
    PLURAL_SCALES,
    SCALES,
    SMALL,
    spelled,
)


def in_words(row: Sequence[Token], place: int) -> Numeral | None:
    if row[place].lower in DOZEN:
        return Numeral(place, place + 1, Decimal(12), Decimal(1), row[place].text, in_words=True)
    found = spelled(row, place)
    if found is None:
        return _a_dozen(row, place)
    value, last = found
    if _is_ordinal(row, last):
        return None
    digits = " ".join(token.text for token in row[place:last])
    exact = Decimal(value)
    if divided := over_ordinal(row, place, value, last):
        return divided
    numeral = Numeral(place, last, exact, step_of(exact), digits, in_words=True)
    numeral = with_scale(row, and_part(row, numeral))
    return _point_digits(row, numeral)


def _point_digits(row: Sequence[Token], found: Numeral) -> Numeral:
    """ "two point five million"."""
    at = found.last
    if at + 1 >= len(row) or row[at].lower != "point" or row[at + 1].lower not in SMALL or found.scale > 1:
        return found
    written = ""
    at += 1
    while at < len(row) and SMALL.get(row[at].lower, 10) < 10 and len(written) < 12:
        written, at = written + str(SMALL[row[at].lower]), at + 1
    if not written or found.value is None:
        return found
    found.value = Decimal(f"{found.value}.{written}")
    found.step, found.last = step_of(found.value), at
    return with_scale(row, found)


def _is_ordinal(row: Sequence[Token], last: int) -> bool:
    """ "twenty-first": the number before is no amount."""
    if last + 1 < len(row) and row[last].text in HYPHENS and row[last + 1].lower in ORDINALS:
        return glued(row[last - 1], row[last])
    return False


# Two of these are one thing.
_ONE_PAIR = frozenset(
    "pants jeans shorts trousers glasses sunglasses scissors binoculars pliers tights".split()
)


def _a_dozen(row: Sequence[Token], place: int) -> Numeral | None:
    if row[place].lower in ("a", "one") and place + 1 < len(row) and row[place + 1].lower in DOZEN:
        return Numeral(place, place + 2, Decimal(12), Decimal(1), "a dozen", in_words=True)
    words = [token.lower for token in row[place : place + 4]]
    if words[:3] == ["a", "pair", "of"] and _ONE_PAIR.isdisjoint(words[3:]):
        return Numeral(place, place + 2, Decimal(2), Decimal(1), "a pair", in_words=True)
    return None


# A word such as "dozens" covers one place: from its unit to ten times that.
_WIDTH = 10
_FEW = {"several": (3, 10), "few": (3, 10), "couple": (2, 3), "handful": (2, 10)}


def vague(row: Sequence[Token], place: int) -> Numeral | None:
    """ "dozens", "tens of thousands", "several hundred", "a couple of"."""
    word = row[place].lower
    if word in PLURAL_SCALES:
        return _vague_scale(row, place, PLURAL_SCALES[word])
    following = row[place + 1].lower if place + 1 < len(row) else ""
    if following == "of" and word in ("tens", "scores"):
        return _vague_scale(row, place, 10 if word == "tens" else 20)
    at = place + 1 if word == "a" else place
    name = row[at].lower if at < len(row) else ""
    if name not in _FEW or (at == place and name != "several"):
        return None
    low, high = _FEW[name]
    found = _vague_numeral(row, place, at + 1, low, high)
    after = row[at + 1].lower if at + 1 < len(row) else ""
    if after == "of" and name in ("couple", "handful"):
        found.last = at + 2
    elif by := SCALES.get(after) or DOZEN.get(after):
        scale_by(found, by, at + 2)
    return found


def _vague_scale(row: Sequence[Token], place: int, by: int) -> Numeral | None:
    at = place + 1
    while at + 1 < len(row) and row[at].lower == "of" and row[at + 1].lower in PLURAL_SCALES:
        by, at = by * PLURAL_SCALES[row[at + 1].lower], at + 2
        if by > 10**18:
            return None
    if by == 10:
        return None
    return _vague_numeral(row, place, at, by, by * _WIDTH)


def _vague_numeral(row: Sequence[Token], first: int, last: int, low: int, high: int) -> Numeral:
    digits = " ".join(token.text for token in row[first:last])
    return Numeral(first, last, None, None, digits, Decimal(low), Decimal(high), in_words=True)
