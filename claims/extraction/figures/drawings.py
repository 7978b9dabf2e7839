"""Numbers of the parts of a drawing: "the pump 14 and the valve 30 were closed"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.figures.counted_words import CLOSED, VERBS
from claims.extraction.figures.masks import Rejection
from claims.extraction.figures.reading import Given, Reading, Rejected
from claims.extraction.numbers.tokens import WORD

_ARTICLES = frozenset("the a an said each".split())


def without_parts(given: Given, readings: Sequence[Reading]) -> tuple[list[Reading], list[Rejected]]:
    """Readings without the numbers of parts, if a sentence numbers three of them or more.

    One alone may be anything ("the score 21"); patents number every part they name.
    """
    parts: list[Reading] = []
    for reading in readings:
        if _names_part(given, reading) or (parts and _goes_on(given, parts[-1], reading)):
            parts.append(reading)
    if len(parts) < _FEWEST or _tells_amounts(given, parts):
        return list(readings), []
    places = {part.first for part in parts}
    kept = [reading for reading in readings if reading.first not in places]
    return kept, [Rejected(part.first, part.last, Rejection.LABEL) for part in parts]


# In news two nouns with a number behind them are seldom parts ("gave the family 30, the firm 50").
_FEWEST = 3


def _tells_amounts(given: Given, parts: Sequence[Reading]) -> bool:
    """ "in the north 14, in the south 30": the nouns say where or to whom, not what."""
    return any(given.word(part.first - 3) in ("in", "to", "for", "from") for part in parts)


def _names_part(given: Given, reading: Reading) -> bool:
    """Digits right after "the" and a noun, with nothing after them that they could count."""
    numeral, noun = reading.numeral, given.text(reading.first - 1)
    if not reading.is_bare_count or not numeral.plain or len(numeral.digits) > 3:
        return False
    if given.row[reading.first - 1].kind != WORD or not noun.islower() or len(noun) < 3:
        return False
    if noun in CLOSED or noun in VERBS or noun.endswith(("ed", "ing")):
        return False
    return _counts_nothing(given, numeral.last) and not _ARTICLES.isdisjoint(
        given.words(reading.first - 4, reading.first - 1)
    )


def _counts_nothing(given: Given, at: int) -> bool:
    following = given.word(at)
    return not following.isalpha() or following in CLOSED or following in VERBS


def _goes_on(given: Given, last: Reading, reading: Reading) -> bool:
    """ "the heaters 22 and 24"."""
    if given.words(last.numeral.last, reading.first) not in (("and",), (",",), ("or",)):
        return False
    return reading.is_bare_count and reading.numeral.plain and _counts_nothing(given, reading.numeral.last)
