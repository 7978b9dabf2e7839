"""Several ways to the first rows of one answer, walked side by side until one is there.

Each way comes by every row that fits, in falling order of key, so whichever has enough first, or ends
first, has the answer. Which is short depends on how many rows fit each part of a query: nobody need know,
for what was found so far tells how far it still is.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, closing
from itertools import islice
from math import inf
from typing import Any

# A row begins with its key.
Row = tuple[Any, ...]

# Leaves those of some rows that fit.
Sift = Callable[[list[Row]], list[Row]]

# Rows that a way looks at in its first turn, twice as many in each further one; and at most so many at
# once, lest it goes far past the last that is wanted.
_FIRST_TURN, _AT_ONCE = 64, 256

# What a row costs in microseconds: one whose key alone is looked at, one of those that were read
# lately, and one that stands anywhere in the file.
KEY, NEAR, ANYWHERE = 0.3, 1.0, 5.0


class Walk:
    """One way: its rows in falling order of key, and which of them fit.

    Attributes:
        most: rows that there are, as far as it is known.
    """

    def __init__(
        self, rows: Generator[Row, None, None], sift: Sift, *, cost: float, most: float = inf
    ) -> None:
        self.found: list[int] = []
        self.read = 0
        self.most = most
        self._cost = cost
        self._turn = _FIRST_TURN
        self._rows = rows
        self._sift = sift

    def step(self, wanted: int) -> bool:
        """Look at more rows; are as many found as are wanted, or all that there are?"""
        turn, self._turn = self._turn, 2 * self._turn
        for left in range(turn, 0, -_AT_ONCE):
            asked = min(left, _AT_ONCE)
            read = list(islice(self._rows, asked))
            self.read += len(read)
            self.found += (row[0] for row in self._sift(read))
            if len(self.found) >= wanted or len(read) < asked:
                return True
        return False

    @property
    def spent(self) -> float:
        return self.read * self._cost

    def ahead(self, wanted: int) -> float:
        """About what it will still cost."""
        rows = self.read * (wanted - len(self.found)) / max(len(self.found), 0.5)
        return min(rows, self.most - self.read) * self._cost

    def close(self) -> None:
        self._rows.close()


# Begins a way; None where it turns out to be none.
Later = Callable[[], Walk | None]


def first_found(walks: Sequence[Walk], later: Sequence[Later], wanted: int, far: float) -> list[int]:
    """The keys of the first rows that fit, at most as many as are wanted (at least 1).

    Args:
        walks: one at least; all are closed.
        later: ways that begin with much work, in the order in which they are tried.
        far: one of them is tried when each other seems to have so many microseconds before it.
    """
    walks, waiting = [*walks], [*later]
    with ExitStack() as opened:
        for walk in walks:
            opened.enter_context(closing(walk))
        while True:
            nearest = min(walks, key=lambda walk: walk.ahead(wanted))
            if nearest.step(wanted):
                return nearest.found[:wanted]
            while waiting and _are_far(walks, wanted, far):
                if further := waiting.pop(0)():
                    walks.append(opened.enter_context(closing(further)))


def _are_far(walks: Sequence[Walk], wanted: int, far: float) -> bool:
    # At first it is guesswork.
    spent = sum(walk.spent for walk in walks)
    return spent > far / 3 and min(walk.ahead(wanted) for walk in walks) > far
