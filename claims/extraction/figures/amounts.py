"""One amount told in two: "2 hours 30 minutes", "an hour and a half", "3 dollars 50 cents", "300 ± 15 K"."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from claims.extraction.figures.reading import Given, Reading
from claims.extraction.numbers.values import Numeral, shortest
from claims.extraction.numbers.words import SCALES, SMALL
from claims.extraction.units.lookup import may_begin_unit, spelled_unit, unit_named
from claims.extraction.units.money import minor_unit
from claims.extraction.units.unit import Unit

# larger unit -> smaller unit -> how many of it make one, and whether the sum is told in the
# larger: a person is 5 1/6 feet tall, but a race takes 150 minutes.
_PARTS_OF: dict[str, dict[str, tuple[int, bool]]] = {
    "hour": {"minute": (60, False), "second": (3600, False)},
    "minute": {"second": (60, False)},
    "yard": {"foot": (3, False), "inch": (36, False)},
    "foot": {"inch": (12, True)},
    "kilometer": {"meter": (1000, False)},
    "meter": {"centimeter": (100, False)},
    "stone": {"pound": (14, True)},
    "pound": {"ounce": (16, True)},
}
# What a bare number after the larger unit is of: "1 hour thirty", "5 foot 10".
_BARE = {"hour": "minute", "foot": "inch", "stone": "pound"}
_INCHES = frozenset(("in", '"', "″", "inches"))
_COMPARED = frozenset("more less longer shorter later earlier".split())
_JOINS = ((), ("and",), (",",))


def is_one_amount(given: Given, left: Reading, right: Reading, between: tuple[str, ...]) -> bool:
    """Fold `right` into `left` where both are one amount; False leaves them alone."""
    if left.unit is None or left.value is None or right.value is None or left.value != int(left.value):
        return False
    if not (between in _JOINS or _is_height(left, between)) or given.word(left.first - 1) == "between":
        return False
    if between == (",",) and (left.dimension == "money" or given.word(right.last) in _COMPARED):
        return False  # "$3, 50 cents more than last year"
    smaller = _smaller(given, left, right, between)
    return bool(smaller) and _add(left, right, smaller)


def _smaller(given: Given, left: Reading, right: Reading, between: tuple[str, ...]) -> str:
    """The unit that `right` counts if it is a part of the same amount, else ""."""
    assert left.unit is not None
    if right.unit is not None and right.unit.name.endswith(" cent") and left.dimension == "money":
        return minor_unit(left.unit.name)  # of its own currency, which the cents leave open
    if right.unit is not None:
        return right.unit.name if right.dimension == left.dimension and not right.is_age else ""
    if right.is_bare_count and right.numeral.scale == 1:
        if left.unit.name == "foot" and given.word(right.last) in _INCHES:
            right.last += 1
            return "inch"
        if _is_height(left, between) or given.text(left.last - 1) in ("'", "’"):
            return "inch"
        if _ends(given, right.last) and given.word(left.first - 1) not in ("from", "than"):
            return _bare(left, right, between)
    return ""


def _bare(left: Reading, right: Reading, between: tuple[str, ...]) -> str:
    assert left.unit is not None
    if left.unit.dimension == "money":
        is_named = left.first == left.core and len(right.numeral.digits) > 1
        return minor_unit(left.unit.name) if is_named and between != (",",) else ""
    return "" if between else _BARE.get(left.unit.name, "")


def _is_height(left: Reading, between: tuple[str, ...]) -> bool:
    """ "6-foot-4"."""
    return left.unit is not None and left.unit.name == "foot" and between in (("-",), ("‑",), ("‐",))


def _ends(given: Given, at: int) -> bool:
    """Does the clause end here, so that no noun is counted?"""
    return at >= len(given.row) or given.text(at) in (".", "!", "?", ";", ")")


def _add(left: Reading, right: Reading, smaller: str) -> bool:
    assert left.unit is not None
    assert left.value is not None
    assert right.value is not None
    many, keeps_larger = _ratio(left.unit, smaller)
    if not many or not 0 < right.value < many:
        return False
    whole, part = Fraction(left.value), Fraction(right.value)
    total = whole + part / many if keeps_larger else whole * many + part
    left.numeral.value, left.numeral.plain = shortest(total), False
    left.numeral.step = (
        None
        if right.numeral.step is None
        else shortest(Fraction(right.numeral.step) / (many if keeps_larger else 1))
    )
    if not keeps_larger:
        left.unit = unit_named(smaller)
    left.last, left.noun = right.last, right.noun
    return True


def _ratio(larger: Unit, smaller: str) -> tuple[int, bool]:
    """How many of the smaller unit make one larger (0: it is no part), and is the sum told in the larger?"""
    if larger.dimension == "money":
        return (100, True) if smaller == minor_unit(larger.name) else (0, True)
    return _PARTS_OF.get(larger.name, {}).get(smaller, (0, True))


# ---------------------------------------------------------------- an hour and a half

_HALVES = {
    ("and", "a", "half"): Fraction(1, 2),
    ("and", "half"): Fraction(1, 2),
    ("and", "a", "quarter"): Fraction(1, 4),
}
_HALVED_DIMENSIONS = frozenset(("time", "length", "mass", "volume", "area"))


def read_half_more(given: Given, reading: Reading) -> None:
    """ "three hours and a half": a part of the unit that stands before it."""
    number, unit = reading.numeral, reading.unit
    if unit is None or unit.dimension not in _HALVED_DIMENSIONS or number.value is None:
        return
    if number.value != int(number.value):
        return
    if half := _half_more(given, reading.last):
        share, last = half
        number.value, number.step, number.plain = shortest(Fraction(number.value) + share), None, False
        reading.last = reading.noun = last


def _half_more(given: Given, at: int) -> tuple[Fraction, int] | None:
    """The share that begins with "and" at `at`, and the place after it; not "and a half million"."""
    for words, share in _HALVES.items():
        last = at + len(words)
        if given.words(at, last) == words:
            following = given.word(last)
            is_free = following not in SCALES and following != "-" and not may_begin_unit(following)
            return (share, last) if is_free and (len(words) == 3 or not following.isalpha()) else None
    return None


def article_amount(given: Given, at: int) -> Numeral | None:
    """The "an" of "an hour and a half" and "an hour and 30 minutes" is a one; elsewhere it counts nothing."""
    if given.word(at) not in ("a", "an"):
        return None
    unit = spelled_unit(given.word(at + 1)) if may_begin_unit(given.word(at + 1)) else None
    if unit is None or unit.dimension not in _HALVED_DIMENSIONS:
        return None
    after = at + 3 if given.word(at + 2) == "and" else at + 2
    smaller = (
        spelled_unit(given.word(after + 1))
        if given.text(after).isdigit() or given.word(after) in SMALL
        else None
    )
    is_split = smaller is not None and smaller.name in _PARTS_OF.get(unit.name, {})
    if not is_split and not _half_more(given, at + 2):
        return None
    return Numeral(at, at + 1, Decimal(1), Decimal(1), given.text(at), in_words=True)
