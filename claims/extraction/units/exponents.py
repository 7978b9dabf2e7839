"""Units written with negative exponents: "km s−1", "W m-2", "l · day^-1", "1540 cm⁻¹".

Papers write so what news writes with "per". Text without superscripts keeps the sign
and the digit, sometimes with a space before them.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.numbers.tokens import DASHES, DIGITS, WORD, Token, glued
from claims.extraction.units.lookup import spelled_unit, symbol_unit
from claims.extraction.units.money_reading import Measured
from claims.extraction.units.unit import Unit, per_unit, powered

_DOTS = frozenset("·⋅∙.*×")
_RAISED = {"¹": 1, "²": 2, "³": 3, "⁴": 4}
_LOWERED = {"1": 1, "2": 2, "3": 3, "4": 4}
# "ml kg−1 min−1" has three; more are soup.
_MOST_FACTORS = 4


_HEIGHTS = frozenset(("foot", "inch"))  # "6-foot-3"


def with_exponents(row: Sequence[Token], found: Measured) -> Measured:
    """The unit with the negative exponent and the lowered units that follow it."""
    at = found.last
    if row[at - 1].kind != WORD or found.unit.name in _HEIGHTS:  # "3%-4%" is a range
        return found
    own = _negative(row, at)
    if own:
        power, at = own
        found = Measured(_lowered(None, found.unit, power), found.first, at)
    for _ in range(_MOST_FACTORS):
        factor = _factor(row, found.last)
        if factor is None:
            break
        unit, power, last = factor
        found = Measured(_lowered(found.unit, unit, power), found.first, last)
    return found


def _factor(row: Sequence[Token], at: int) -> tuple[Unit, int, int] | None:
    """A unit with its negative exponent, after a space or a dot: (unit, power, place after it)."""
    if at < len(row) and row[at].text in _DOTS:
        at += 1
    if at >= len(row) or row[at].kind != WORD:
        return None
    power = _negative(row, at + 1)
    unit = (symbol_unit(row[at].text) or spelled_unit(row[at].lower)) if power else None
    return (unit, *power) if unit and power else None


def _lowered(above: Unit | None, unit: Unit, power: int) -> Unit:
    """ "above per unit", as many times as the exponent says; lengths as squares and cubes."""
    made = powered(unit, power)
    below, times = (made, 1) if made else (unit, power)
    for _ in range(times):
        above = per_unit(above, below)
    assert above is not None
    return above


def _negative(row: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The power and the place after a negative exponent that begins at `at`.

    A minus sign may stand apart ("s −1", "cm− 1"); a hyphen or dash touches both sides,
    and no other amount may follow it ("5 m-2 km").
    """
    if at >= len(row):
        return None
    touching = glued(row[at - 1], row[at])
    caret = row[at].text == "^" and touching
    at += caret
    if at + 1 >= len(row):
        return None
    sign, digit = row[at], row[at + 1]
    if sign.text == "⁻" and touching:
        return (_RAISED[digit.text], at + 2) if digit.text in _RAISED else None
    if digit.kind != DIGITS or digit.text not in _LOWERED:
        return None
    plain = sign.text in DASHES and (caret or touching) and glued(sign, digit) and _is_free(row, at + 2)
    return (_LOWERED[digit.text], at + 2) if sign.text == "−" or plain else None


def _is_free(row: Sequence[Token], at: int) -> bool:
    """Does what follows the digit leave it an exponent: no unit of its own?"""
    if at >= len(row) or row[at].kind != WORD:
        return True
    unit = symbol_unit(row[at].text) or spelled_unit(row[at].lower)
    return unit is None or _negative(row, at + 1) is not None
