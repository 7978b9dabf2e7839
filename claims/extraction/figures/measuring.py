"""One number with what stands around it: sign, currency, unit, age words."""

from __future__ import annotations

from claims.extraction.figures.ages import read_age
from claims.extraction.figures.amounts import read_half_more
from claims.extraction.figures.counted import noun_phrase
from claims.extraction.figures.counted_words import is_plural
from claims.extraction.figures.multiples import is_multiple
from claims.extraction.figures.reading import Given, Reading
from claims.extraction.figures.uncertain import read_uncertainty
from claims.extraction.numbers.tokens import DIGITS
from claims.extraction.numbers.values import Numeral, negate, scale_by
from claims.extraction.units.money_reading import Measured, in_thousands, money_before, scale_money
from claims.extraction.units.reading import per_what, unit_after


def measured(given: Given, number: Numeral, taken: int) -> Reading:
    """The number with its sign, currency, unit and age words; what stands before `taken` is used up."""
    reading = Reading(number, number.first, number.first, number.last, number.last)
    has_sign = _money_first(given, reading, taken)
    if not has_sign:
        _millions(given, number)
    _read_minus(given, reading)
    reading.last = reading.noun = number.last
    _unit_last(given, reading, has_sign=has_sign)
    _set_dimension(given, reading)
    _below_zero(given, reading)
    read_uncertainty(given, reading)
    read_age(given, reading)
    return reading


def _money_first(given: Given, reading: Reading, taken: int) -> bool:
    """Read the currency before a number ("$5", "$-5"); False if there is none."""
    number = reading.numeral
    sign = number.first - (given.text(number.first - 1) in _MINUS and given.touches(number.first))
    before = money_before(given.row, sign, given.country) if sign > taken else None
    if before is None:
        return False
    scale_money(given.row, number)
    if sign < number.first:
        negate(number)
    reading.unit, reading.first = before.unit, before.first
    return True


def _unit_last(given: Given, reading: Reading, *, has_sign: bool) -> None:
    """Read the unit after a number, or what an amount of money is per."""
    number = reading.numeral
    after = unit_after(given.row, number.last + _article(given, number), given.country, number)
    if after is not None and _is_its_unit(given, reading, after, has_sign=has_sign):
        reading.unit, reading.last, reading.noun = after.unit, after.last, after.last
        read_half_more(given, reading)
    elif has_sign:
        _money_per(given, reading)


def _article(given: Given, number: Numeral) -> int:
    """How many words stand between a part and its unit: "half an hour", "half of a percentage point"."""
    if not number.is_part:
        return 0
    of = given.word(number.last) == "of" and given.word(number.last + 2) == "percentage"
    return of + (given.word(number.last + of) in ("a", "an"))


def _is_its_unit(given: Given, reading: Reading, after: Measured, *, has_sign: bool) -> bool:
    """Not "yen" in "$0.9 billion yen-denominated bonds", nor "miles" in "$5 miles away"."""
    if not has_sign:
        return True
    other = reading.unit is not None and after.unit.name != reading.unit.name
    return "money" in after.unit.dimension and not (other and given.text(after.last) == "-")


def _set_dimension(given: Given, reading: Reading) -> None:
    number = reading.numeral
    if reading.unit is not None:
        reading.dimension = reading.unit.dimension
        in_thousands(reading.unit, number)
    elif is_multiple(given, number.last):
        reading.dimension, reading.noun = "ratio", number.last + 2
    elif (number.is_part and "/" not in number.digits) or _is_factor(given, reading):
        reading.dimension = "ratio"


def _is_factor(given: Given, reading: Reading) -> bool:
    """ "by a factor of three"."""
    return given.words(reading.first - 2, reading.first) == ("factor", "of")


def _below_zero(given: Given, reading: Reading) -> None:
    """ "20 degrees below zero", "20 below zero"."""
    is_degrees = reading.unit is None or reading.unit.name.startswith("degree")
    number = reading.numeral
    if number.value is None or not is_degrees:
        return
    if given.words(reading.last, reading.last + 2) == ("below", "zero"):
        negate(number)
        reading.last = reading.noun = reading.last + 2


_MINUS = frozenset("-−")


def _money_per(given: Given, reading: Reading) -> None:
    assert reading.unit is not None
    whole = per_what(given.row, Measured(reading.unit, reading.last, reading.last))
    reading.unit, reading.last, reading.noun = whole.unit, whole.last, whole.last


def _millions(given: Given, number: Numeral) -> None:
    """ "1.5m people": millions, where a plural noun follows; else meters."""
    place = number.last
    if number.scale == 1 and given.text(place) == "m" and given.touches(place):
        phrase = noun_phrase(given.row, place + 1, tail=False)
        if phrase is not None and is_plural(given.word(phrase.last - 1)):
            scale_by(number, 10**6, place + 1)


# Marks that a sign may touch: a hyphen after anything else joins words or numbers.
_SIGN_OPENERS = frozenset('( [ { = < > ≤ ≥ ~ ∼ ≈ : " “ ‘'.split())


def _read_minus(given: Given, reading: Reading) -> None:
    """ "-5", "minus 5", "minus-260": a sign that touches the number and nothing before it."""
    at = reading.first - 1
    number = reading.numeral
    if at < 0 or number.value is None:
        return
    sign = given.text(at)
    if sign in _MINUS and given.touches(reading.first):
        if sign == "-" and at and given.row[at - 1].kind == DIGITS:  # "12 -15 knots"
            return
        if given.word(at - 1) == "minus" and given.touches(at):
            at -= 1
        elif given.touches(at) and given.text(at - 1) not in _SIGN_OPENERS:
            return
    elif sign.lower() not in ("minus", "negative") or (at and given.row[at - 1].kind == DIGITS):
        return
    elif given.words(at - 2, at) == ("plus", "or"):  # "a margin of plus or minus 3 points"
        reading.first = at - 2
        return
    negate(number)
    reading.first = at
