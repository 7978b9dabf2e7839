"""Numbers in words: "two and a half million", "a third of", "dozens", "several hundred"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claims.extraction.numbers.digits import and_a_half, with_scale
from claims.extraction.numbers.tokens import DASHES, HYPHENS, Token, glued
from claims.extraction.numbers.values import Numeral, scale_by, step_of
from claims.extraction.numbers.words import (
    DOZEN,
    ORDINALS,
    PARTS,
    PLURAL_SCALES,
    SCALES,
    SMALL,
    spelled,
)


def in_words(row: Sequence[Token], place: int) -> Numeral | None:
    if row[place].lower in DOZEN:
        return Numeral(place, place + 1, Decimal(12), Decimal(1), row[place].text, in_words=True)
    found = spelled(row, place)
    if found is None:
        return _a_dozen(row, place)
    value, last = found
    if _is_ordinal(row, last):
        return None
    digits = " ".join(token.text for token in row[place:last])
    exact = Decimal(value)
    numeral = Numeral(place, last, exact, step_of(exact), digits, in_words=True)
    numeral = with_scale(row, and_a_half(row, numeral))
    return _point_digits(row, numeral)


def _point_digits(row: Sequence[Token], found: Numeral) -> Numeral:
    """ "two point five million"."""
    at = found.last
    if at + 1 >= len(row) or row[at].lower != "point" or row[at + 1].lower not in SMALL or found.scale > 1:
        return found
    written = ""
    at += 1
    while at < len(row) and SMALL.get(row[at].lower, 10) < 10 and len(written) < 12:
        written, at = written + str(SMALL[row[at].lower]), at + 1
    if not written or found.value is None:
        return found
    found.value = Decimal(f"{found.value}.{written}")
    found.step, found.last = step_of(found.value), at
    return with_scale(row, found)


def _is_ordinal(row: Sequence[Token], last: int) -> bool:
    """ "twenty-first": the number before is no amount."""
    if last + 1 < len(row) and row[last].text in HYPHENS and row[last + 1].lower in ORDINALS:
        return glued(row[last - 1], row[last])
    return False


def _a_dozen(row: Sequence[Token], place: int) -> Numeral | None:
    if row[place].lower in ("a", "one") and place + 1 < len(row) and row[place + 1].lower in DOZEN:
        return Numeral(place, place + 2, Decimal(12), Decimal(1), "a dozen", in_words=True)
    return None


_PART_AFTER = frozenset("of the a an its his her their our your my this that these those all".split())


def part(row: Sequence[Token], place: int) -> Numeral | None:
    """ "half of", "a third of", "two-thirds", "three quarters of a million", "half a million"."""
    word = row[place].lower
    above, at = 1, place
    if word in ("a", "an"):
        at += 1
    elif word in SMALL and 0 < SMALL[word] < 20:
        above, at = SMALL[word], place + 1
        if at < len(row) and row[at].text in DASHES and glued(row[at - 1], row[at]):
            at += 1
    elif word != "half":
        return None
    if at >= len(row) or row[at].lower not in PARTS:
        return None
    following = row[at + 1].lower if at + 1 < len(row) else ""
    if not _names_part(row, place, at, following):
        return None
    share = above * PARTS[row[at].lower]
    digits = " ".join(token.text for token in row[place : at + 1])
    found = Numeral(place, at + 1, share, None, digits, is_part=True, in_words=True)
    return _part_of_scale(row, found)


def _names_part(row: Sequence[Token], place: int, at: int, following: str) -> bool:
    """Is this a share, and not "a third man", "first half" or "one second"?"""
    before = row[place - 1].lower if place else ""
    if before in ("first", "second", "other", "third", "last", "latter", "early", "better"):
        return False
    name = row[at].lower
    if place == at:  # a bare "half"
        return following in _PART_AFTER or following in SCALES or following in DOZEN
    if row[place].lower in ("a", "an"):
        return following == "of" or (name == "half" and following not in ("hearted", "dozen"))
    return following == "of" or name.endswith("s") or name == "half" or row[at - 1].text in DASHES


def _part_of_scale(row: Sequence[Token], found: Numeral) -> Numeral:
    """ "half a million", "a quarter of a million", "half a dozen"."""
    words = [token.lower for token in row[found.last : found.last + 3]]
    if words[:1] == ["of"]:
        words = words[1:]
        skip = 1
    else:
        skip = 0
    if words[:1] in (["a"], ["an"]):
        words, skip = words[1:], skip + 1
    by = (SCALES.get(words[0]) or DOZEN.get(words[0])) if words else None
    if by is None or words[0] in PLURAL_SCALES:
        if found.last < len(row) and row[found.last].text in HYPHENS:
            return _hyphened_scale(row, found)
        return found
    scale_by(found, by, found.last + skip + 1)
    found.is_part = False
    return found


def _hyphened_scale(row: Sequence[Token], found: Numeral) -> Numeral:
    if found.last + 1 < len(row) and (by := SCALES.get(row[found.last + 1].lower)):
        scale_by(found, by, found.last + 2)
        found.is_part = False
    return found


# A word such as "dozens" covers one place: from its unit to ten times that.
_WIDTH = 10
_FEW = {"several": (3, 10), "few": (3, 10), "couple": (2, 3), "handful": (2, 10)}


def vague(row: Sequence[Token], place: int) -> Numeral | None:
    """ "dozens", "tens of thousands", "several hundred", "a couple of"."""
    word = row[place].lower
    if word in PLURAL_SCALES:
        return _vague_scale(row, place, PLURAL_SCALES[word])
    following = row[place + 1].lower if place + 1 < len(row) else ""
    if following == "of" and word in ("tens", "scores"):
        return _vague_scale(row, place, 10 if word == "tens" else 20)
    at = place + 1 if word == "a" else place
    name = row[at].lower if at < len(row) else ""
    if name not in _FEW or (at == place and name != "several"):
        return None
    low, high = _FEW[name]
    found = _vague_numeral(row, place, at + 1, low, high)
    after = row[at + 1].lower if at + 1 < len(row) else ""
    if after == "of" and name in ("couple", "handful"):
        found.last = at + 2
    elif by := SCALES.get(after) or DOZEN.get(after):
        scale_by(found, by, at + 2)
    return found


def _vague_scale(row: Sequence[Token], place: int, by: int) -> Numeral | None:
    at = place + 1
    while at + 1 < len(row) and row[at].lower == "of" and row[at + 1].lower in PLURAL_SCALES:
        by, at = by * PLURAL_SCALES[row[at + 1].lower], at + 2
        if by > 10**18:
            return None
    if by == 10:
        return None
    return _vague_numeral(row, place, at, by, by * _WIDTH)


def _vague_numeral(row: Sequence[Token], first: int, last: int, low: int, high: int) -> Numeral:
    digits = " ".join(token.text for token in row[first:last])
    return Numeral(first, last, None, None, digits, Decimal(low), Decimal(high), in_words=True)
