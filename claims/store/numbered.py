"""What rows have of one kind, a speaker or a source, as a number for each different value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from numpy import bool_, int64, integer
    from numpy.typing import NDArray

    # Which of the rows that stand at some places of the outline fit.
    Test = Callable[[NDArray[int64]], NDArray[bool_]]


class Column:
    """What rows have of one kind, as a number for each different value."""

    def __init__(self, rows: int, values: Iterable[tuple[str | None, NDArray[int64]]]) -> None:
        import numpy as np

        self._values: list[str | None] = []
        self._numbers = np.zeros(rows, np.int32)
        for number, (value, places) in enumerate(values):
            self._values.append(value)
            self._numbers[places] = number
        # A few hundred sources take two bytes a row, as do sixty thousand speakers.
        self._numbers = self._numbers.astype(np.min_scalar_type(max(len(self._values) - 1, 0)))
        self._rows: NDArray[int64] = np.bincount(self._numbers, minlength=len(self._values))
        self._number = {value: number for number, value in enumerate(self._values)}

    def at(self, places: NDArray[integer[Any]]) -> Column:
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


def listed_numbers(text: str) -> NDArray[int64]:
    """The numbers of a text that SQLite put together, parted by commas: a number of its own for Python would
    cost three times as much.
    """
    import numpy as np

    return np.fromstring(text, np.int64, sep=",")


def placed(
    listed: Iterable[tuple[str | None, str]], keys: NDArray[int64]
) -> Iterator[tuple[str | None, NDArray[int64]]]:
    """Values, each with the places of its rows among all keys."""
    import numpy as np

    for value, rows in listed:
        yield value, np.searchsorted(keys, listed_numbers(rows))
