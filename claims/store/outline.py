"""Of every quote its speaker, its source and whether it is shown, held in memory: what most filters look
at. To read that of a row from the record takes ten microseconds; to look it up here, a tenth of one.

It is read ahead, in two seconds of a million quotes (13 MB), and never while somebody waits for
an answer: without it the same is asked of the record (see `sieve`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from claims.store.dialect import ask_plain, walk_plain
from claims.store.numbered import Column, listed_numbers, placed

if TYPE_CHECKING:
    from numpy import int8, int64
    from numpy.typing import NDArray

    from claims.store.numbered import Test

# A row's flags: what it is not shown for (see `rows.Unseen`), and whether people changed it.
EDITED = 8
_FLAGS = 2 * EDITED

# Each from an index alone, as texts of numbers: one row for each value or page, not for each quote.
_BY_MEMBER = "SELECT member, group_concat(key) FROM quote GROUP BY member"
_BY_SOURCE = "SELECT source_name, group_concat(key) FROM document GROUP BY source_name"
_DOCUMENTS = """
    SELECT group_concat(document_key || ',' || key) FROM (
        SELECT document_key, key FROM quote WHERE (document_key, key) > (?, ?)
        ORDER BY document_key, key LIMIT 65536
    )
"""
_SIZES = "SELECT count(*), (SELECT coalesce(max(key), 0) FROM document) FROM quote"
_UNSEEN = "SELECT key, unseen FROM quote WHERE unseen > 0"
_EDITED = f"SELECT key, {EDITED} FROM quote WHERE original IS NOT NULL"

_LOWEST = -(2**63)


class Outline:
    """All rows of quotes in rising order of key."""

    def __init__(self, connection: Connection) -> None:
        import numpy as np

        rows, documents = ask_plain(connection, _SIZES)[0]
        self.keys: NDArray[int64] = np.empty(rows, np.int64)
        at = 0
        for _, keys in _of_documents(connection):
            self.keys[at : at + len(keys)] = keys
            at += len(keys)
        self.keys.sort()
        self.sources = self._sources(connection, documents)
        self.members = Column(rows, placed(walk_plain(connection, _BY_MEMBER), self.keys))
        self._flags: NDArray[int8] = np.zeros(rows, np.int8)
        for statement in (_UNSEEN, _EDITED):
            for key, flag in ask_plain(connection, statement):
                self._flags[np.searchsorted(self.keys, key)] |= flag

    def _sources(self, connection: Connection, documents: int) -> Column:
        """The sources of all rows. Keys of documents count up from 1, so that they are places themselves."""
        import numpy as np

        named = ((name, listed_numbers(keys)) for name, keys in walk_plain(connection, _BY_SOURCE))
        sources = Column(documents + 1, named)
        where = np.zeros(len(self.keys), np.int32)
        for document_keys, keys in _of_documents(connection):
            where[np.searchsorted(self.keys, keys)] = document_keys
        return sources.at(where)

    def flagged(self, fits: Callable[[int], bool]) -> Test:
        """The test of a row's flags."""
        import numpy as np

        fitting = np.array([fits(flags) for flags in range(_FLAGS)])
        return lambda places: fitting[self._flags[places]]


def _of_documents(connection: Connection) -> Iterator[NDArray[int64]]:
    """Keys of documents, and of the quotes in them, some ten thousand at a time."""
    import numpy as np

    last = _LOWEST, _LOWEST
    while text := ask_plain(connection, _DOCUMENTS, *last)[0][0]:
        found = listed_numbers(text).reshape(-1, 2)
        yield found.T
        # In which order they are put together SQLite does not promise.
        last = found[np.lexsort((found[:, 1], found[:, 0]))[-1]].tolist()
