"""The exact interval that a figure commits its speaker to, as its bound words were read."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from claims.extraction.figures.reading import Reading
from claims.extraction.numbers.values import Numeral, shortest
from claims.model import Comparator, Quantity
from claims.model.quantities import Number


def quantity(reading: Reading) -> Quantity:
    """The exact interval of a figure, in its unit."""
    numeral = reading.numeral
    if reading.to is not None:
        low, high = numeral.value, reading.to.value
        digits = f"{numeral.digits} to {reading.to.digits}"
        ends = reading.low_open, reading.high_open
        return Quantity(Comparator.RANGE, low, high, *ends, step=reading.to.step, digits=digits)
    if numeral.value is None:
        low, high = numeral.low, numeral.high
        is_open = high is not None and low is not None and high == 10 * low
        return Quantity(Comparator.VAGUE, low, high, high_open=is_open, digits=numeral.digits)
    if reading.spread is not None and reading.comparator in (Comparator.EXACT, Comparator.ABOUT):
        return _uncertain(numeral, Fraction(numeral.value), abs(Fraction(reading.spread)))
    return _bounded(reading, numeral.value, numeral.step, numeral.digits)


def _uncertain(numeral: Numeral, value: Fraction, spread: Fraction) -> Quantity:
    low, high = shortest(value - spread), shortest(value + spread)
    return Quantity(
        Comparator.ABOUT, low, high, value=numeral.value, step=numeral.step, digits=numeral.digits
    )


def _bounded(reading: Reading, value: Number, step: Number | None, digits: str) -> Quantity:
    comparator = reading.comparator
    width = None if reading.slack is None else abs(Fraction(value)) * Fraction(reading.slack)
    below = None if width is None else shortest(Fraction(value) - width)
    above = None if width is None else shortest(Fraction(value) + width)
    if value == 0:
        below = above = None
    match comparator:
        case Comparator.ABOUT if value == 0:
            bounds: tuple[Number | None, Number | None, bool, bool] = (value, value, False, False)
        case Comparator.ABOUT if reading.below:
            bounds = (below, value, False, True)
        case Comparator.ABOUT:
            bounds = (below, above, False, False)
        case Comparator.ABOVE:
            bounds = (value, above, True, False)
        case Comparator.AT_LEAST:
            bounds = (value, None, False, False)
        case Comparator.BELOW:
            bounds = (below, value, False, True)
        case Comparator.AT_MOST:
            bounds = (Decimal(0) if value > 0 else None, value, False, False)
        case _:
            bounds = (value, value, False, False)
    return Quantity(comparator, *bounds, value, step, digits)
