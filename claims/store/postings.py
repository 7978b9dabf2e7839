"""The rows of every word but the commonest, side by side in a file that is gone with its process.

Of a million quotes nearly all words have few rows: 60,000 of 61,000 words together as many as one
common word. To ask the text index for each word that begins as somebody types takes milliseconds, for
each of its parts is looked at for each word; here what begins alike is one slice, and to read it takes a
third of a millisecond a megabyte where the system still has it, so that no memory of ours holds it. What
the commonest words have is left to the index, which need not go far to find it.
"""

from __future__ import annotations

from collections.abc import Sequence
from tempfile import TemporaryFile
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple
from weakref import finalize

from sqlalchemy import Connection

from claims.lots import lots
from claims.store.dialect import ask_plain
from claims.store.fulltext import phrase
from claims.store.numbered import listed_numbers
from claims.store.outline import Outline
from claims.store.vocabulary import Vocabulary

if TYPE_CHECKING:
    from numpy import int32, int64
    from numpy.typing import NDArray

# Rows of all words together, four bytes each: of a million quotes all words of up to 30,000 rows.
_MOST = 9_000_000

# Words that are read together have so many rows.
_LOT = 100_000

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
    """Made of all words of the index of quotes, and the outline of the same view; safe to use from several
    threads.

    Raises:
        OSError: there is no room for the file.
    """

    def __init__(self, connection: Connection, words: Vocabulary, outline: Outline) -> None:
        import numpy as np

        counts = np.diff(np.array(words.rows_before, np.int64))
        rarest = np.argsort(counts, kind="stable")
        held = np.zeros(len(counts), bool)
        held[rarest[: np.searchsorted(np.cumsum(counts[rarest]), _MOST, side="right")]] = True
        self._words = words
        self._common: NDArray[int64] = np.flatnonzero(~held)
        self._starts = np.concatenate(([0], np.cumsum(counts * held)))
        self._file = TemporaryFile()  # noqa: SIM115 - open as long as this is: `finalize` closes it
        self._reading = Lock()
        finalize(self, self._file.close)
        for lot in lots(np.flatnonzero(held).tolist(), weigh=counts.__getitem__, heaviest=_LOT):
            found = (ask_plain(connection, _OF_WORD, phrase(words.at(number)))[0][0] for number in lot)
            keys = listed_numbers(",".join(filter(None, found)))
            self._file.write(np.searchsorted(outline.keys, keys).astype(np.int32).tobytes())
        self._file.flush()

    def of(self, word: str, *, beginning: bool) -> Posted:
        """The rows of a word, or with `beginning` of all words that begin so."""
        import numpy as np

        there = self._words.between(word, beginning=beginning)
        first, above = np.searchsorted(self._common, (there.start, there.stop)).tolist()
        common = [self._words.at(number) for number in self._common[first:above].tolist()]
        return Posted(self._between(*self._starts[[there.start, there.stop]].tolist()), common)

    def _between(self, start: int, stop: int) -> NDArray[int32]:
        import numpy as np

        places = np.empty(stop - start, np.int32)
        with self._reading:
            self._file.seek(start * places.itemsize)
            self._file.readinto(places.data)
        return places
