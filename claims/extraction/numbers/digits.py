"""Numbers in digits: groups, fractions, and the scale word or letter that follows."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from fractions import Fraction

from claims.extraction.numbers.powers import with_power
from claims.extraction.numbers.tokens import DIGITS, HYPHENS, VULGAR, Token, glued
from claims.extraction.numbers.values import (
    MOST_DIGITS,
    Numeral,
    Unreadable,
    decimal_of,
    scale_by,
    step_of,
)
from claims.extraction.numbers.words import DOZEN, PARTS, SCALES, SMALL


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
    return with_scale(row, _with_fraction(row, found))


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
        if row[after].kind != DIGITS or len(head) != 3 or not head.isdigit() or not head.isascii():
            break
        if "," in row[after].text:
            break
        written, at = written + row[after].text, after + 1
        if len(written) > MOST_DIGITS or "." in written:
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
    if below := _below(row, at, int(found.value)):
        share = Fraction(int(found.value), below)
        return Numeral(found.first, at + 2, share, None, f"{found.digits}/{below}", is_part=True)
    if at < len(row) and row[at].kind == DIGITS and row[at].text.isdigit() and row[at].text.isascii():
        above = row[at].text
        if len(above) <= 2 and row[at].start - row[at - 1].end == 1:
            below = _below(row, at + 1, int(above))
            if below:
                return _mixed(found, Fraction(int(above), below), at + 3)
    return and_a_half(row, found)


def _below(row: Sequence[Token], slash: int, above: int) -> int:
    """The denominator of a glued "/n" that makes a proper fraction in use, else 0."""
    if slash + 1 >= len(row) or row[slash].text not in "/\u2044":
        return 0
    below = row[slash + 1]
    touching = glued(row[slash - 1], row[slash]) and glued(row[slash], below)
    if not touching or not below.text.isdigit() or not below.text.isascii() or len(below.text) > 4:
        return 0
    if slash + 2 < len(row) and row[slash + 2].text == "/" and glued(below, row[slash + 2]):
        return 0
    number = int(below.text)
    return number if 0 < above < number and (above, number) != (9, 11) else 0


def _mixed(found: Numeral, share: Fraction, last: int) -> Numeral:
    assert found.value is not None
    found.value, found.last, found.plain = Fraction(found.value) + share, last, False
    found.step = Fraction(1, share.denominator)
    return found


def and_a_half(row: Sequence[Token], found: Numeral) -> Numeral:
    words = [token.lower for token in row[found.last : found.last + 3]]
    if words[:1] != ["and"]:
        return found
    if words[1:] in (["a", "half"], ["one", "half"], ["a", "quarter"], ["a", "third"]):
        return _mixed(found, PARTS[words[2]], found.last + 3)
    if len(words) > 2 and words[1] in ("two", "three") and words[2] in PARTS and words[2].endswith("s"):
        return _mixed(found, SMALL[words[1]] * PARTS[words[2]], found.last + 3)
    return found


# Letters that stand for a scale when glued to digits; "m" only where the caller
# knows it is no metre (see `units_reading`), so it is not here.
_SCALE_LETTERS = {"k": 10**3, "K": 10**3, "M": 10**6}


def with_scale(row: Sequence[Token], found: Numeral) -> Numeral:
    """ "6.5 million", "220-thousand", "13.6bn", "10M", "two hundred thousand"."""
    for _ in range(2):
        at = found.last
        if at < len(row) and row[at].text in HYPHENS and glued(row[at - 1], row[at]):
            at += 1
        if at >= len(row):
            break
        word = row[at].lower
        by = SCALES.get(word) or DOZEN.get(word)
        if by is None and found.value is not None and found.value < 1000 and glued(row[at - 1], row[at]):
            by = _SCALE_LETTERS.get(row[at].text)
        if by is None:
            break
        scale_by(found, by, at + 1)
    return found
