"""Can two amounts be one? And how amounts are printed."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from claims.extraction.units import converted
from claims.model import Claim, Comparator, Quantity
from claims.model.quantities import written


def fit(one: Claim, two: Claim) -> tuple[str, str]:
    """agree, compatible, conflict or different for the amounts of two claims of one measure, and why.

    Amounts in two units are compared after exact conversion, each as wide as its
    last written digit allows: of 27 conversions that journalists wrote, 25 hold by
    that rule and none to the last decimal.
    """
    found, why = _fitting(_amount(one), _amount(two))
    return found, f"{shown(one)} and {shown(two)}: {why}"


def fits(one: Claim, two: Claim) -> str:
    """What `fit` says, without why: where one figure is compared with very many."""
    return _fitting(_amount(one), _amount(two))[0]


# A quantity, its unit, and whether it is denied.
_Amount = tuple[Quantity, str, bool]


def _amount(claim: Claim) -> _Amount:
    assert claim.quantity is not None
    return claim.quantity, claim.unit, claim.negated


@lru_cache(maxsize=4096)
def _fitting(one: _Amount, two: _Amount) -> tuple[str, str]:
    (given, unit, denied), (other, other_unit, other_denied) = one, two
    left, right = _as_precise(given), in_unit(_as_precise(other), other_unit, unit)
    if right is None:
        return "different", "the units do not convert"
    if denied != other_denied:
        return ("conflict" if left.meets(right) else "different"), "one is denied"
    if left.is_vague or right.is_vague:
        return ("compatible" if left.meets(right) else "different"), "one is vague"
    are_counts = not unit and not other_unit
    first, second = (_as_rounded(q, unit != other_unit, is_count=are_counts) for q in (left, right))
    if _is_one_value(left, right, first.meets(second), unit != other_unit):
        return "agree", "one amount"
    if first.meets(second):
        return "compatible", "both can hold"
    if _is_loose(left, right):
        return "compatible", "near enough for a figure that is only about right"
    return "conflict", "both cannot hold"


def _as_rounded(quantity: Quantity, other_unit: bool, *, is_count: bool) -> Quantity:
    """As wide as rounding allows; counts below 100 are counted, not rounded."""
    value = Fraction(quantity.value) if quantity.value is not None else None
    is_counted = is_count and value is not None and value < _ROUNDED and value.denominator == 1
    return quantity if is_counted else wide(quantity, other_unit)


_ROUNDED = 100


def _is_one_value(left: Quantity, right: Quantity, meet: bool, other_unit: bool) -> bool:
    """The same figure as written, or as a conversion rounds it; a bound on one side only is no agreement."""
    if left.value is None or right.value is None:
        return False
    level = {Comparator.EXACT, Comparator.ABOUT}
    if not ({left.comparator, right.comparator} <= level or left.comparator is right.comparator):
        return False
    if Fraction(left.value) == Fraction(right.value):
        return _is_one_sided(left) == _is_one_sided(right)
    exact = left.is_exact and right.is_exact
    about = other_unit and {left.comparator, right.comparator} <= level
    return (exact or about) and meet


# "almost 100" was written of 89: words of approximation stretch a round figure this far,
# as a share of it; one of two digits ("about 350") a tenth, as extraction reads it.
_STRETCH = Fraction(15, 100)
# "An estimated 102 million" is no 108 million: who gives three digits means them, but for
# this many of the last.
_MANY_DIGITS, _LAST_DIGITS = 3, 5


def _digits_written(quantity: Quantity) -> int:
    """How many digits a figure was written with, without the zeros that it was rounded to."""
    if quantity.value is None or not quantity.step or not quantity.value:
        return 1
    return len(str(int(abs(Fraction(quantity.value)) / Fraction(quantity.step))).rstrip("0"))


def _as_precise(quantity: Quantity) -> Quantity:
    """An approximate amount as narrow as its digits tell."""
    if quantity.comparator is not Comparator.ABOUT or quantity.value is None or quantity.step is None:
        return quantity
    if quantity.low is None or quantity.high is None or _digits_written(quantity) < _MANY_DIGITS:
        return quantity
    value, reach = Fraction(quantity.value), _LAST_DIGITS * Fraction(quantity.step)
    low, high = max(Fraction(quantity.low), value - reach), min(Fraction(quantity.high), value + reach)
    return replace(quantity, low=low, high=high)


def _is_loose(left: Quantity, right: Quantity) -> bool:
    """Is one figure approximate, and the other within its stretch?"""
    if (
        Comparator.ABOUT not in (left.comparator, right.comparator)
        or left.value is None
        or right.value is None
    ):
        return False
    if any(_digits_written(q) > 1 for q in (left, right) if q.comparator is Comparator.ABOUT):
        return False
    one, two = Fraction(left.value), Fraction(right.value)
    return abs(one - two) <= _STRETCH * max(abs(one), abs(two))


def _is_one_sided(quantity: Quantity) -> bool:
    """Is the amount bounded by its own figure ("nearly 300" is below 300)?"""
    if quantity.value is None or quantity.comparator is Comparator.EXACT:
        return False
    value = Fraction(quantity.value)
    return any(bound is not None and Fraction(bound) == value for bound in (quantity.low, quantity.high))


def wide(quantity: Quantity, other_unit: bool = True) -> Quantity:
    """As wide as rounding allows: any figure of another unit, else figures that were visibly rounded."""
    if not quantity.is_exact or quantity.step is None or quantity.value is None:
        return quantity
    if not other_unit and quantity.step <= 1:
        return quantity
    half, value = Fraction(quantity.step) / 2, Fraction(quantity.value)
    return Quantity(quantity.comparator, value - half, value + half, value=quantity.value, step=quantity.step)


def in_unit(quantity: Quantity, unit: str, into: str) -> Quantity | None:
    """The amount in another unit; None where they do not convert."""
    if unit == into:
        return quantity
    factor = converted(Decimal(1), unit, into)
    return quantity.times(factor) if factor is not None and factor > 0 else None


def total(quantities: list[Quantity]) -> Quantity:
    """Interval addition: the least and the most that amounts can come to."""
    lows = [q.low for q in quantities if q.low is not None]
    highs = [q.high for q in quantities if q.high is not None]
    low = sum((Fraction(low) for low in lows), Fraction(0)) if len(lows) == len(quantities) else None
    high = sum((Fraction(high) for high in highs), Fraction(0)) if len(highs) == len(quantities) else None
    is_open = any(q.low_open for q in quantities), any(q.high_open for q in quantities)
    comparator = Comparator.EXACT if low == high else Comparator.RANGE
    return Quantity(comparator, low, high, *is_open, value=low if low == high else None)


def shown(claim: Claim) -> str:
    """The figure as printed, with single spaces."""
    return " ".join(claim.text.split())


def plural(unit: str) -> str:
    """A unit of several: "pounds", "miles per hour", "pennies"."""
    first, per, rest = unit.partition(" per ")
    if first in ("percent", "foot") or first.endswith("s"):
        return unit
    return f"{first.removesuffix('y')}ies{per}{rest}" if first.endswith("penny") else f"{first}s{per}{rest}"


def plain(quantity: Quantity) -> str:
    """An amount in digits: "1,240", "12 to 20", "more than 4"."""
    if quantity.value is not None and quantity.low == quantity.high:
        return _digits(quantity.value)
    if quantity.low is None or quantity.high is None:
        bound = quantity.low if quantity.high is None else quantity.high
        words = "at least" if quantity.high is None else "at most"
        return f"{words} {_digits(bound or Fraction(0))}"
    return f"{_digits(quantity.low)} to {_digits(quantity.high)}"


def _digits(number: Decimal | Fraction) -> str:
    text = written(number) or ""
    whole, point, rest = text.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.lstrip("-").isdigit() else text
