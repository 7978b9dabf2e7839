"""Powers of ten: "3e-5", "1.3x10^6", "2 × 10−9", "5 × 10⁸", and "6 × 108" that lost its raised digits."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal, localcontext

from claims.extraction.numbers.tokens import DIGITS, HYPHENS, WORD, Token, glued
from claims.extraction.numbers.values import MOST_DIGITS, Numeral, Unreadable

_TIMES = frozenset("xX×✕·*∙⋅")
_MINUS = HYPHENS | frozenset("\u2212\u2013⁻")
_RAISED_DIGITS = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
# A power of ten that lost its raised digits is told from a number by what it could be:
# "108" after a times sign is 10 to the 8th, "100" and "1080" are numbers. Counts of cells
# and of molecules reach the 27th.
_HIGHEST_FUSED = 30
_LONGEST_SYMBOL = 3
# "120 x 106 mm" is a length by a width; powers follow one digit or two.
_MOST_BEFORE_FUSED = 100


def with_power(row: Sequence[Token], found: Numeral) -> Numeral | Unreadable:
    """A number with the power of ten that follows, or as it was.

    A power beyond `MOST_DIGITS` is given up, with the digits before it.
    """
    power = _after_e(row, found.last) or _after_ten(row, found) or _of_ten(row, found)
    if power is None or not isinstance(found.value, Decimal):
        return found
    exponent, last = power
    if abs(exponent) > MOST_DIGITS:
        return Unreadable(found.first, last, "a power of ten beyond 40 digits is not read")
    step = Decimal((0, (1,), int(found.value.as_tuple().exponent)))
    found.value, found.step = _plain(found.value, exponent), _plain(step, exponent)
    found.last, found.plain, found.scale = last, False, 10 ** max(exponent, 0)
    return found


def _plain(number: Decimal, exponent: int) -> Decimal:
    """The number moved by so many places, written without a power."""
    with localcontext() as context:  # forty digits and forty places more are kept
        context.prec = 4 * MOST_DIGITS
        moved = number.scaleb(exponent)
        return moved.quantize(Decimal(1)) if int(moved.as_tuple().exponent) > 0 else moved


def _after_e(row: Sequence[Token], at: int) -> tuple[int, int] | None:
    """ "1e10", "3e-5": the exponent and the place after it."""
    if at + 1 >= len(row) or row[at].lower != "e" or not glued(row[at - 1], row[at]):
        return None
    return _signed(row, at + 1, loose=False)


def _of_ten(row: Sequence[Token], found: Numeral) -> tuple[int, int] | None:
    """ "10^9", "10⁹" and "10−4" without a number before them: the power of a single one."""
    at = found.last
    if found.digits != "10" or at >= len(row):
        return None
    power = _of(row, at) or _before_symbol(row, _negative(row, at) if row[at].text == "−" else None)
    if power is not None:
        found.value, found.digits = Decimal(1), "1"
    return power


def _is_sign(row: Sequence[Token], at: int) -> bool:
    """An "x" that stands apart multiplies two numbers: "8 x 106 seats"."""
    return row[at].lower != "x" or glued(row[at], row[at + 1])


def _before_symbol(row: Sequence[Token], power: tuple[int, int] | None) -> tuple[int, int] | None:
    """ "10−4 m" is a power; "voted 10−4" and "10−12 people" are none."""
    if power is None or power[1] >= len(row) or not 0 < len(row[power[1]].text) <= _LONGEST_SYMBOL:
        return None
    return power if row[power[1]].kind == WORD else None


def _after_ten(row: Sequence[Token], found: Numeral) -> tuple[int, int] | None:
    at = found.last
    if at + 1 >= len(row) or row[at].text not in _TIMES or row[at + 1].text[:2] != "10":
        return None
    ten, after = row[at + 1], at + 2
    if ten.text != "10":
        small = found.value is not None and found.value < _MOST_BEFORE_FUSED and _is_sign(row, at)
        return _fused(row, ten.text[2:], after) if small else None
    return _of(row, after) or _negative(row, after) or _apart(row, after)


def _of(row: Sequence[Token], at: int) -> tuple[int, int] | None:
    """ "10^6" and "10⁶": a power that its caret or its digits show."""
    if at < len(row) and row[at].text == "^":
        return _signed(row, at + 1, loose=False)
    return _raised(row, at)


def _apart(row: Sequence[Token], at: int) -> tuple[int, int] | None:
    """ "6 × 10 6": a raised digit that print has set apart."""
    if at >= len(row) or row[at].start - row[at - 1].end != 1:
        return None
    digits = row[at].text
    return (int(digits), at + 1) if digits.isascii() and digits.isdigit() and len(digits) <= 2 else None


def _fused(row: Sequence[Token], raised: str, after: int) -> tuple[int, int] | None:
    """ "6 × 108": not where a unit touches it, as in "2 x 105mm"."""
    if not raised.isdigit() or raised[0] == "0" or int(raised[:3]) > _HIGHEST_FUSED:
        return None
    is_free = after >= len(row) or row[after].kind != WORD or not glued(row[after - 1], row[after])
    return (int(raised), after) if is_free else None


def _raised(row: Sequence[Token], at: int) -> tuple[int, int] | None:
    """ "10⁻⁵": digits that are raised in print."""
    written, last = "", at
    while last < len(row) and glued(row[last - 1], row[last]) and _RAISED_DIGITS.issuperset(row[last].text):
        written, last = written + row[last].text.translate(_RAISED), last + 1
    return (int(written[:9]), last) if written.removeprefix("-").isdigit() else None


def _negative(row: Sequence[Token], at: int) -> tuple[int, int] | None:
    """ "10−9" and "10 −9": a negative power is told by its sign."""
    return _signed(row, at, loose=True) if at < len(row) and row[at].text in _MINUS else None


def _signed(row: Sequence[Token], at: int, *, loose: bool) -> tuple[int, int] | None:
    """Digits with or without a sign; `loose` allows a space before the sign."""
    if at >= len(row) or not (glued(row[at - 1], row[at]) or loose):
        return None
    sign = -1 if row[at].text in _MINUS else 1
    if row[at].text in _MINUS or row[at].text == "+":
        at += 1
        if at >= len(row) or not glued(row[at - 1], row[at]):
            return None
    token = row[at]
    if token.kind != DIGITS or not (token.text.isdigit() and token.text.isascii()):
        return None
    # More digits than these are out of bounds whatever they are, and are not read as a number.
    return sign * int(token.text[:9]), at + 1
