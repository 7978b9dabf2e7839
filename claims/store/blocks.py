"""What the text index gives, thousands of keys together: each a number of its own would cost three times
what the index takes to find it.

For rows of which the outline knows what a filter asks (see `outline`), so that none is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from claims.store.dialect import ask_plain
from claims.store.numbered import listed_numbers
from claims.store.screen import rising
from claims.store.walks import Way

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

# Among some rising keys those that fit, rising too.
Kept = Callable[["NDArray[int64]"], "NDArray[int64]"]

# FTS5 has its rows in falling order by itself, from one bound to the other. As one text: SQLite writes a
# number of it, and numpy reads it, in half the time that Python takes to make one of its own.
_BLOCK = """
    SELECT group_concat(rowid) FROM (
        SELECT rowid FROM quote_text WHERE quote_text MATCH ? AND rowid >= ? AND rowid < ?
        ORDER BY rowid DESC LIMIT ?
    )
"""

# Keys in the first block at least, and in any at most.
FEWEST, _MOST = 256, 65_536


class Blocks(Way):
    """Rows that match an expression, between two bounds."""

    _growth, _at_once = 4, _MOST

    def __init__(
        self,
        connection: Connection,
        expression: str | None,
        low: int,
        high: int,
        kept: Kept,
        settled: Callable[[list[int]], Iterable[int]],
        *,
        cost: float,
        begun: float,
        expected: float,
        besides: NDArray[int64] | None = None,
    ) -> None:
        """`settled` looks at the kept keys that fall; `begun` is how many microseconds it takes to begin, and
        to go on where a block ended; about so many rows are `expected` to be looked at. Keys that are
        found `besides` rise, and are kept already.
        """
        super().__init__(cost=cost)
        self._connection = connection
        self._expression, self._low, self._high = expression, low, high
        self._kept, self._settled = kept, settled
        self._besides = besides
        # Where to begin takes long, what is expected and half as much again; else less, to go on as far as
        # is needed. No further block takes less time than to begin with it.
        self._further = min(max(FEWEST, int(begun / cost)), _MOST)
        first = expected * (1.5 if self._further > expected else 0.6)
        self._turn = self._least = min(max(FEWEST, int(first)), _MOST)

    def look(self, most: int) -> tuple[int, Iterable[int]]:
        import numpy as np

        asked = self._expression, self._low, self._high, most
        found = ask_plain(self._connection, _BLOCK, *asked)[0][0]
        # In which order they are put together SQLite does not promise.
        keys = np.sort(listed_numbers(found or ""))
        if len(keys):
            self._high, self._least = int(keys[0]), self._further
        kept = self._kept(keys)
        if self._besides is not None:
            here = np.searchsorted(self._besides, self._high) if len(keys) == most else 0
            self._besides, mine = self._besides[:here], self._besides[here:]
            kept = rising(np.concatenate((kept, mine)))
        falling: list[int] = kept[::-1].tolist()
        return len(keys), self._settled(falling)
