"""Ages: "13 years old", "a 13-year-old", "aged 13", "Vega, 52,"."""

from __future__ import annotations

from claims.extraction.figures.counted_words import CLOSED, PREPOSITIONS
from claims.extraction.figures.reading import Given, Reading
from claims.extraction.numbers.tokens import HYPHENS, WORD
from claims.extraction.units.lookup import unit_named
from claims.extraction.units.unit import Unit

_YEAR = unit_named("year") or Unit("year", "time")
_ADULT = 15  # below this, a number after one capitalised word is rather a count
# Ages at which the law changes what a person may do: "under" these is an age, not a count.
_OF_AGE = frozenset((13, 16, 18, 21))
_BE = frozenset("is are was were".split())
_OLDEST = 122  # years: the longest life on record


def read_age(given: Given, reading: Reading) -> None:
    """Mark a reading as an age where the words say so, and take those words in."""
    if reading.is_vague:
        return
    if reading.unit is not None:
        if reading.unit.dimension == "time":
            _unit_old(given, reading)
    elif _may_be_age(reading) and (
        _aged(given, reading) or _after_name(given, reading) or _is_said_to_be(given, reading)
    ):
        reading.unit, reading.is_age = _YEAR, True


def read_age_range(given: Given, reading: Reading) -> None:
    """ "aged between 18 and 34": the range, which begins with "between", is of ages."""
    if reading.unit is None and given.word(reading.first - 1) in ("aged", "ages"):
        reading.unit, reading.dimension, reading.is_age = _YEAR, _YEAR.dimension, True
        reading.first -= 1


def _may_be_age(reading: Reading) -> bool:
    return reading.value is not None and 0 < reading.value <= _OLDEST and reading.numeral.scale == 1


def _unit_old(given: Given, reading: Reading) -> None:
    at = reading.last
    if given.text(at) in HYPHENS:
        at += 1
    if given.word(at) == "old" or given.word(at) == "olds":
        reading.last = reading.noun = at + 1
        reading.is_age = True
    elif given.words(at, at + 2) == ("of", "age"):
        reading.last = reading.noun = at + 2
        reading.is_age = True
    elif given.word(reading.first - 1) in ("aged", "age") or given.words(
        reading.first - 2, reading.first
    ) == ("age", "of"):
        reading.is_age = True


def _aged(given: Given, reading: Reading) -> bool:
    before = given.word(reading.first - 1)
    if before in ("aged", "age", "ages") and given.word(reading.last) not in ("million", "percent"):
        reading.first -= 1
        return True
    if given.words(reading.first - 2, reading.first) == ("age", "of"):
        return True
    return (
        before == "turned"
        and reading.value is not None
        and reading.value >= 10
        and not given.word(reading.last).isalpha()
    )


def _is_said_to_be(given: Given, reading: Reading) -> bool:
    """ "She was 70.", "most are under 18": nothing counted follows."""
    if given.word(reading.last).isalpha() or not reading.numeral.plain:
        return False
    first, before = reading.first, given.word(reading.first - 1).replace("’", "'")
    if before == "under":
        return reading.value in _OF_AGE and given.word(first - 2) in _BE
    if before == "both" and given.text(first - 2) == "," and given.text(reading.last) in (",", "."):
        return True  # "twin sisters, both 34,"
    return before in ("he's", "she's") or (before in _BE | {"'s"} and given.word(first - 2) in ("he", "she"))


_KIN = frozenset("brother sister son daughter wife husband mother father nephew niece cousin".split())


def _after_name(given: Given, reading: Reading) -> bool:
    """ "Marisol Vega, 52, said": two capitalised words, a comma on both sides."""
    first = reading.first
    if (
        not reading.numeral.plain
        or given.text(first - 1) != ","
        or given.text(reading.last) not in (",", ".", ";", ")")
    ):
        return False
    name = given.row[first - 2] if first > 1 else None
    if name is None or name.kind != WORD or not name.text[:1].isupper() or name.lower in CLOSED:
        return False
    before = given.text(first - 3) if first > 2 else ""
    has_two_names = before[:1].isupper() and before.lower() not in CLOSED
    is_adult = reading.value is not None and reading.value >= _ADULT and before.lower() not in PREPOSITIONS
    if not given.touches(first - 1):
        return False
    return has_two_names or before in _KIN or (is_adult and given.text(reading.last) == ",")
