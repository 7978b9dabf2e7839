"""Two bounds that make one range: "more than 10 and less than 20", "at least 5 but no more than 8"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from claims.extraction.figures.reading import Given, Reading
from claims.model import Comparator

_LOWER = frozenset((Comparator.ABOVE, Comparator.AT_LEAST))
_UPPER = frozenset((Comparator.BELOW, Comparator.AT_MOST))
_LINKS = frozenset((("and",), ("but",), (",", "and"), (",", "but")))


def within(given: Given, readings: Sequence[Reading]) -> list[Reading]:
    """Readings whose bounds are known, with pairs of bounds on one thing made ranges."""
    kept: list[Reading] = []
    for reading in readings:
        if not kept or not _enclose(given, kept[-1], reading):
            kept.append(reading)
    return kept


def _enclose(given: Given, left: Reading, right: Reading) -> bool:
    """Fold the second bound into the first; False leaves both alone."""
    lower, upper = (left, right) if left.comparator in _LOWER else (right, left)
    if lower.comparator not in _LOWER or upper.comparator not in _UPPER:
        return False
    if given.words(left.last, right.first) not in _LINKS or not _is_one_thing(left, right):
        return False
    assert lower.value is not None
    assert upper.value is not None
    if Fraction(lower.value) >= Fraction(upper.value):
        return False
    left.low_open = lower.comparator is Comparator.ABOVE
    left.high_open = upper.comparator is Comparator.BELOW
    left.numeral, left.to, left.comparator = lower.numeral, upper.numeral, Comparator.RANGE
    left.unit, left.dimension = (
        (right.unit, right.dimension) if right.unit is not None else (left.unit, left.dimension)
    )
    left.last, left.noun = right.last, right.noun
    return True


def _is_one_thing(left: Reading, right: Reading) -> bool:
    if left.slack is not None or right.slack is not None:  # "just over 10 and under 20"
        return False
    return left.unit is None or (right.unit is not None and left.unit.name == right.unit.name)
