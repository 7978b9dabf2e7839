"""The words of a text index, for those who made a slip in one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import Connection

from claims.store.dialect import ask_plain
from claims.store.folding import Folding

# Up to five letters one slip, in longer words two: three would fit most short words.
_SHORT = 5
_MOST_SPELLINGS = 20


class Vocabulary:
    """Words by their length: a word of six letters is no slip or two away from one of nine."""

    def __init__(self, words: Iterable[str]) -> None:
        self._of_length: dict[int, dict[str, None]] = defaultdict(dict)
        for word in words:
            self._of_length[len(word)][word] = None

    def with_words(self, words: Iterable[str]) -> Vocabulary:
        new = [word for word in words if word not in self._of_length.get(len(word), ())]
        known = (word for known in self._of_length.values() for word in known)
        return Vocabulary((*known, *new)) if new else self

    def near(self, word: str) -> list[str]:
        """Words that a slip or two away are this one, the nearest first, then by the alphabet."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        slips = 1 if len(word) <= _SHORT else 2
        found: list[tuple[float, str]] = []
        for length in range(len(word) - slips, len(word) + slips + 1):
            known = list(self._of_length.get(length, ()))
            fitting = process.extract(word, known, scorer=OSA.distance, score_cutoff=slips, limit=None)
            found += ((distance, spelling) for spelling, distance, _ in fitting)
        return [spelling for _, spelling in sorted(found)[:_MOST_SPELLINGS]]


# To list the words of so many quotes takes 30 ms, of a million a second and more.
_FEW = 20_000
_LAST = "SELECT max(number) FROM quote"
# What people changed keeps its number.
_SINCE = "SELECT text FROM quote WHERE number > ? UNION ALL SELECT text FROM quote WHERE original IS NOT NULL"


def last_number(connection: Connection) -> int:
    """Of the row of quotes that came last."""
    return int(ask_plain(connection, _LAST)[0][0] or 0)


def later_words(connection: Connection, fold: Folding, after: int) -> set[str] | None:
    """Words of the quotes that came, or that people changed, after a row of this number.

    None where it is better to list the words of the index anew: there are few, or too much came since.
    """
    last = last_number(connection)
    if last < _FEW or not 0 <= last - after < _FEW:
        return None
    return {word for (text,) in ask_plain(connection, _SINCE, after) for word in fold.words(text)}
