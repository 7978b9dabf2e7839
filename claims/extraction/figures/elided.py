"""Figures whose unit is left out, since the one before has it: "2 percent on Monday and by 3 on Friday"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claims.extraction.figures.counted_words import AUXILIARIES, VERBS, is_participle
from claims.extraction.figures.reading import Given, Reading
from claims.extraction.numbers.tokens import HYPHENS, WORD

# Words before a figure that tell what kind of amount it is: a change, a level, what is.
_SAYS_WHICH = frozenset("by to at from is was are were of".split())
_BE = frozenset("is was are were".split())
# How far apart two such figures may stand, in tokens; of NewsQuant's dev sentences none needs more.
_REACH = 24
# The larger of two such amounts is at most so many times the smaller.
_TIMES = 10


def fill_units(given: Given, readings: Sequence[Reading]) -> None:
    """Give a bare figure the unit of the one before or, after a hanging hyphen, of the one behind."""
    for left, right in pairwise(readings):
        if left.unit is None and right.unit is not None and _hangs(given, left, right):
            left.unit, left.dimension = right.unit, right.dimension
        elif right.is_bare_count and left.unit is not None and _is_parallel(given, left, right):
            right.unit, right.dimension = left.unit, left.dimension
        elif right.is_bare_count and left.is_age and _lists_ages(given, left, right):
            right.unit, right.dimension, right.is_age = left.unit, left.dimension, True


def _lists_ages(given: Given, left: Reading, right: Reading) -> bool:
    """ "men aged 21, 22 and 30"."""
    began = given.word(left.first) in ("aged", "ages") or given.word(left.first - 1) in (",", "aged", "ages")
    return began and given.words(left.last, right.first) in ((",",), ("and",), (",", "and"), ("or",))


def _hangs(given: Given, left: Reading, right: Reading) -> bool:
    """ "a 7- or 8-inch pipe"."""
    between = given.words(left.last, right.first)
    is_hanging = len(between) == 2 and between[0] in HYPHENS and between[1] in ("or", "and", "to")
    return is_hanging and given.touches(left.last)


def _is_parallel(given: Given, left: Reading, right: Reading) -> bool:
    before = given.word(right.first - 1)
    if before not in _SAYS_WHICH or before != given.word(left.first - 1) or left.is_age:
        return False
    if left.dimension == "time" or not right.numeral.plain or _counts(given, right):
        return False
    if not (_is_same_clause(given, left, right) or _names_extreme(given, right)):
        return False
    return right.first - left.last <= _REACH and _are_alike(left, right)


def _is_same_clause(given: Given, left: Reading, right: Reading) -> bool:
    """ "by 2 percent in May and by 3 in June": no verb, and nothing else to speak of, between."""
    if given.word(right.first - 1) in _BE:
        return False
    between = [token for token in given.row[left.last : right.first - 1] if not token.text[:1].isupper()]
    verbs = VERBS | AUXILIARIES | {";"}
    return not any(token.lower in verbs or is_participle(token.lower) for token in between)


def _names_extreme(given: Given, right: Reading) -> bool:
    """ "The highest bid is 84 yen, the lowest is 74": a subject that is another one of the same."""
    word = given.word(right.first - 2)
    return given.word(right.first - 3) == "the" and (word.endswith("est") or word in ("other", "latter"))


def _counts(given: Given, right: Reading) -> bool:
    """Does a noun follow, of which the figure may be a count?"""
    at = right.noun
    return at < len(given.row) and given.row[at].kind == WORD and given.word(at) not in _NO_NOUN


_NO_NOUN = frozenset("on in at for and or but while from to by as after before with in the which".split())


def _are_alike(left: Reading, right: Reading) -> bool:
    one, other = left.value, right.value
    if one is None or other is None or one <= 0 or other <= 0:
        return False
    return max(one, other) <= _TIMES * min(one, other)
