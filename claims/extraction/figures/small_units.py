"""An amount in two units: "3 dollars and 50 cents", "5 feet 2 inches", "7 pounds 4 ounces"."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from claims.extraction.figures.reading import Given, Reading
from claims.extraction.numbers.words import SMALL
from claims.extraction.units.money_reading import cents_added
from claims.model.quantities import Number


def read_small_unit(given: Given, reading: Reading) -> None:
    """Add cents, inches or ounces to the whole amount before them, and take them in."""
    row, at = given.row, reading.last
    if given.word(at) == "and":
        at += 1
    number = reading.numeral
    if (
        at + 1 >= len(row)
        or number.value is None
        or number.value != int(number.value)
        or reading.unit is None
    ):
        return
    token = row[at]
    small = (
        int(token.text)
        if token.text.isdigit() and token.text.isascii() and len(token.text) <= 2
        else SMALL.get(token.lower)
    )
    if small is None:
        return
    unit, following = reading.unit.name, given.word(at + 1)
    if reading.unit.dimension == "money" and following in ("cents", "cent", "pence"):
        number.value, number.step = cents_added(number.value, small), Decimal("0.01")
    elif unit == "foot" and following in ("inches", "inch", "in", '"', "″") and small < 12:
        number.value, number.step = _feet(number.value, small), None
    elif unit == "pound" and following in ("ounces", "ounce", "oz") and small < 16:
        number.value, number.step = Fraction(number.value) + Fraction(small, 16), None
    else:
        return
    reading.last = reading.noun = at + 2


def _feet(feet: Number, inches: int) -> Number:
    return Fraction(feet) + Fraction(inches, 12)
