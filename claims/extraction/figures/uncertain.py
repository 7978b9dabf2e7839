"""The uncertainty written after a figure: "40 ± 7 years", "65.5±0.8 mm", "12 km ± 5%"."""

from __future__ import annotations

from fractions import Fraction

from claims.extraction.figures.reading import Given, Reading
from claims.extraction.numbers.reading import number_at
from claims.extraction.numbers.tokens import DIGITS
from claims.extraction.numbers.values import Numeral
from claims.extraction.units.reading import unit_after
from claims.extraction.units.unit import Unit
from claims.model.quantities import Number


def read_uncertainty(given: Given, reading: Reading) -> None:
    """Take in a figure's "± 7", whose unit is the figure's own where that has none."""
    if reading.value is None:
        return
    at = _after_sign(given, reading.last)
    if not at or at >= len(given.row) or given.row[at].kind != DIGITS:
        return
    number = number_at(given.row, at)
    if not isinstance(number, Numeral) or number.value is None:
        return
    after = unit_after(given.row, number.last, given.country, number)
    spread = _spread(reading, number.value, after.unit if after else None)
    if spread is None:
        return
    if reading.unit is None and after is not None:
        reading.unit, reading.dimension = after.unit, after.unit.dimension
    reading.spread = spread
    reading.last = reading.noun = after.last if after is not None else number.last


def _after_sign(given: Given, at: int) -> int:
    """The place after "±", "+/-" or "+-"; 0 where none begins at `at`."""
    if given.text(at) == "±":
        return at + 1
    if given.text(at) != "+":
        return 0
    for sign in (("+", "/", "-"), ("+", "/", "−"), ("+", "-")):
        if given.words(at, at + len(sign)) == sign:
            return at + len(sign)
    return 0


def _spread(reading: Reading, amount: Number, unit: Unit | None) -> Number | None:
    """The uncertainty in the figure's unit; None where its unit is another."""
    if unit is None or reading.unit is None or unit.name == reading.unit.name:
        return amount
    if unit.name == "percent" and reading.value is not None:
        return abs(Fraction(reading.value)) * Fraction(amount) / 100
    return None
