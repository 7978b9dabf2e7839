"""Arithmetic with printed figures: what follows from some, and whether another says the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from claims.model import Claim, Comparator, FindingKind, Severity
from claims.model.quantities import Number, fraction


@dataclass(frozen=True, slots=True)
class Range:
    """The least and the most that an amount can be, neither below 0; None where nothing bounds it."""

    low: Fraction
    high: Fraction | None

    def times(self, other: Range) -> Range:
        high = None if self.high is None or other.high is None else self.high * other.high
        return Range(self.low * other.low, high)

    def by(self, factor: Number | int) -> Range:
        return self.times(Range(Fraction(factor), Fraction(factor)))

    def over(self, other: Range) -> Range:
        """Division; what may be 0 below bounds nothing above."""
        low = Fraction(0) if not other.high else self.low / other.high
        return Range(low, None if self.high is None or not other.low else self.high / other.low)

    def plus(self, other: Range) -> Range:
        high = None if self.high is None or other.high is None else self.high + other.high
        return Range(self.low + other.low, high)

    def minus(self, other: Range) -> Range:
        """The difference; what would be below 0 is 0."""
        low = Fraction(0) if other.high is None else max(Fraction(0), self.low - other.high)
        return Range(low, None if self.high is None else max(low, self.high - other.low))

    def meets(self, other: Range) -> bool:
        return not (
            (self.high is not None and self.high < other.low)
            or (other.high is not None and other.high < self.low)
        )

    def wider(self, share: Fraction) -> Range:
        """With so large a share of each bound more room."""
        return Range(self.low * (1 - share), None if self.high is None else self.high * (1 + share))


# Reads a claim's amount as a range: once as wide as rounding allows, once as narrow.
Reader = Callable[[Claim], Range]

# A round figure ("10,000", "50 million") may be rounded to its last digit that is no zero, but where the
# sentence reckons with it hardly by more than these shares of it, however roughly or finely it is meant.
_ROUGH, _FINE = Fraction(3, 100), Fraction(1, 100)
# "A third" and "doubled" are said of what comes so near to it.
_LOOSE_RATIO, _FIRM_RATIO = Fraction(15, 100), Fraction(10, 100)


def wide(claim: Claim) -> Range:
    """As wide as the words and the last digit that is no zero allow."""
    return _read(claim, is_wide=True)


def narrow(claim: Claim) -> Range:
    """As narrow as a careful writer means it."""
    return _read(claim, is_wide=False)


def _read(claim: Claim, *, is_wide: bool) -> Range:
    quantity = claim.quantity
    assert quantity is not None
    if quantity.value is None or quantity.comparator is not Comparator.EXACT:
        low = Fraction(quantity.low) if quantity.low is not None else Fraction(0)
        return Range(max(low, Fraction(0)), None if quantity.high is None else Fraction(quantity.high))
    value = Fraction(quantity.value)
    if claim.dimension == "ratio":
        return Range(value, value).wider(_LOOSE_RATIO if is_wide else _FIRM_RATIO)
    half = _percent_half(claim, value, is_wide) if claim.unit == "percent" else _half(claim, value, is_wide)
    return Range(max(value - half, Fraction(0)), value + half)


def _percent_half(claim: Claim, value: Fraction, is_wide: bool) -> Fraction:
    """Percentages are cut off as often as rounded, and those that end in 0 or 5 are rounder."""
    place = min(last_place(claim), Fraction(1))
    if not is_wide:
        return place / 2
    return Fraction(5, 2) if place == 1 and value % 5 == 0 else place


def _half(claim: Claim, value: Fraction, is_wide: bool) -> Fraction:
    """Counts below 100 are counted, not rounded."""
    if not claim.unit and value < 100 and value.denominator == 1:
        return Fraction(0)
    return min(last_place(claim) / 2, max(_written(claim, value) / 2, value * (_ROUGH if is_wide else _FINE)))


def last_place(claim: Claim) -> Fraction:
    """The place of the last digit that is no zero: ten thousand for "90.31 million"; 0 where nobody knows."""
    assert claim.quantity is not None
    return Fraction(claim.quantity.step or 0)


def _written(claim: Claim, value: Fraction) -> Fraction:
    """The place of the last digit on the page, a zero too: a million for "50 million"."""
    assert claim.quantity is not None
    digits = claim.quantity.digits.replace(",", "")
    if not digits.replace(".", "", 1).isdecimal() or not Fraction(digits):
        return Fraction(0)
    places = len(digits.partition(".")[2])
    return value / Fraction(digits) / Fraction(10) ** places


def judged(stated: Claim, formula: Callable[[Reader], Range]) -> tuple[FindingKind, Severity] | None:
    """Does what a formula makes of other figures say the same as a stated one?

    A conflict where rounding explains no difference, however wide; a possible one where only
    rough rounding explains it. None where the bounds leave everything open.
    """
    reckoned = formula(wide)
    if not reckoned.meets(wide(stated)):
        return FindingKind.CONFLICT, Severity.MEDIUM
    reckoned = formula(narrow)
    if not reckoned.meets(narrow(stated)):
        near = reckoned.wider(_NEAR).meets(narrow(stated))
        return None if near else (FindingKind.POSSIBLE_CONFLICT, Severity.LOW)
    return (FindingKind.CORROBORATION, Severity.INFO) if _is_bounded(reckoned, stated) else None


# A difference by so small a share is rounding of what the text does not print.
_NEAR = Fraction(3, 100)


def _is_bounded(reckoned: Range, stated: Claim) -> bool:
    """Is agreement worth telling, the figures being near each other and not just open to it?"""
    return reckoned.high is not None and reckoned.high <= 2 * max(reckoned.low, wide(stated).low)


def figure(number: Number | int) -> str:
    """A number in digits as a reader needs them: "12,500", "4.17", "6.5 million"."""
    value = Fraction(number)
    large = next(((size, word) for size, word in _LARGE if value >= size), None)
    if large and (value / large[0] * 10).denominator == 1:
        size = float(value / large[0])
        # Six digits of more than a million would be written with an exponent.
        return f"{size:,.0f} {large[1]}" if size >= 10**6 else f"{size:,.6g} {large[1]}"
    if value.denominator == 1:
        return f"{value.numerator:,}"
    places = 0 if abs(value) >= 1000 else 1 if abs(value) >= 10 else 2
    return f"{float(value):,.{places}f}".rstrip("0").rstrip(".") if places else f"{float(value):,.0f}"


def value_of(claim: Claim) -> Fraction:
    """The one figure as written; 0 for none."""
    quantity = claim.quantity
    return fraction(quantity.value) if quantity and quantity.value is not None else Fraction(0)


def printed_alike(number: Number, stated: Claim) -> str:
    """A result in the unit of a printed figure and with its sign: "$12,500", "75 percent", "1.5 times"."""
    value = Fraction(number)
    if stated.unit == "percent":
        return f"{figure(value)} percent"
    if stated.dimension == "ratio":
        is_multiple = value > 1 or stated.text.casefold().startswith("hal")
        return f"{figure(value)} times" if is_multiple else f"{figure(value * 100)} percent"
    sign = next((sign for sign in "$£€¥" if sign in stated.text), "")
    return f"{sign}{figure(value)}" if sign or not stated.unit else f"{figure(value)} {stated.unit}"


def printed(claim: Claim) -> str:
    """A figure as printed, inside a sentence: "about 30"."""
    words = " ".join(claim.text.split())
    return words.lower() if words.isupper() else words[:1].lower() + words[1:]


_LARGE = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
