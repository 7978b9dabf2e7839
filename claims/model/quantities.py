"""Exact amounts: what a figure commits its speaker to."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

Number = Decimal | Fraction


class Comparator(StrEnum):
    """How the words bound the figure; the values are those of the JSON."""

    EXACT = "="
    BELOW = "<"
    ABOVE = ">"
    AT_MOST = "<="
    AT_LEAST = ">="
    ABOUT = "~"
    RANGE = "range"
    VAGUE = "vague"
    SUPERLATIVE = "superlative"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An exact interval [low, high] in the claim's unit; no float ever enters.

    Attributes:
        low, high: bounds; None where the words set none. "more than 4" is
            (4, None), "179" is [179, 179], "dozens" is [12, 120).
        low_open, high_open: whether the bound itself is excluded.
        value: the one figure as written, scaled ("6.5 million" is 6500000); None
            for ranges of two figures, vague amounts and superlatives.
        step: the place of the last written digit: 0.01 for 2.50, 100000 for "6.5
            million", 1 for 179, 1000 for 220,000. 2.50 equals 2.5 but was rounded more finely.
        digits: how the figure was written ("6.5").
    """

    comparator: Comparator
    low: Number | None
    high: Number | None
    low_open: bool = False
    high_open: bool = False
    value: Number | None = None
    step: Number | None = None
    digits: str = ""

    def __post_init__(self) -> None:
        for number in (self.low, self.high, self.value, self.step):
            if isinstance(number, Decimal) and not number.is_finite():
                raise ValueError("a quantity is finite; a missing bound is None")
        if self.low is None or self.high is None:
            return
        if self.low is self.high and not (self.low_open or self.high_open):
            return
        low, high = Fraction(self.low), Fraction(self.high)
        if low > high or (low == high and (self.low_open or self.high_open)):
            raise ValueError(f"an interval holds something, got {self.low} to {self.high}")

    @property
    def is_exact(self) -> bool:
        return self.comparator is Comparator.EXACT and self.value is not None

    @property
    def is_vague(self) -> bool:
        return self.comparator is Comparator.VAGUE

    def rounded(self) -> Quantity:
        """The interval that the written digits allow: half the last written place each way.

        Counts below 100 that end in no zero are taken as counted, not rounded
        (NIST SP 811, appendix B.7, on the last significant digit).
        """
        if not self.is_exact or self.step is None or self.value is None:
            return self
        if self.step == 1 and -100 < self.value < 100:
            return self
        half = Fraction(self.step) / 2
        value = Fraction(self.value)
        return Quantity(
            self.comparator, value - half, value + half, False, False, self.value, self.step, self.digits
        )

    def meets(self, other: Quantity) -> bool:
        """Can one amount lie in both intervals?"""
        return not (self._is_below(other) or other._is_below(self))

    def _is_below(self, other: Quantity) -> bool:
        if self.high is None or other.low is None:
            return False
        high, low = Fraction(self.high), Fraction(other.low)
        return high < low or (high == low and (self.high_open or other.low_open))

    def times(self, factor: Number) -> Quantity:
        """The same amount in another unit; `factor` is positive."""
        by = Fraction(factor)

        def scaled(number: Number | None) -> Number | None:
            return None if number is None else Fraction(number) * by

        return Quantity(
            self.comparator,
            scaled(self.low),
            scaled(self.high),
            self.low_open,
            self.high_open,
            scaled(self.value),
            scaled(self.step),
            self.digits,
        )


@lru_cache(maxsize=4096)
def fraction(number: Number) -> Fraction:
    """The number to reckon with; the same few thousand are asked for again and again."""
    return Fraction(number)


def written(number: Number | None) -> str | None:
    """A plain decimal string without exponent; a fraction that has none is written a/b."""
    if number is None:
        return None
    if isinstance(number, Fraction):
        below = number.denominator
        for prime in (2, 5):
            while below % prime == 0:
                below //= prime
        if below != 1:
            return f"{number.numerator}/{number.denominator}"
        places = 0
        while (number * 10**places).denominator != 1:
            places += 1
        # Arithmetic on Decimal rounds to 28 digits; reading one from its digits does not.
        return format(Decimal(f"{(number * 10**places).numerator}E-{places}"), "f")
    return format(number, "f")


def read(text: str | None) -> Number | None:
    """The inverse of `written`."""
    if text is None:
        return None
    return Fraction(text) if "/" in text else Decimal(text)
