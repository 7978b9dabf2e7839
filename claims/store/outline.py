"""Of every quote its speaker, its source and whether it is shown, held in memory: what most filters look
at. To read that of a row from the record takes ten microseconds; to look it up here, a tenth of one.

It is read ahead, in two seconds of a million quotes (30 MB), and never while somebody waits for
an answer: without it the same is asked of the record (see `sieve`).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from claims.store.dialect import ask_plain, walk_plain
from claims.store.numbered import Column, placed

if TYPE_CHECKING:
    from numpy import int8, int64
    from numpy.typing import NDArray

    from claims.store.numbered import Test

# A row's flags: what it is not shown for (see `rows.Unseen`), and whether people changed it.
EDITED = 8
_FLAGS = 2 * EDITED

# Each list from an index alone: one row for each member and source, not for each quote.
_BY_MEMBER = "SELECT member, json_group_array(key) FROM quote GROUP BY member"
_BY_SOURCE = "SELECT source_name, json_group_array(key) FROM document GROUP BY source_name"
_DOCUMENTS = "SELECT key, document_key, number FROM quote INDEXED BY ix_quote_document_key"
_UNSEEN = "SELECT key, unseen FROM quote WHERE unseen > 0"
_EDITED = f"SELECT key, {EDITED} FROM quote WHERE original IS NOT NULL"


class Outline:
    """All rows of quotes in rising order of key."""

    def __init__(self, connection: Connection) -> None:
        import numpy as np

        rows = np.fromiter(walk_plain(connection, _DOCUMENTS), np.dtype("i8,i8,i8"))
        rows = rows[np.argsort(rows["f0"])]
        self.keys: NDArray[int64] = np.ascontiguousarray(rows["f0"])
        self._numbers = rows["f2"].astype(np.int32)
        self.members = Column(len(self.keys), placed(ask_plain(connection, _BY_MEMBER), self.keys))
        owners, where = np.unique(rows["f1"], return_inverse=True)
        of_documents = Column(len(owners), placed(ask_plain(connection, _BY_SOURCE), owners))
        self.sources = of_documents.at(where)
        self._flags: NDArray[int8] = np.zeros(len(self.keys), np.int8)
        for statement in (_UNSEEN, _EDITED):
            for key, flag in ask_plain(connection, statement):
                self._flags[np.searchsorted(self.keys, key)] |= flag

    def numbers(self, keys: Sequence[int]) -> list[int]:
        """Numbers of the rows of some keys."""
        import numpy as np

        found: list[int] = self._numbers[np.searchsorted(self.keys, keys)].tolist()
        return found

    def flagged(self, fits: Callable[[int], bool]) -> Test:
        """The test of a row's flags."""
        import numpy as np

        fitting = np.array([fits(flags) for flags in range(_FLAGS)])
        return lambda places: fitting[self._flags[places]]
