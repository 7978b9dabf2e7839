"""The unit of measure that stands after a number in a sentence, with what it is per."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.numbers.tokens import DIGITS, HYPHENS, MARK, WORD, Token, glued
from claims.extraction.numbers.values import Numeral
from claims.extraction.units.exponents import with_exponents
from claims.extraction.units.lookup import (
    MOST_WORDS,
    Unit,
    may_begin_unit,
    per_unit,
    powered,
    spelled_unit,
    symbol_unit,
)
from claims.extraction.units.money_reading import Measured, money_after


def unit_after(row: Sequence[Token], place: int, country: str, found: Numeral) -> Measured | None:
    """The unit that begins at token `place`, with what it is per ("a year", "/h")."""
    if place >= len(row):
        return None
    at = place
    if found.value is None and row[at].lower == "of" and at + 1 < len(row):
        at += 1
    if row[at].text in HYPHENS and at + 1 < len(row) and glued(row[at - 1], row[at]):
        if not glued(row[at], row[at + 1]):
            return None
        at += 1
    simple = money_after(row, at, country, found) or _unit_at(row, at, found)
    if simple is None:
        return None
    return with_exponents(row, per_what(row, Measured(simple.unit, place, simple.last)))


def _unit_at(row: Sequence[Token], at: int, found: Numeral) -> Measured | None:
    return _spelled_at(row, at) or _symbol_at(row, at, found)


def _spelled_at(row: Sequence[Token], at: int) -> Measured | None:
    if row[at].kind != WORD or not may_begin_unit(row[at].lower):
        return None
    for length in range(MOST_WORDS, 0, -1):
        words = _joined_words(row, at, length)
        if words is None:
            continue
        text, last = words
        unit = spelled_unit(text)
        if unit:
            return _cubed(row, Measured(unit, at, last))
    return None


def _joined_words(row: Sequence[Token], at: int, length: int) -> tuple[str, int] | None:
    """`length` words from `at`, joined by spaces; hyphens and stops of abbreviations are passed."""
    words: list[str] = []
    while at < len(row) and len(words) < length:
        token = row[at]
        if token.kind != WORD:
            if not (words and token.text in HYPHENS and glued(row[at - 1], token)):
                return None
        else:
            words.append(token.lower)
        at += 1
    return (" ".join(words), at) if len(words) == length else None


def _cubed(row: Sequence[Token], found: Measured) -> Measured:
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


def _symbol_at(row: Sequence[Token], at: int, found: Numeral) -> Measured | None:
    token = row[at]
    touching = glued(row[at - 1], token)
    if token.text in "%‰":
        unit = symbol_unit(token.text)
        return Measured(unit, at, at + 1) if unit else None
    if token.text in "°℃℉" and token.kind == MARK:
        return _degrees(row, at)
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
    if (
        at + 1 < len(row)
        and row[at + 1].kind == DIGITS
        and glued(token, row[at + 1])
        and len(token.text) == 1
    ):
        made = _cubed(row, Measured(unit, at, at + 1))
        return made if made.last > at + 1 else None  # "5m2" is an area, "3C58" a name
    dotted = at + 1 < len(row) and row[at + 1].text == "." and glued(token, row[at + 1])
    at_end = at + 2 >= len(row)
    last = at + 2 if dotted and not at_end and token.lower in ("ft", "lb", "lbs", "oz", "yd") else at + 1
    return _cubed(row, Measured(unit, at, last))


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


# ---------------------------------------------------------------- per

_PER_A = frozenset(
    "second minute hour day night week month quarter year decade mile kilometer gallon litre liter pound "
    "ounce barrel ton tonne share head person piece unit acre".split()
)


def per_what(row: Sequence[Token], found: Measured) -> Measured:
    """ "per gallon", "a year", "an hour", "/h", "a-day"."""
    at = found.last
    if at + 1 >= len(row) or (found.unit.dimension == "time" and row[at].lower in ("a", "an")):
        return found
    after = at
    if row[at].text in HYPHENS and glued(row[at - 1], row[at]) and row[at + 1].lower in ("a", "per"):
        after = at + 1
    if row[after].text == "/" and after == at:
        return _over(row, found, at + 1)
    word = row[after].lower
    after += 1
    if after < len(row) and row[after].text in HYPHENS and glued(row[after - 1], row[after]):
        after += 1
    if after >= len(row):
        return found
    if word == "per":
        return _over(row, found, after)
    if word in ("a", "an", "each", "every") and row[after].lower in _PER_A:
        return _over(row, found, after)
    return found


def _over(row: Sequence[Token], found: Measured, at: int) -> Measured:
    if at >= len(row) or row[at].kind != WORD:
        return found
    below = _spelled_at(row, at)
    if below is None:
        symbol = symbol_unit(row[at].text) if glued(row[at - 1], row[at]) else None
        below = _cubed(row, Measured(symbol, at, at + 1)) if symbol else None
    if below is None:
        if row[at - 1].text == "/" or not row[at].text.islower():
            return found
        below = Measured(Unit(row[at].lower, row[at].lower), at, at + 1)
    named = per_unit(found.unit, below.unit)
    return Measured(_known_speed(named), found.first, below.last)


def _known_speed(unit: Unit) -> Unit:
    if unit.name in ("mile per hour", "kilometer per hour"):
        return spelled_unit(unit.name) or unit
    return unit
