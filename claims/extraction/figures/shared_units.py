"""A unit written once for a list of numbers: "5, 10 and 15 mg", "60 or 63 mm", "4 by 6 meters"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.figures.reading import Given, Reading

_LAST_LINKS = frozenset((("and",), ("or",), (",", "and"), (",", "or"), ("&",), ("versus",), ("vs",)))
_AFTER_COMMA = frozenset(((",", "and"), (",", "or")))
_SIZE_LINKS = frozenset((("×",), ("x",), ("by",)))


def share_units(given: Given, readings: Sequence[Reading]) -> None:
    """Give numbers without a unit that of the number which ends their list.

    Read from the right: a comma joins only what "and" or "or" closes further on, so
    that "in the 10 weeks to June 30, 12 mm fell" shares nothing.
    """
    listed = False
    for at in range(len(readings) - 2, -1, -1):
        left, right = readings[at], readings[at + 1]
        is_third = at > 0 and given.words(readings[at - 1].last, left.first) == (",",)
        listed = _joins(given, left, right, listed=listed, is_third=is_third)
        if listed:
            left.unit, left.dimension, left.is_age = right.unit, right.dimension, right.is_age


def _joins(given: Given, left: Reading, right: Reading, *, listed: bool, is_third: bool) -> bool:
    if right.unit is None or left.unit is not None or left.dimension or left.is_vague or left.is_age:
        return False
    if left.numeral.in_words != right.numeral.in_words or right.first - left.last > 2:
        return False
    if right.first < right.core and "money" in right.dimension:  # "5 and $10"
        return False
    link = given.words(left.last, right.first)
    if link in _SIZE_LINKS:
        return right.dimension in ("length", "angle")
    if link in _AFTER_COMMA and not is_third:  # "1,200, or 5 percent of all"
        return False
    if link == ("or",) and right.dimension == "percent" and given.word(right.last) == "of":
        return False
    return link in _LAST_LINKS or (listed and link == (",",))
