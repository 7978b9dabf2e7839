"""A part and its whole that are one share: "one in five", "three out of four"."""

from __future__ import annotations

from fractions import Fraction

from claims.extraction.figures.reading import Given, Reading


def is_share(given: Given, left: Reading, right: Reading, between: tuple[str, ...]) -> bool:
    """Fold `right` into `left` where they are one share ("1 of every 8"); False leaves them alone."""
    links = (("in",), ("out", "of"), ("of", "every"), ("in", "every"))
    if between not in links or left.unit is not None or right.unit is not None:
        return False
    above, below = left.value, right.value
    if above is None or below is None or left.dimension or right.dimension or not 0 < above < below:
        return False
    if below != int(below) or above != int(above) or left.numeral.scale > 1:
        return False
    if between == ("in",) and (above > 9 or not (below in range(2, 21) or below % 10 == 0)):
        return False
    left.numeral.value, left.numeral.step = Fraction(int(above), int(below)), None
    left.numeral.digits = f"{left.numeral.digits} {' '.join(between)} {right.numeral.digits}"
    left.numeral.is_part, left.dimension = True, "ratio"
    left.last, left.noun = right.last, right.noun
    return True
