"""Powers of ten after a number: "6 × 10^6", "2.1 x 10-5", "3 × 10⁸", "10−4".

Text taken from a page that was set in type often loses its superscripts: "6 × 10⁶"
becomes "6 × 106", "6 × 10 6" or "6 × 10−6". A sign of multiplication says which is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import NamedTuple

from claims.extraction.numbers.tokens import DASHES, DIGITS, Token, glued
from claims.extraction.numbers.values import MOST_DIGITS, Numeral, Unreadable, scale_by
from claims.model.quantities import Number

_TIMES = frozenset("×xX✕∙·*⋅")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_SIGNS = DASHES - {"~"}


class _Power(NamedTuple):
    """An exponent, and the token after it."""

    exponent: int
    last: int


def with_power(row: Sequence[Token], found: Numeral) -> Numeral | Unreadable:
    """The number times its power of ten, or the number as it is."""
    at = found.last
    if found.value is None or found.is_part:
        return found
    if found.digits == "10" and found.plain:
        power = _signed(row, at)
        return found if power is None else _raised(found, power, Decimal(1))
    if at + 1 >= len(row) or row[at].text not in _TIMES or row[at + 1].text[:2] != "10":
        return found
    power = _power_of_ten(row, at + 1, lost=0 < found.value < 10)
    return found if power is None else _raised(found, power, found.value)


def _raised(found: Numeral, power: _Power, of: Number) -> Numeral | Unreadable:
    exponent, last = power
    if abs(exponent) > MOST_DIGITS:
        return Unreadable(found.first, last, "a power of ten beyond forty digits is not read")
    found.value = of
    if exponent >= 0:
        scale_by(found, 10**exponent, last)
        return found
    found.value = _lowered(of, exponent)
    found.step = None if found.step is None else _lowered(found.step, exponent)
    found.last, found.plain = last, False
    return found


def _lowered(number: Number, exponent: int) -> Number:
    """Exactly a number times a negative power of ten."""
    if isinstance(number, Fraction):
        return number / int(10**-exponent)
    with localcontext() as context:
        context.prec = 4 * MOST_DIGITS
        return number.scaleb(exponent)


def _power_of_ten(row: Sequence[Token], ten: int, *, lost: bool) -> _Power | None:
    """What stands after a sign of multiplication; `lost` allows digits glued to the ten."""
    written = row[ten].text
    if written == "10":
        return _signed(row, ten + 1) or _spaced(row, ten + 1)
    is_glued = written.isascii() and written.isdigit() and len(written) <= 4 and written[2] != "0"
    return _Power(int(written[2:]), ten + 1) if lost and is_glued else None


def _signed(row: Sequence[Token], at: int) -> _Power | None:
    """ "^6", "^-6", "⁻⁶", "−6": an exponent that its sign or its letters show."""
    if at >= len(row):
        return None
    if glued(row[at - 1], row[at]) and (raised := _raised_digits(row, at)):
        return raised
    caret = row[at].text == "^"
    if caret:
        at += 1
    sign = at < len(row) and row[at].text in (_SIGNS if caret else "−")
    digits = at + sign
    if digits >= len(row) or not (caret or sign) or not _is_exponent(row[digits]):
        return None
    if sign and not glued(row[at], row[digits]):
        return None
    return _Power(_exponent_of(row[digits]) * (-1 if sign else 1), digits + 1)


def _raised_digits(row: Sequence[Token], at: int) -> _Power | None:
    """Superscript digits: "⁸" is a word of its own, "⁻" a mark before one."""
    last = at + 1 + (row[at].text == "⁻")
    if last > len(row):
        return None
    plain = "".join(token.text for token in row[at:last]).translate(_RAISED)
    digits = plain.removeprefix("-")
    return _Power(int(plain), last) if digits.isascii() and digits.isdigit() and len(digits) < 3 else None


def _spaced(row: Sequence[Token], at: int) -> _Power | None:
    """ "× 10 6", "× 10-6": after a sign of multiplication a lost superscript may stand alone."""
    if at >= len(row):
        return None
    sign = row[at].text in _SIGNS
    digits = at + sign
    if digits >= len(row) or not _is_exponent(row[digits]):
        return None
    if not glued(row[at], row[digits]) if sign else len(row[digits].text) > 2:
        return None
    return _Power(_exponent_of(row[digits]) * (-1 if sign else 1), digits + 1)


def _is_exponent(token: Token) -> bool:
    return token.kind == DIGITS and token.text.isascii() and token.text.isdigit()


def _exponent_of(token: Token) -> int:
    """Its first digits are enough to see that an exponent is too large."""
    return int(token.text.lstrip("0")[:6] or "0")
