"""Numbers in a list that name their unit once: "12, 25 and 60 miles"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.figures.reading import Given, Reading

_LAST_LINKS = frozenset((("and",), ("or",), (",", "and"), (",", "or")))


def share_units(given: Given, readings: Sequence[Reading]) -> None:
    """Give the bare numbers of a list the unit of its last one.

    A comma alone may part two sentences that lost their words ("of the 12, 40 percent
    ..."): only a list that ends with "and" or "or" is one.
    """
    for place in range(len(readings) - 1, 0, -1):
        whole = readings[place]
        if whole.unit is None or whole.last <= whole.numeral.last:
            continue
        links = _LAST_LINKS
        for before in range(place - 1, -1, -1):
            left = readings[before]
            between = given.words(left.last, readings[before + 1].first)
            if between not in links or left.unit is not None or left.dimension or left.is_vague:
                break
            left.unit, left.dimension, left.is_age = whole.unit, whole.dimension, whole.is_age
            links = frozenset(((",",),))
