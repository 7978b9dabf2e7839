"""The words of a text index: those that begin so, and those near one in which somebody made a slip."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from itertools import accumulate
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from claims.store.dialect import ask_plain
from claims.store.folding import Folding

if TYPE_CHECKING:
    from numpy import uint8, uint32
    from numpy.typing import NDArray

# Up to five letters one slip, in longer words two: three would fit most short words.
_SHORT = 5
_MOST_SPELLINGS = 20
_MUCH = 1_000


class Vocabulary:
    """Words by the alphabet, and by their length: one of six letters is no slip or two away from one of nine.

    Attributes:
        whole: no word of the index is missing, and it is known how many rows have each.
        rows_before: how many rows all words before each have, and at the end all words.
    """

    def __init__(self, words: Iterable[str], *, rows: Sequence[int] | None = None) -> None:
        """`rows`: how many rows have each; the words are then all of an index, by the alphabet."""
        self.whole = rows is not None
        self._words = sorted(words) if rows is None else list(words)
        self.rows_before: array[int] = array("q", accumulate(rows or (), initial=0))

    def with_words(self, words: set[str]) -> Vocabulary:
        """With words that came since. What was taken out, and came again, nobody looked at."""
        return Vocabulary({*self._words, *words})

    def read_ahead(self) -> None:
        """Make what the first word that is sought would wait for."""
        for words in self._of_length.values():
            words.sharing("", 0)

    def going_on(self, beginning: str) -> list[str]:
        """Words that begin so."""
        there = self.between(beginning, beginning=True)
        return self._words[there.start : there.stop]

    def rows(self, word: str, *, beginning: bool = False) -> int:
        """How many rows have a word, or with `beginning` words that begin so: a row is counted for each."""
        there = self.between(word, beginning=beginning)
        rows: int = self.rows_before[there.stop] - self.rows_before[there.start]
        return rows

    def between(self, word: str, *, beginning: bool = False) -> range:
        """Numbers of the words that are this one, or with `beginning` begin so."""
        above = word + ("\U0010ffff" if beginning else "\0")
        return range(bisect_left(self._words, word), bisect_left(self._words, above))

    def at(self, number: int) -> str:
        """The word of a number: they are numbered by the alphabet."""
        return self._words[number]

    def near(self, word: str) -> list[str]:
        """Words that a slip or two away are this one, the nearest first, then by the alphabet."""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        most = slips(word)
        found: list[tuple[float, str]] = []
        for length in range(len(word) - most, len(word) + most + 1):
            if known := self._of_length.get(length):
                likely = known.sharing(word, 2 * most)
                fitting = process.extract(word, likely, scorer=OSA.distance, score_cutoff=most, limit=None)
                found += ((distance, spelling) for spelling, distance, _ in fitting)
        return [spelling for _, spelling in sorted(found)[:_MOST_SPELLINGS]]

    @cached_property
    def _of_length(self) -> dict[int, _Alike]:
        found: dict[int, list[str]] = {}
        for word in self._words:
            found.setdefault(len(word), []).append(word)
        return {length: _Alike(words) for length, words in found.items()}


def slips(word: str) -> int:
    """How many slips a spelling near a word may have."""
    return 1 if len(word) <= _SHORT else 2


class _Alike:
    """Words of one length, each with the set of its letters: to compare two sets takes a hundredth of the
    time of comparing the words, and one slip puts at most one letter in and another out.
    """

    def __init__(self, words: list[str]) -> None:
        self._words = words

    def sharing(self, word: str, most: int) -> list[str]:
        """Words whose letters are those of a word but for a few."""
        # To compare so few takes no longer than to import what compares their letters.
        if len(self._words) < _MUCH:
            return self._words
        import numpy as np

        other = self._letters ^ np.uint32(_letters(word))
        differing = _bits()[other & 0xFFFF] + _bits()[other >> 16]
        return [self._words[place] for place in np.flatnonzero(differing <= most).tolist()]

    @cached_property
    def _letters(self) -> NDArray[uint32]:
        import numpy as np

        return np.array([_letters(word) for word in self._words], np.uint32)


@cache
def _bits() -> NDArray[uint8]:
    """How many bits are set in each number of 16 bits."""
    import numpy as np

    found = np.zeros(1, np.uint8)
    while len(found) < 1 << 16:
        found = np.concatenate((found, found + np.uint8(1)))
    return found


def _letters(word: str) -> int:
    """A set of letters; of 32 bits, so that some letters of other alphabets share one."""
    letters = 0
    for letter in word:
        letters |= 1 << (ord(letter) & 31)
    return letters


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
