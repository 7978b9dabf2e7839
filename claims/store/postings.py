"""The rows of every word but the commonest, held in memory.

Of a million quotes nearly all words have few rows: 60,000 of 61,000 words together as many as one
common word. To ask the text index for each word that begins as somebody types takes milliseconds, for
each of its parts is looked at for each word; here they stand side by side. What the commonest words
have is left to the index, which need not go far to find it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Connection

from claims.lots import lots
from claims.store.dialect import ask_plain
from claims.store.fulltext import phrase
from claims.store.outline import Outline
from claims.store.vocabulary import Vocabulary

if TYPE_CHECKING:
    from numpy import int32, int64
    from numpy.typing import NDArray

# Rows of all words together, four bytes each: of a million quotes all words of up to 30,000 rows.
_MOST = 9_000_000

# Words that are read together.
_LOT = 1_000

_OF_WORD = "SELECT group_concat(rowid) FROM quote_text WHERE quote_text MATCH ?"

# Microseconds for each row of a word: to look it up in the outline, and to put it in order.
POSTED = 0.03


class Posted(NamedTuple):
    """What some words have.

    Attributes:
        places: of their rows in the outline, in no order; a row may stand there for each of the words.
        common: those of the words whose rows are not held.
    """

    places: NDArray[int32]
    common: Sequence[str]


class Postings:
    """Made of all words of the index of quotes, and the outline of the same view."""

    def __init__(self, connection: Connection, words: Vocabulary, outline: Outline) -> None:
        import numpy as np

        counts = np.diff(np.array(words.rows_before, np.int64))
        rarest = np.argsort(counts, kind="stable")
        held = np.zeros(len(counts), bool)
        held[rarest[: np.searchsorted(np.cumsum(counts[rarest]), _MOST, side="right")]] = True
        self._words = words
        self._common: NDArray[int64] = np.flatnonzero(~held)
        self._starts = np.concatenate(([0], np.cumsum(counts * held)))
        self._places: NDArray[int32] = np.empty(self._starts[-1], np.int32)
        at = 0
        for lot in lots((words.at(number) for number in np.flatnonzero(held).tolist()), _LOT):
            found = (ask_plain(connection, _OF_WORD, phrase(word))[0][0] for word in lot)
            keys = np.fromstring(",".join(filter(None, found)), np.int64, sep=",")
            self._places[at : at + len(keys)] = np.searchsorted(outline.keys, keys)
            at += len(keys)

    def of(self, word: str, *, beginning: bool) -> Posted:
        """The rows of a word, or with `beginning` of all words that begin so."""
        import numpy as np

        there = self._words.between(word, beginning=beginning)
        first, above = np.searchsorted(self._common, (there.start, there.stop)).tolist()
        common = [self._words.at(number) for number in self._common[first:above].tolist()]
        return Posted(self._places[self._starts[there.start] : self._starts[there.stop]], common)
