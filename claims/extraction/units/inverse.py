"""Units divided by, as science writes them: "7 m s−1", "0.2 kg ha-1 year-1", "964 cm⁻¹"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.numbers.tokens import DIGITS, WORD, Token, glued
from claims.extraction.units.lookup import spelled_unit, symbol_unit
from claims.extraction.units.money_reading import Measured
from claims.extraction.units.unit import Unit, inverted, per_unit, powered

_MINUS = frozenset("−⁻–")
_DOTS = frozenset("·⋅∙")
_RAISED = {"¹": 1, "²": 2, "³": 3}
_HEIGHTS = frozenset(("foot", "inch"))  # "6-foot-3"
# "kg ha−1 year−1": more divisors than this are in no unit of use.
_MOST = 3


def divided(row: Sequence[Token], found: Measured) -> Measured:
    """The unit with what it is divided by, where powers with a minus sign follow."""
    if found.last >= len(row) or found.unit.dimension == "money" or found.unit.name in _HEIGHTS:
        return found
    if (power := _negative_power(row, found.last)) and (below := _powered(found.unit, power[0])):
        found = Measured(inverted(below), found.first, power[1])
    for _ in range(_MOST):
        at = found.last + (found.last < len(row) and row[found.last].text in _DOTS)
        if at + 1 >= len(row) or row[at].kind != WORD:
            break
        unit = symbol_unit(row[at].text) or spelled_unit(row[at].lower)
        power = _negative_power(row, at + 1)
        if unit is None or power is None or not (below := _powered(unit, power[0])):
            break
        found = Measured(per_unit(found.unit, below), found.first, power[1])
    return found


def _powered(unit: Unit, power: int) -> Unit | None:
    return unit if power == 1 else powered(unit, power)


def _negative_power(row: Sequence[Token], sign: int) -> tuple[int, int] | None:
    """A minus sign and 1, 2 or 3, and the place after them.

    A minus may stand apart from the unit, as print with raised digits leaves it; a
    hyphen may not, and not before a unit of its own ("5 m-2 km").
    """
    if sign + 1 >= len(row) or not glued(row[sign], row[sign + 1]):
        return None
    is_minus = row[sign].text in _MINUS
    if not is_minus and not (row[sign].text == "-" and glued(row[sign - 1], row[sign])):
        return None
    token, last = row[sign + 1], sign + 2
    power = _RAISED.get(token.text) or (int(token.text) if token.text in ("1", "2", "3") else 0)
    if not power or (last < len(row) and glued(token, row[last]) and row[last].kind in (WORD, DIGITS)):
        return None
    is_range = not is_minus and last < len(row) and symbol_unit(row[last].text) is not None
    follows = is_range and _negative_power(row, last + 1) is None
    return None if follows else (power, last)
