"""Several ways to the first rows of one answer, walked side by side until one is there.

Each way comes by every row that fits, in falling order of key, so whichever has enough first, or ends
first, has the answer. Which is short depends on how many rows fit each part of a query: nobody need know,
for what was found so far tells how far it still is.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import ExitStack, closing
from itertools import islice
from math import inf
from typing import Any

# A row begins with its key.
Row = tuple[Any, ...]

# Leaves those of some rows that fit.
Sift = Callable[[list[Row]], list[Row]]

# Rows that a way looks at in its first turn at most, twice as many in each further one; at least in any;
# and at most so many at once, lest it goes far past the last that is wanted.
_FIRST_TURN, _LEAST, _AT_ONCE = 64, 8, 512

# What a row costs in microseconds: one whose key alone is looked at, one that is looked up in the outline
# with many others, one that was read lately, and one that has to be read.
KEY, SCREENED, HELD, READ = 0.3, 0.35, 1.5, 18.0


class Way(ABC):
    """One way: its rows in falling order of key, and which of them fit.

    Attributes:
        found: keys of rows that fit.
        read: how many rows were looked at.
    """

    # How many rows a turn has at the most, how often as many the next one, and how many are looked at at
    # once (see above); in any turn at least so many.
    _turn: float = _FIRST_TURN
    _growth, _least, _at_once = 2, _LEAST, _AT_ONCE

    def __init__(self, *, cost: float = READ, held: float = 0, most: float = inf) -> None:
        """`cost` is that of a row, but for the first ones that are held; `most` rows there are."""
        self.found: list[int] = []
        self.read = 0
        self._cost, self._held, self._most = cost, held, most

    @abstractmethod
    def look(self, most: int) -> tuple[int, Iterable[int]]:
        """Look at so many rows more: how many there still were, and keys of those that fit."""

    def close(self) -> None:  # noqa: B027  # a way that holds nothing open has nothing to close
        """Nobody goes this way any further."""

    def step(self, wanted: int, far: float) -> bool:
        """Look at more rows, for about as long as `far` at most; are as many found as are wanted, or all
        that there are?
        """
        dear = HELD if self.read < self._held else self._cost
        turn = int(min(self._turn, far / dear, self._likely(wanted)))
        turn, self._turn = max(turn, self._least), self._growth * self._turn
        for left in range(turn, 0, -self._at_once):
            asked = min(left, self._at_once)
            read, fitting = self.look(asked)
            self.read += read
            self.found += fitting
            if len(self.found) >= wanted or read < asked:
                return True
        return False

    def _likely(self, wanted: int) -> float:
        """As many rows as it seems to take, and some more."""
        if not self.read:
            return wanted + _LEAST
        return self.read * (wanted - len(self.found)) / max(len(self.found), 0.5) + _LEAST

    @property
    def spent(self) -> float:
        """What it cost so far."""
        return self._cost_of(self.read)

    def ahead(self, wanted: int) -> float:
        """About what it will still cost."""
        rows = self.read * wanted / max(len(self.found), 0.5)
        return self._cost_of(min(rows, self._most)) - self.spent

    def _cost_of(self, rows: float) -> float:
        held = min(rows, self._held)
        return held * min(HELD, self._cost) + (rows - held) * self._cost


class Walk(Way):
    """A way row by row."""

    def __init__(
        self,
        rows: Generator[Row, None, None],
        sift: Sift,
        *,
        cost: float = READ,
        held: float = 0,
        most: float = inf,
    ) -> None:
        super().__init__(cost=cost, held=held, most=most)
        self._rows = rows
        self._sift = sift

    def look(self, most: int) -> tuple[int, Iterable[int]]:
        read = list(islice(self._rows, most))
        return len(read), (row[0] for row in self._sift(read))

    def close(self) -> None:
        self._rows.close()


# Begins a way; None where it turns out to be none.
Later = Callable[[], Way | None]


# About how long a way is in microseconds, and what begins it.
Choice = tuple[float, Callable[[], Way]]


def found_by_shortest(choices: Sequence[Choice], wanted: int) -> list[int]:
    """The keys of the first rows that fit, by the first way, and by the next if it was longer than it seemed.

    Args:
        choices: one at least, what seems the shortest first.
    """
    (_, shortest), *others = choices
    later = [begin for _, begin in others[:1]]
    return first_found([shortest()], later, wanted, others[0][0] if others else inf)


def first_found(ways: Sequence[Way], later: Sequence[Later], wanted: int, far: float) -> list[int]:
    """The keys of the first rows that fit, at most as many as are wanted (at least 1).

    Args:
        ways: one at least; all are closed.
        later: ways that begin with much work, in the order in which they are tried.
        far: one of them is tried when each other seems to have so many microseconds before it.
    """
    begun, waiting = [*ways], [*later]
    with ExitStack() as opened:
        for way in begun:
            opened.enter_context(closing(way))
        while True:
            nearest = min(begun, key=lambda way: way.ahead(wanted))
            if nearest.step(wanted, far if waiting else inf):
                return nearest.found[:wanted]
            while waiting and _are_far(begun, wanted, far):
                if further := waiting.pop(0)():
                    begun.append(opened.enter_context(closing(further)))


def _are_far(begun: Sequence[Way], wanted: int, far: float) -> bool:
    # At first it is guesswork.
    spent = sum(way.spent for way in begun)
    return spent > far / 3 and min(way.ahead(wanted) for way in begun) > far
