"""Of every quote its speaker, its source and whether it is shown, held in memory: what most filters look
at. To read that of a row from the record takes ten microseconds; to look it up here, a tenth of one.

It is read ahead, in two seconds of a million quotes (30 MB), and never while somebody waits for
an answer: without it the same is asked of the record (see `sieve`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Connection

from claims.store.dialect import ask_plain, walk_plain
from claims.store.walks import Row

if TYPE_CHECKING:
    from numpy import bool_, int8, int64, integer
    from numpy.typing import NDArray

    Number = TypeVar("Number", bound=integer[Any])

    # Which of the rows that stand at some places of the outline fit.
    Test = Callable[[NDArray[int64]], NDArray[bool_]]

# A row's flags: what it is not shown for (see `rows.Unseen`), and whether people changed it.
EDITED = 8
_FLAGS = 2 * EDITED

# Keys looked at together: a list of few that fit goes through all of them, and in one where most fit the
# first are enough.
_FIRST_BLOCK, _LARGEST_BLOCK = 512, 65_536

# To find the highest that are kept, so many times as many are looked at as it seems to take: a row stands
# in a list for each of its words that are sought; and of how few at least one seems to be kept.
_SPARE, _LEAST_SHARE = 4, 1e-6

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
        self.members = Column(len(self.keys), _numbered(ask_plain(connection, _BY_MEMBER), self.keys))
        owners, where = np.unique(rows["f1"], return_inverse=True)
        of_documents = Column(len(owners), _numbered(ask_plain(connection, _BY_SOURCE), owners))
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


def _numbered(
    listed: Iterable[tuple[str | None, str]], keys: NDArray[int64]
) -> Iterator[tuple[str | None, NDArray[int64]]]:
    """Values, each with the places of its rows. Those that have no place are left out: documents without a
    quote.
    """
    import json

    import numpy as np

    for value, rows in listed:
        mine = np.array(json.loads(rows), np.int64)
        places = np.searchsorted(keys, mine)
        there = places < len(keys)
        places, mine = places[there], mine[there]
        yield value, places[keys[places] == mine]


class Column:
    """What rows have of one kind, as a number for each different value."""

    def __init__(self, rows: int, values: Iterable[tuple[str | None, NDArray[int64]]]) -> None:
        import numpy as np

        self._values: list[str | None] = []
        self._numbers = np.zeros(rows, np.int32)
        for number, (value, places) in enumerate(values):
            self._values.append(value)
            self._numbers[places] = number
        self._rows: NDArray[int64] = np.bincount(self._numbers, minlength=len(self._values))
        self._number = {value: number for number, value in enumerate(self._values)}

    def at(self, places: NDArray[int64]) -> Column:
        """The same values, of the rows that stand at some places."""
        import numpy as np

        found = copy(self)
        found._numbers = self._numbers[places]
        found._rows = np.bincount(found._numbers, minlength=len(self._values))
        return found

    def share(self, wanted: Iterable[str]) -> float:
        """What part of all rows has one of some values."""
        rows = sum(int(self._rows[self._number[value]]) for value in wanted if value in self._number)
        return rows / max(len(self._numbers), 1)

    def among(self, wanted: Iterable[str]) -> Test:
        """The test for one of some values."""
        import numpy as np

        fitting = np.zeros(len(self._values), bool)
        fitting[[self._number[value] for value in wanted if value in self._number]] = True
        return lambda places: fitting[self._numbers[places]]

    def which(self, fits: Callable[[str | None], bool]) -> Test:
        """The test for what fits; a value is looked at when the first row has it."""
        import numpy as np

        known = np.zeros(len(self._values), np.int8)

        def test(places: NDArray[int64]) -> NDArray[bool_]:
            numbers = self._numbers[places]
            found = known[numbers]
            if not found.all():
                for number in set(numbers[found == 0].tolist()):
                    known[number] = 1 + fits(self._values[number])
                found = known[numbers]
            return found > 1

        return test


class Screen:
    """Keeps what fits some tests, each asked of what passed those before; safe to use from several threads.

    Attributes:
        certain: what it keeps need not be asked again.
        share: about what part of all rows it keeps.
    """

    def __init__(self, outline: Outline, tests: Sequence[Test], *, certain: bool, share: float) -> None:
        self.certain, self.share = certain, share
        self._keys = outline.keys
        self._tests = tests

    def of(self, rows: list[Row]) -> list[Row]:
        """Those of some rows that are kept."""
        import numpy as np

        keys = np.fromiter((row[0] for row in rows), np.int64, len(rows))
        # Rising keys are found in half the time.
        places = np.searchsorted(self._keys, keys[::-1])[::-1]
        kept = np.arange(len(rows))
        for test in self._tests:
            fitting = test(places)
            kept, places = kept[fitting], places[fitting]
        return [rows[place] for place in kept.tolist()]

    def kept(self, keys: NDArray[int64]) -> NDArray[int64]:
        """Those of some rising keys that are kept; all have rows here."""
        import numpy as np

        return self._keys[self.at(np.searchsorted(self._keys, keys))]

    def at(self, places: NDArray[int64]) -> NDArray[int64]:
        """Those of the rows at some places that are kept, in the order given."""
        for test in self._tests:
            places = places[test(places)]
        return places

    def keys_at(self, places: NDArray[Any], low: int, high: int, most: int | None = None) -> NDArray[int64]:
        """Keys of the kept rows among some places in any order, between two bounds; rising, each once.

        Args:
            most: so many of the highest are enough.
        """
        import numpy as np

        first, above = self.between(low, high)
        if first > 0 or above < len(self):
            places = places[(places >= first) & (places < above)]
        taken = len(places) if most is None else int(_SPARE * most / max(self.share, _LEAST_SHARE))
        while taken < len(places):
            highest = np.partition(places, len(places) - taken)[-taken:]
            kept = rising(self.at(highest))
            if len(kept) >= (most or 0):
                return self._keys[kept]
            taken *= _SPARE
        return self._keys[rising(self.at(places))]

    def between(self, low: int, high: int) -> tuple[int, int]:
        """The place of the first row between two bounds, and that above them all."""
        import numpy as np

        first, above = np.searchsorted(self._keys, (low, high)).tolist()
        return first, above

    def __len__(self) -> int:
        """How many rows there are, kept or not."""
        return len(self._keys)

    def blocks(self, low: int, high: int) -> Iterator[list[int]]:
        """Keys of all that is kept between two bounds, falling, in lists of any length."""
        import numpy as np

        first, above = self.between(low, high)
        size = _FIRST_BLOCK
        while above > first:
            below = max(above - size, first)
            places = np.arange(below, above)
            for test in self._tests:
                places = places[test(places)]
            yield self._keys[places[::-1]].tolist()
            above, size = below, min(2 * size, _LARGEST_BLOCK)


def rising(numbers: NDArray[Number]) -> NDArray[Number]:
    """Numbers in rising order, each once. (numpy's own way imports a tenth of a second of other things.)"""
    import numpy as np

    found = np.sort(numbers)
    return found[np.concatenate(([True], found[1:] != found[:-1]))] if len(found) else found
