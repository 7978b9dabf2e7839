"""Two numbers that are a score or a count of votes: "won 3-2", "by 7 to 2"."""

from __future__ import annotations

from claims.extraction.figures.counted_words import is_plural
from claims.extraction.figures.reading import Given, Reading

_VOTES = frozenset(
    """vote votes voted win won victory defeat beat lead led loss lost draw score record ruling
    decision""".split()
)


_IS = frozenset("was is of by".split())
# "(range 1-27)", "median 52 (40-69)": the spread of a set of measurements, no score.
_SPREADS = frozenset("range ranges median quartiles quartile iqr interval ci mean years".split())


def is_score(given: Given, left: Reading, right: Reading, link: str, rises: bool) -> bool:
    """Are two joined numbers a score, and no range? `rises`: the second is the larger."""
    plain = left.numeral.plain and right.numeral.plain and left.unit is None and right.unit is None
    if not plain or link not in ("dash", "to") or left.to is not None:
        return False
    after, before = given.word(right.last), given.word(left.first - 1)
    if link == "to":
        told = before in _VOTES or (before in _IS and given.word(left.first - 2) in _VOTES)
        return not rises and (after in _VOTES or told)
    if not _SPREADS.isdisjoint(given.words(left.first - 4, left.first)):
        return not rises
    small = int(right.value or 0) < 200
    return (
        not rises
        or after in _VOTES
        or (small and not after.isalpha())
        or (small and not _counts(given, right))
    )


def _counts(given: Given, right: Reading) -> bool:
    words = given.words(right.last, right.last + 3)
    return any(is_plural(word) for word in words)
