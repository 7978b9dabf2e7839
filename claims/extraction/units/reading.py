"""The unit of measure that stands after a number in a sentence, with what it is per."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.numbers.tokens import HYPHENS, WORD, Token, glued
from claims.extraction.numbers.values import Numeral
from claims.extraction.units.exponents import with_exponents
from claims.extraction.units.lookup import MOST_WORDS, may_begin_unit, spelled_unit, symbol_unit
from claims.extraction.units.money_reading import Measured, money_after
from claims.extraction.units.symbols import cubed, symbol_at
from claims.extraction.units.unit import Unit, per_unit


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
    return _spelled_at(row, at) or symbol_at(row, at, found)


# "A few grains of salt" are no weight.
_THINGS = frozenset(("grain",))


def _spelled_at(row: Sequence[Token], at: int) -> Measured | None:
    if row[at].kind != WORD or not may_begin_unit(row[at].lower):
        return None
    for length in range(MOST_WORDS, 0, -1):
        words = _joined_words(row, at, length)
        if words is None:
            continue
        text, last = words
        unit = spelled_unit(text)
        if unit and unit.name in _THINGS and last < len(row) and row[last].lower == "of":
            return None
        if unit:
            return cubed(row, Measured(unit, at, last))
    return None


def _joined_words(row: Sequence[Token], at: int, length: int) -> tuple[str, int] | None:
    """`length` words from `at`, joined by spaces; hyphens and stops of abbreviations are passed."""
    words: list[str] = []
    while at < len(row) and len(words) < length:
        token = row[at]
        if token.kind != WORD:
            is_stop = token.text == "." and words and words[-1] in ("sq", "cu", "fl", "deg")
            if not (words and (token.text in HYPHENS or is_stop) and glued(row[at - 1], token)):
                return None
        else:
            words.append(token.lower)
        at += 1
    return (" ".join(words), at) if len(words) == length else None


# ---------------------------------------------------------------- per

_PER_A = frozenset(
    "second minute hour day night week month quarter year decade mile kilometer gallon litre liter pound "
    "ounce barrel ton tonne share head person piece unit acre".split()
)


def per_what(row: Sequence[Token], found: Measured) -> Measured:
    """ "per gallon", "a year", "an hour", "/h", "a-day"."""
    at = found.last
    if at + 1 >= len(row) or (found.unit.dimension == "time" and not _is_rate(row, at)):
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
        return found if _is_moment(row, after + 1) else _over(row, found, after)
    return found


_SHORT_TIMES = frozenset("hour hours minute minutes day days".split())


def _is_rate(row: Sequence[Token], at: int) -> bool:
    """ "40 hours a week"; but "three years a prisoner"."""
    if row[at].lower not in ("a", "an"):
        return True
    return row[at - 1].lower in _SHORT_TIMES and row[at + 1].lower in ("day", "week", "month", "year")


def _is_moment(row: Sequence[Token], at: int) -> bool:
    """ "$6 million a year earlier": when, and not how often."""
    return at < len(row) and row[at].lower in ("earlier", "ago", "before", "later", "after", "prior")


def _over(row: Sequence[Token], found: Measured, at: int) -> Measured:
    if at >= len(row) or row[at].kind != WORD:
        return found
    below = _spelled_at(row, at)
    if below is None:
        symbol = symbol_unit(row[at].text) if glued(row[at - 1], row[at]) else None
        below = cubed(row, Measured(symbol, at, at + 1)) if symbol else None
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
