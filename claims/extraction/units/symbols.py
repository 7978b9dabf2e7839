"""The symbol of a unit after a number: "kg", "%", "°C", "m2", "5'6"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.numbers.tokens import DIGITS, MARK, WORD, Token, glued
from claims.extraction.numbers.values import Numeral
from claims.extraction.units.lookup import spelled_unit, symbol_unit
from claims.extraction.units.money_reading import Measured
from claims.extraction.units.unit import Unit, powered


def cubed(row: Sequence[Token], found: Measured) -> Measured:
    """ "km squared", "m2", "cm^3"."""
    at = found.last
    if at >= len(row):
        return found
    power = {"squared": 2, "cubed": 3, "2": 2, "3": 3}.get(row[at].lower, 0)
    if row[at].kind == DIGITS and not glued(row[at - 1], row[at]):
        return found
    last = at + 1
    if row[at].text == "^" and at + 1 < len(row) and row[at + 1].text in ("2", "3"):
        power, last = int(row[at + 1].text), at + 2
    made = powered(found.unit, power)
    return Measured(made, found.first, last) if made else found


# Symbols of one letter that are read after a space as well as glued on; the others
# ("12 A", "5 s") are letters of lists and names too often in prose.
_LOOSE = frozenset("m g l t L K C F V W J N h s".split())


def symbol_at(row: Sequence[Token], at: int, found: Numeral) -> Measured | None:
    token = row[at]
    touching = glued(row[at - 1], token)
    if token.text in "%‰":
        unit = symbol_unit(token.text)
        return Measured(unit, at, at + 1) if unit else None
    if token.text in "°℃℉" and token.kind == MARK:
        return _degrees(row, at)
    if token.text in "'’" and touching and _inches_follow(row, at):
        return Measured(_FOOT, at, at + 1)
    if token.text in "′″" and touching and not (at + 1 < len(row) and glued(token, row[at + 1])):
        return _feet_and_inches(row, at)
    if token.kind != WORD:
        return None
    unit = symbol_unit(token.text)
    over = at + 1 < len(row) and row[at + 1].text == "/" and glued(token, row[at + 1])
    if unit is None or (len(token.text) == 1 and not touching and not over and token.text not in _LOOSE):
        return None
    if len(token.text) == 1 and not _letter_is_unit(row, at, touching, found):
        return None
    if len(token.text) == 1 and _digits_follow(row, at):
        made = cubed(row, Measured(unit, at, at + 1))
        return made if made.last > at + 1 else None  # "5m2" is an area, "3C58" a name
    dotted = at + 1 < len(row) and row[at + 1].text == "." and glued(token, row[at + 1])
    at_end = at + 2 >= len(row)
    last = at + 2 if dotted and not at_end and token.lower in ("ft", "lb", "lbs", "oz", "yd") else at + 1
    return cubed(row, Measured(unit, at, last))


def _digits_follow(row: Sequence[Token], at: int) -> bool:
    return at + 1 < len(row) and row[at + 1].kind == DIGITS and glued(row[at], row[at + 1])


def _inches_follow(row: Sequence[Token], at: int) -> bool:
    """ "5'6", "5' 6\"": after an apostrophe below twelve of them, glued or with their own mark."""
    inches = row[at + 1] if at + 1 < len(row) else None
    if inches is None or inches.text not in _BELOW_TWELVE:
        return False
    return glued(row[at], inches) or (at + 2 < len(row) and row[at + 2].text in ('"', "”", "″"))


_BELOW_TWELVE = frozenset(map(str, range(12)))
_FOOT = spelled_unit("foot") or Unit("foot", "length")


def _letter_is_unit(row: Sequence[Token], at: int, touching: bool, found: Numeral) -> bool:
    """ "5G", "4K" are generations and formats, "3 C" a letter; "37m", "9 V" are measures."""
    letter = row[at].text
    if letter in "GDX" or (letter == "M" and touching):
        return False
    if touching and letter == "s" and found.plain and found.value is not None:
        return not (found.value % 10 == 0 and found.value >= 20) and found.value < 1500  # 80s, 1990s, "2018s"
    following = row[at + 1] if at + 1 < len(row) else None
    return touching or following is None or following.text not in ("'", "’", "-")


def _degrees(row: Sequence[Token], at: int) -> Measured | None:
    if row[at].text in "℃℉":
        unit = symbol_unit("°C" if row[at].text == "℃" else "°F")
        return Measured(unit, at, at + 1) if unit else None
    if at + 1 < len(row) and row[at + 1].lower in ("c", "f", "celsius", "fahrenheit"):
        unit = symbol_unit("°" + row[at + 1].text[0].upper())
        return Measured(unit, at, at + 2) if unit else None
    unit = symbol_unit("°")
    return Measured(unit, at, at + 1) if unit else None


def _feet_and_inches(row: Sequence[Token], at: int) -> Measured | None:
    """The marks of feet and inches; a plain quotation mark may close a quotation instead."""
    unit = symbol_unit(row[at].text)
    return Measured(unit, at, at + 1) if unit else None
