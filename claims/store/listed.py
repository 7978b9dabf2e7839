"""Lists of the rows that an index finds by a filter, and of their keys."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from claims.store.dialect import ask_plain

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

# A list of so many rows is made at once, in a few milliseconds.
FEW = 1_000


class Keys:
    """Row keys, falling; and the same in no order."""

    def __init__(self, keys: array[int]) -> None:
        self.keys = keys

    @cached_property
    def every(self) -> frozenset[int]:
        return frozenset(self.keys)

    @cached_property
    def rising(self) -> NDArray[int64]:
        import numpy as np

        return np.frombuffer(self.keys, np.int64)[::-1]

    def among(self, keys: NDArray[int64]) -> NDArray[int64]:
        """Those of some rising keys that stand here."""
        import numpy as np

        return np.intersect1d(keys, self.rising, assume_unique=True)


@dataclass(frozen=True)
class Listed:
    """Rows that an index finds by a filter: what stands after SELECT, and the values bound in it.

    Attributes:
        most: of more rows no list is made. So many take 50 ms, once: the list is kept.
    """

    rows: str
    values: tuple[str, ...]
    most: int = 150_000

    def count(self, connection: Connection, most: int) -> int:
        """How many there are, or `most`."""
        counted = f"SELECT count(*) FROM (SELECT 1 {self.rows} LIMIT {most})"
        return int(ask_plain(connection, counted, *self.values)[0][0])

    def keys(self, connection: Connection) -> Keys:
        found = ask_plain(connection, f"SELECT quote.key {self.rows} ORDER BY quote.key DESC", *self.values)
        return Keys(array("q", (key for (key,) in found)))
