"""The currency that stands before or after a number in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.extraction.numbers.tokens import DIGITS, WORD, Token, glued
from claims.extraction.numbers.values import Numeral, scale_by
from claims.extraction.units.lookup import unit_named
from claims.extraction.units.money import (
    CODES,
    CROWNS,
    DOLLAR_PREFIXES,
    HUNDREDTHS,
    NAMES,
    PESOS,
    SHORT_SCALES,
    SIGNS,
    SPELLED_CODES,
    WITHOUT_HUNDREDTHS,
    dollar_of,
    minor_unit,
)
from claims.extraction.units.unit import Unit


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
    if token.text == "PS" and glued(token, row[place]) and _is_amount(row, place):
        return Measured(Unit("GBP", "money"), at, place)
    code = token.text if token.text in CODES else _scaled_code(token.text)
    if code is None and token.text == "R" and glued(token, row[place]) and _is_rand(row[place].text, country):
        code = "ZAR"
    if code is None and (token.lower not in ("yen",)):
        code = SPELLED_CODES.get(token.lower) if token.text[:1].isupper() else None
    if code:
        return Measured(Unit(code, "money"), at, place)
    if token.text == "US" and at and row[at - 1].text == "$" and glued(row[at - 1], token):
        return Measured(Unit("USD", "money"), at - 1, place)
    return None


# Country letters that some wires set apart from the sign: "HK $3.7 billion". "A $5 bill" is not Australian.
_APART = frozenset("US U.S. USD HK AU AUD NZ SG S NT CAD".split())


def _dollars_before(row: Sequence[Token], at: int, place: int, country: str) -> Measured:
    if at:
        before = row[at - 1]
        touching = glued(before, row[at]) or before.text in _APART or before.text in CODES
        is_code = before.text.isupper() or len(before.text) == 3  # "usd$", which is no word
        if touching and before.kind == WORD and is_code:
            code = DOLLAR_PREFIXES.get(before.lower)
            if code:
                return Measured(Unit(code, "money"), at - 1, place)
    return Measured(Unit(dollar_of(country), "money"), at, place)


def _is_amount(row: Sequence[Token], place: int) -> bool:
    """ "PS2.7m", "PS6m": how some wires write "£"; "PS5" is a console."""
    scale = row[place + 1].text if place + 1 < len(row) and glued(row[place], row[place + 1]) else ""
    return "." in row[place].text or scale in ("m", "bn", "k") or len(row[place].text) > 2


def _scaled_code(text: str) -> str | None:
    """The code in "MSEK" and "KUSD"."""
    return text[1:] if len(text) == 4 and text[0] in SHORT_SCALES and text[1:] in CODES else None


def _is_rand(digits: str, country: str) -> bool:
    """ "R8,499": an R is the rand in South Africa, elsewhere only before thousands."""
    return country == "ZA" or "," in digits


_MONEY_LETTERS = {
    "mil": 10**6, "Mil": 10**6,
    "k": 10**3, "K": 10**3, "m": 10**6, "M": 10**6, "mm": 10**6, "MM": 10**6,
    "b": 10**9, "B": 10**9, "t": 10**12, "T": 10**12,
}  # fmt: skip


def scale_money(row: Sequence[Token], found: Numeral) -> None:
    """ "$13.6M", "£2m", "Rs 300 cr": letters that stand for a scale after a currency sign."""
    if found.first and _scaled_code(row[found.first - 1].text):
        scale_by(found, SHORT_SCALES[row[found.first - 1].text[0]], found.last)
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
    if code := _code_after(row, at, found):
        return Measured(Unit(code, "money"), at, at + 1)
    for length in (4, 3, 2, 1) if token.lower in _FIRST_WORDS else ():
        words = " ".join(t.lower for t in row[at : at + length])
        singular = words[:-1] if words.endswith("s") and words not in NAMES else words
        if singular in NAMES and at + length <= len(row):
            return Measured(Unit(NAMES[singular], "money"), at, at + length)
    return _loose_money(row, at, country, found)


def _code_after(row: Sequence[Token], at: int, found: Numeral) -> str | None:
    """ "5 USD", "500 RMB", "20Rs", "45 MSEK"."""
    text = row[at].text
    if text in CODES:
        return text
    if (code := _scaled_code(text)) and found.value is not None:
        scale_by(found, SHORT_SCALES[text[0]], found.last)
        return code
    is_spelled = text.isupper() and len(text) > 2
    if is_spelled or (text in ("Rs", "RM") and glued(row[at - 1], row[at])):
        return SPELLED_CODES.get(row[at].lower)
    return None


def in_thousands(unit: Unit, found: Numeral) -> None:
    """ "Rp 169.000", "12.500 ₫": the point parts thousands."""
    _, point, after = found.digits.partition(".")
    if unit.name in WITHOUT_HUNDREDTHS and point and len(after) == 3 and found.scale == 1:
        scale_by(found, 1000, found.last)


def _loose_money(row: Sequence[Token], at: int, country: str, found: Numeral) -> Measured | None:
    """ "dollars", "pesos", "pounds", "pence": what they are depends on the country or the amount."""
    word = row[at].lower
    last = at + 1
    if word in ("dollar", "dollars", "bucks"):
        return Measured(Unit(dollar_of(country), "money"), at, last)
    if word in ("kr", "kronor", "kroner") and country in CROWNS:
        return Measured(Unit(CROWNS[country], "money"), at, last)
    if word in ("peso", "pesos"):
        return Measured(Unit(PESOS.get(country, "MXN"), "money"), at, last)
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
