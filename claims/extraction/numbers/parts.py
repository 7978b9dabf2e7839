"""Parts in words: "half of", "two-thirds", "twenty-three fifths", "half a million", "three and a quarter"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from claims.extraction.numbers.tokens import DASHES, HYPHENS, WORD, Token, glued
from claims.extraction.numbers.values import Numeral, scale_by, shortest
from claims.extraction.numbers.words import DOZEN, ORDINALS, PARTS, PLURAL_SCALES, SCALES, SMALL, spelled

_PART_AFTER = frozenset("of the a an its his her their our your my this that these those all".split())
# "half hour", "quarter mile": nouns that a bare part may stand before. A half year is left out,
# which in business news is a period.
_HALVED = frozenset("hour day mile inch century acre pound pint ton cup teaspoon tablespoon".split())
_COUNTED_OFF = frozenset(
    """first second other third fourth last latter early better this each per past previous next recent
    consecutive straight""".split()
)


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
    elif word not in ("half", "quarter"):
        return None
    if at >= len(row) or row[at].lower not in PARTS:
        return None
    if not _names_part(row, place, at):
        return None
    share = above * PARTS[row[at].lower]
    digits = " ".join(token.text for token in row[place : at + 1])
    found = Numeral(place, at + 1, share, None, digits, is_part=True, in_words=True)
    return _part_of_scale(row, found)


_ABOUT = frozenset("almost nearly about roughly around over".split())


def _goes_on(row: Sequence[Token], at: int) -> bool:
    """Does a word follow that the part may describe ("by a third man")?"""
    return at < len(row) and row[at].kind == WORD and row[at].lower not in _AFTER_SHARE


_AFTER_SHARE = frozenset("of and or but in to from over since on at for as while when".split())


def _names_part(row: Sequence[Token], place: int, at: int) -> bool:
    """Is this a share, and not "a third man", "first half" or "one second"?"""
    before = row[place - 1].lower if place else ""
    if before in _COUNTED_OFF:
        return False
    if before in _ABOUT and place > 1:
        before = row[place - 2].lower
    if before == "by" and not _goes_on(row, at + 1):
        return True
    name = row[at].lower
    following = row[at + 1].lower if at + 1 < len(row) else ""
    if place == at:
        return before not in SMALL and _is_halved(row, at)
    if name == "quarters" and row[place].lower != "three":  # "two quarters" are half a year
        return False
    if row[place].lower in ("a", "an"):
        return following == "of" or (name == "half" and following != "hearted") or _is_halved(row, at)
    alone = row[place].lower == "one" and not following.isalpha() and name != "quarter"  # which is a time
    return following == "of" or name.endswith("s") or name == "half" or row[at - 1].text in DASHES or alone


def _is_halved(row: Sequence[Token], at: int) -> bool:
    """A bare "half" or "quarter": of what stands after it, or of a scale or measure."""
    after = at + 1
    if after + 1 < len(row) and row[after].text in HYPHENS and glued(row[at], row[after]):
        after += 1
    following = row[after].lower if after < len(row) else ""
    if following in SCALES or following in _HALVED or following in DOZEN:
        return True
    return row[at].lower == "half" and after == at + 1 and following in _PART_AFTER


def _part_of_scale(row: Sequence[Token], found: Numeral) -> Numeral:
    """ "half a million", "a quarter of a million", "half a dozen", "half-million"."""
    at = found.last
    if at < len(row) and row[at].lower == "of":
        at += 1
    if at < len(row) and row[at].lower in ("a", "an"):
        at += 1
    if at == found.last < len(row) and row[at].text in HYPHENS:
        at += 1
    by = (SCALES.get(row[at].lower) or DOZEN.get(row[at].lower)) if at < len(row) else None
    if by is not None and row[at].lower not in PLURAL_SCALES:
        scale_by(found, by, at + 1)
        found.is_part = False
    return found


# ---------------------------------------------------------------- over an ordinal


def over_ordinal(row: Sequence[Token], place: int, value: int, last: int) -> Numeral | None:
    """ "twenty-three fifths", "one hundred thirty-fifths", "two hundred and fifty-four hundredths".

    `value` is what the words [place, last) are worth. What follows "and" is the part
    alone where it is less than one whole: 200.54, not 2.54.
    """
    above, below, end = value, 0, last
    if last + 1 < len(row) and row[last].text in HYPHENS and glued(row[last - 1], row[last]):
        tens, ones = SMALL.get(row[last - 1].lower, 0), _ordinal_plural(row, last + 1)
        if ones < 10 and tens >= 20 and value > tens:  # one hundred / thirty-fifths
            above, below, end = value - tens, tens + ones, last + 2
    if not below and (found := _below(row, last)):
        below, end = found
    if not below:
        return None
    digits = " ".join(token.text for token in row[place:end])
    for at in range(last - 1, place, -1):
        if row[at].lower == "and" and (rest := spelled(row, at + 1)) and rest[0] < below:
            whole = Fraction(value - rest[0]) + Fraction(rest[0], below) * _closed_scale(row, at)
            return Numeral(place, end, shortest(whole), Fraction(1, below), digits, in_words=True)
    if row[end - 1].lower == "quarters":
        return None
    return Numeral(place, end, Fraction(above, below), None, digits, is_part=True, in_words=True)


def _below(row: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The number that a plural ordinal divides by, and the place after it: "fifths", "twenty-firsts"."""
    if at < len(row) and row[at].text in HYPHENS:
        at += 1
    if at >= len(row):
        return None
    tens = SMALL.get(row[at].lower, 0)
    if tens >= 20:
        after = at + 2 if at + 1 < len(row) and row[at + 1].text in HYPHENS else at + 1
        ones = _ordinal_plural(row, after)
        return (tens + ones, after + 1) if 0 < ones < 10 else None
    below = _ordinal_plural(row, at)
    return (below, at + 1) if below > 2 else None  # not seconds, not firsts


def _ordinal_plural(row: Sequence[Token], at: int) -> int:
    """What "fifths" divides by; 0 for any other word."""
    word = row[at].lower if at < len(row) else ""
    if word == "quarters":
        return 4
    return ORDINALS.get(word[:-1], 0) if word.endswith("s") else 0


# ---------------------------------------------------------------- and a part


def and_part(row: Sequence[Token], found: Numeral) -> Numeral:
    """ "seven and a half", "two and three quarters"; of millions after them: "2 million and a half"."""
    at = found.last
    if at + 2 >= len(row) or row[at].lower != "and" or found.value is None:
        return found
    share = _small_share(row, at + 1)
    if share is None:
        return found
    amount, last = share
    by = _closed_scale(row, at)
    if by > 1 and last < len(row) and (row[last].lower in SCALES or row[last].text in HYPHENS):
        return found
    found.value = shortest(Fraction(found.value) + amount * by)
    found.step = shortest(Fraction(by, amount.denominator))
    found.last, found.plain = last, False
    return found


def slash_below(row: Sequence[Token], slash: int, above: int) -> int:
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


def _small_share(row: Sequence[Token], at: int) -> tuple[Fraction, int] | None:
    """A share below one, and the place after it: "a half", "1/2", "fifty-four hundredths"."""
    word, name = row[at].lower, row[at + 1].lower
    if word.isdigit() and word.isascii() and len(word) <= 2:
        divisor = slash_below(row, at + 1, int(word))
        return (Fraction(int(word), divisor), at + 3) if divisor else None
    if word in ("a", "one") and name in PARTS:
        after = row[at + 2].lower if at + 2 < len(row) else ""
        is_usual = name in ("half", "quarter", "third") and (word == "a" or name == "half")
        return (PARTS[name], at + 2) if is_usual or not after.isalpha() else None
    number = spelled(row, at)
    if number and (below := _below(row, number[1])) and number[0] < below[0]:
        return Fraction(number[0], below[0]), below[1]
    return None


def _closed_scale(row: Sequence[Token], at: int) -> int:
    """What a part after `at` is a part of: of a million after "million", of one after a smaller number."""
    by = SCALES.get(row[at - 1].lower, 1)
    return by if by >= 10**6 else 1
