"""What of many rows passes the filters, as far as the outline knows, without reading them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from claims.store.outline import Outline
from claims.store.walks import Row

if TYPE_CHECKING:
    from numpy import int64, integer
    from numpy.typing import NDArray

    from claims.store.numbered import Test

    Number = TypeVar("Number", bound=integer[Any])

# Keys looked at together: a list of few that fit goes through all of them, and in one where most fit the
# first are enough.
_FIRST_BLOCK, _LARGEST_BLOCK = 512, 65_536

# To find the highest that are kept, so many times as many are looked at as it seems to take: a row stands
# in a list for each of its words that are sought; and of how few at least one seems to be kept.
_SPARE, _LEAST_SHARE = 4, 1e-6


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
