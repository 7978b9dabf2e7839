"""The currency that stands before or after a number in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.extraction.numbers.tokens import DIGITS, WORD, Token, glued
from claims.extraction.numbers.values import Numeral, scale_by
from claims.extraction.units.lookup import Unit, unit_named
from claims.extraction.units.money import (
    CODES,
    DOLLAR_PREFIXES,
    HUNDREDTHS,
    NAMES,
    SIGNS,
    SPELLED_CODES,
    dollar_of,
    minor_unit,
)


class Measured(NamedTuple):
    """A unit and the tokens it takes, [first, last)."""

    unit: Unit
    first: int
    last: int


def money_before(row: Sequence[Token], place: int, country: str) -> Measured | None:
    """The currency written before a number: "$", "US$", "US $", "EUR", "Rs."."""
    at = place - 1
    if at < 0 or row[place].start - row[at].end > 1:
        return None
    token = row[at]
    if token.text == "=" and at and row[at - 1].text in ("Y", "¥"):  # how wires write the yen sign
        return Measured(Unit("JPY", "money"), at - 1, place)
    if token.text == "$":
        return _dollars_before(row, at, place, country)
    if token.text in SIGNS:
        return Measured(Unit(SIGNS[token.text], "money"), at, place)
    code = token.text if token.text in CODES else None
    if code is None and (token.lower not in ("yen",)):
        code = SPELLED_CODES.get(token.lower) if token.text[:1].isupper() else None
    if code:
        return Measured(Unit(code, "money"), at, place)
    if token.text == "US" and at and row[at - 1].text == "$" and glued(row[at - 1], token):
        return Measured(Unit("USD", "money"), at - 1, place)
    return None


def _dollars_before(row: Sequence[Token], at: int, place: int, country: str) -> Measured:
    if at:
        before = row[at - 1]
        touching = glued(before, row[at]) or before.text in ("US", "U.S.", "USD")
        if touching and before.kind == WORD and before.text.isupper():
            code = DOLLAR_PREFIXES.get(before.lower)
            if code:
                return Measured(Unit(code, "money"), at - 1, place)
    return Measured(Unit(dollar_of(country), "money"), at, place)


_MONEY_LETTERS = {
    "k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "mm": 10**6, "MM": 10**6,
    "b": 10**9, "B": 10**9, "t": 10**12, "T": 10**12,
}  # fmt: skip


def scale_money(row: Sequence[Token], found: Numeral) -> None:
    """ "$13.6M", "£2m", "Rs 300 cr": letters that stand for a scale after a currency sign."""
    at = found.last
    if at >= len(row) or found.scale > 1:
        return
    by = _MONEY_LETTERS.get(row[at].text) if glued(row[at - 1], row[at]) else None
    if by is None and row[at].lower == "cr":  # crores; without a currency it may be chromium
        by = 10**7
    if by:
        scale_by(found, by, at + 1)


# What a currency's name may begin with, in the singular or the plural.
_FIRST_WORDS = frozenset(form for name in NAMES for form in (name.split()[0], f"{name.split()[0]}s"))


def money_after(row: Sequence[Token], at: int, country: str, found: Numeral) -> Measured | None:
    token = row[at]
    if token.text in SIGNS and token.text not in ("$", "¢"):
        return Measured(Unit(SIGNS[token.text], "money"), at, at + 1)
    if token.text == "$" and not (at + 1 < len(row) and row[at + 1].kind == DIGITS):
        return Measured(Unit(dollar_of(country), "money"), at, at + 1)
    if token.text in CODES or (token.text.isupper() and token.lower in SPELLED_CODES and len(token.text) > 2):
        code = token.text if token.text in CODES else SPELLED_CODES[token.lower]
        return Measured(Unit(code, "money"), at, at + 1)
    for length in (4, 3, 2, 1) if token.lower in _FIRST_WORDS else ():
        words = " ".join(t.lower for t in row[at : at + length])
        singular = words[:-1] if words.endswith("s") and words not in NAMES else words
        if singular in NAMES and at + length <= len(row):
            return Measured(Unit(NAMES[singular], "money"), at, at + length)
    return _loose_money(row, at, country, found)


def _loose_money(row: Sequence[Token], at: int, country: str, found: Numeral) -> Measured | None:
    """ "dollars", "pesos", "pounds", "pence": what they are depends on the country or the amount."""
    word = row[at].lower
    last = at + 1
    if word in ("dollar", "dollars", "bucks"):
        return Measured(Unit(dollar_of(country), "money"), at, last)
    if word in ("peso", "pesos"):
        return Measured(
            Unit(
                dollar_of(country)
                if country in ("MX", "AR", "CL", "CO")
                else "PHP"
                if country == "PH"
                else "MXN",
                "money",
            ),
            at,
            last,
        )
    if word in ("pound", "pounds") and _is_sterling(row, at, country, found):
        return Measured(Unit("GBP", "money"), at, last)
    is_p = word == "p"
    if word not in HUNDREDTHS or (is_p and not (glued(row[at - 1], row[at]) and country in ("", "GB"))):
        return None
    unit = unit_named(minor_unit(HUNDREDTHS[word] or dollar_of(country)))
    return Measured(unit, at, last) if unit else None


def _is_sterling(row: Sequence[Token], at: int, country: str, found: Numeral) -> bool:
    """Pounds are money in British print, and anywhere by the million, unless of something."""
    following = row[at + 1].lower if at + 1 < len(row) else ""
    if following in ("of", "per"):
        return False
    large = found.value is not None and found.value >= 10**6
    return country == "GB" or large
