"""A number as it was written: exact value, the step it is rounded to, its digits.

Values are `Decimal` or `Fraction`; no float is ever made. What cannot be read
exactly is an `Unreadable`, never a near miss.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction

from claims.model.quantities import Number

# No amount in the world needs more: a longer run is data, not a figure.
MOST_DIGITS = 40


@dataclass(slots=True)
class Numeral:
    """A number as it stands, from token `first` up to, not including, token `last`.

    Attributes:
        value: None for a vague amount, which has `low` and `high` instead.
        step: place of the last written digit, scaled: 100000 for "6.5 million".
        digits: the written figure without its scale ("6.5", "two").
        is_part: "half", "a third", "two-thirds", "one in five": a share of something.
        in_words: no digit is written.
        scale: what the scale words and letters multiply by; 1 without any.
        plain: digits only, without comma or point: may be a year or a label.
    """

    first: int
    last: int
    value: Number | None
    step: Number | None
    digits: str
    low: Number | None = None
    high: Number | None = None
    is_part: bool = False
    in_words: bool = False
    scale: int = 1
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A run of digits that is given up, with the reason as a sentence for people."""

    first: int
    last: int
    why: str


_WESTERN = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", re.ASCII)
_INDIAN = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?", re.ASCII)
_PLAIN = re.compile(r"[0-9]+(?:\.[0-9]+)?|\.[0-9]+", re.ASCII)
_CONTINENTAL = re.compile(r"[0-9]{1,3}(?:(?:\.[0-9]{3})+,[0-9]{1,2}|(?:\.[0-9]{3}){2,})", re.ASCII)
_COMMA_DECIMAL = re.compile(r"[0-9]+,[0-9]{1,2}", re.ASCII)


def decimal_of(written: str) -> Decimal | None:
    """The value of digits with separators; None where the separators make no number.

    "1,234.50", "12,34,567.89" (Indian), "1.234,50" and "1.234.567" (continental) and
    "12,5" are read; "1,2,3" and "1.2.3" are lists or versions, and are not.
    """
    if _PLAIN.fullmatch(written):
        return Decimal(written)
    if _WESTERN.fullmatch(written) or _INDIAN.fullmatch(written):
        return Decimal(written.replace(",", ""))
    if _CONTINENTAL.fullmatch(written) or _COMMA_DECIMAL.fullmatch(written):
        return Decimal(written.replace(".", "").replace(",", "."))
    return None


def step_of(value: Decimal) -> Decimal:
    """The place of the last written digit; for whole numbers of the last non-zero one.

    0.01 for 2.50, 1 for 179, 10000 for 220,000 (NIST SP 811, appendix B.7: trailing
    zeros of a whole number may only hold places).
    """
    exponent = int(value.as_tuple().exponent)
    if exponent < 0:
        return Decimal((0, (1,), exponent))
    zeros = 0
    digits = "".join(map(str, value.as_tuple().digits))
    if value:
        zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(10**zeros)


def scaled(value: Number, by: int) -> Number:
    """Exactly `value` times `by`."""
    if isinstance(value, Fraction):
        return value * by
    with localcontext() as context:
        context.prec = 4 * MOST_DIGITS
        exact = value * by
        return exact.quantize(Decimal(1)) if exact == exact.to_integral_value() else exact.normalize()


def shortest(number: Fraction) -> Number:
    """A Decimal where the fraction ends, so that records stay readable."""
    below = number.denominator
    for prime in (2, 5):
        while below % prime == 0:
            below //= prime
    if below != 1:
        return number
    places = 0
    while (number * 10**places).denominator != 1:
        places += 1
    return Decimal((number * 10**places).numerator).scaleb(-places)


def scale_by(found: Numeral, by: int, last: int) -> None:
    """Multiply a number and its step; it now ends before token `last`."""
    if found.value is not None:
        found.value = scaled(found.value, by)
        found.step = None if found.step is None else scaled(found.step, by)
    else:
        found.low = None if found.low is None else scaled(found.low, by)
        found.high = None if found.high is None else scaled(found.high, by)
    found.last, found.scale, found.plain = last, found.scale * by, False


def negate(found: Numeral) -> None:
    """Turn a number into its negative, in value and in print."""
    if found.value is not None:
        found.value, found.digits, found.plain = -found.value, f"-{found.digits}", False
