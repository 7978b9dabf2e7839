"""Numbers in digits: groups, fractions, and the scale word or letter that follows."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from claims.extraction.numbers.parts import and_part, slash_below
from claims.extraction.numbers.powers import with_power
from claims.extraction.numbers.tokens import DIGITS, HYPHENS, VULGAR, Token, glued
from claims.extraction.numbers.values import (
    MOST_DIGITS,
    Numeral,
    Unreadable,
    decimal_of,
    scale_by,
    scaled,
    step_of,
)
from claims.extraction.numbers.words import DOZEN, PLURAL_AFTER_NUMBER, SCALES


def in_digits(row: Sequence[Token], place: int) -> Numeral | Unreadable | None:
    token = row[place]
    if not token.text.isascii():
        return Unreadable(place, place + 1, "digits of another script are not read")
    if len(token.text) > MOST_DIGITS and (length := sum(map(str.isdigit, token.text))) > MOST_DIGITS:
        return Unreadable(place, place + 1, f"a number of {length} digits is not read")
    last, written = _spaced_groups(row, place)
    value = decimal_of(written)
    if value is None:
        return None
    plain = written.isdigit()
    found = Numeral(place, last, value, step_of(value), written, plain=plain)
    powered = with_power(row, found)
    if isinstance(powered, Unreadable) or powered.last > last:
        return powered
    found = with_scale(row, _with_fraction(row, found))
    return and_part(row, _smaller_scales(row, found)) if found.scale > 1 else found


def _spaced_groups(row: Sequence[Token], place: int) -> tuple[int, str]:
    """ "40 000" and "1'250'000": groups of three after a space or an apostrophe."""
    written, at = row[place].text, place + 1
    if not (1 <= len(written) <= 3 and written.isdigit() and written[0] != "0"):
        return at, written
    while at < len(row):
        gap = row[at].start - row[at - 1].end
        head = row[at].text.split(".")[0]
        after = at
        if row[at].text in ("'", "’") and at + 1 < len(row) and gap == 0 and glued(row[at], row[at + 1]):
            head, after = row[at + 1].text.split(".")[0], at + 1
        elif gap != 1:
            break
        head = head.split(",")[0]
        if row[after].kind != DIGITS or len(head) != 3 or not head.isdigit() or not head.isascii():
            break
        if "," in row[after].text and len(row[after].text) != 6:  # "2 999,00" alone is continental
            break
        written, at = written + row[after].text, after + 1
        if len(written) > MOST_DIGITS or "." in written or "," in written:
            break
    return at, written


def vulgar(text: str) -> Fraction:
    above, _, below = unicodedata.normalize("NFKC", text).partition("\u2044")
    return Fraction(int(above), int(below))


def _with_fraction(row: Sequence[Token], found: Numeral) -> Numeral:
    """ "2½", "2 1/2", "1/2", "2 and a half"."""
    at = found.last
    assert found.value is not None
    if at < len(row) and row[at].kind == VULGAR:
        return _mixed(found, vulgar(row[at].text), at + 1)
    if not found.plain:
        return found
    if below := slash_below(row, at, int(found.value)):
        share = Fraction(int(found.value), below)
        return Numeral(found.first, at + 2, share, None, f"{found.digits}/{below}", is_part=True)
    if at < len(row) and row[at].kind == DIGITS and row[at].text.isdigit() and row[at].text.isascii():
        above = row[at].text
        if len(above) <= 2 and row[at].start - row[at - 1].end == 1:
            below = slash_below(row, at + 1, int(above))
            if below:
                return _mixed(found, Fraction(int(above), below), at + 3)
    return and_part(row, found)


def _mixed(found: Numeral, share: Fraction, last: int) -> Numeral:
    assert found.value is not None
    found.value, found.last, found.plain = Fraction(found.value) + share, last, False
    found.step = Fraction(1, share.denominator)
    return found


# Letters that stand for a scale when glued to digits; "m" only where the caller
# knows it is no metre (see `units_reading`), so it is not here.
_SCALE_LETTERS = {"k": 10**3, "K": 10**3, "M": 10**6, "mil": 10**6}


def with_scale(row: Sequence[Token], found: Numeral) -> Numeral:
    """ "6.5 million", "220-thousand", "13.6bn", "10M", "two hundred thousand"."""
    for _ in range(2):
        at = found.last
        if at < len(row) and row[at].text in HYPHENS and glued(row[at - 1], row[at]):
            at += 1
        if at >= len(row):
            break
        word = row[at].lower
        by = SCALES.get(word) or DOZEN.get(word) or _plural_scale(row, at, found)
        if by is None and found.value is not None and found.value < 1000 and glued(row[at - 1], row[at]):
            by = _SCALE_LETTERS.get(row[at].text)
        if by is None:
            break
        scale_by(found, by, at + 1)
    return found


def _plural_scale(row: Sequence[Token], at: int, found: Numeral) -> int | None:
    """ "12 lakhs", "three billions"; but "in 2019 millions came" and "5 millions of" are two."""
    is_year = found.plain and len(found.digits) == 4
    following = row[at + 1].lower if at + 1 < len(row) else ""
    return None if is_year or following == "of" else PLURAL_AFTER_NUMBER.get(row[at].lower)


def _smaller_scales(row: Sequence[Token], found: Numeral) -> Numeral:
    """ "3 crore 12 lakh", "4 thousand 3 hundred": what follows belongs to it while its scale is smaller."""
    below = SCALES.get(row[found.last - 1].lower, 0)
    while found.last + 1 < len(row) and found.value is not None:
        digits, by = row[found.last], SCALES.get(row[found.last + 1].lower, below)
        if not (digits.text.isdigit() and digits.text.isascii() and len(digits.text) <= 3 and by < below):
            break
        found.value = scaled(found.value, 1) + int(digits.text) * by
        found.step, found.last, below = scaled(step_of(Decimal(digits.text)), by), found.last + 2, by
    return found
