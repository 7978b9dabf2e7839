"""Quotes with their texts folded, as far as anybody looked at them lately: from one key press to the next
the same rows are looked at for other words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from threading import Lock

from claims.store.walks import Row

Rows = Generator[Row, None, None]

# A few megabytes. What stands in fewer than one of two hundred rows is found otherwise.
MOST = 8_192


class Window:
    """Rows from a bound on downwards without a gap; safe to use from several threads."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._rows)

    def rows(self, low: int, high: int, read: Callable[[int, int], Rows]) -> Rows:
        """The rows between two bounds, of which those that are not here are read and kept.

        Args:
            low: the lowest key.
            high: the first key that is too high: the same each time.
            read: gives the rows between two bounds, in falling order of key.
        """
        held = self._rows  # it is never changed, but another put in its place
        for row in held:
            if row[0] < low:
                return
            yield row
        new: list[Row] = []
        try:
            with closing(read(low, held[-1][0] if held else high)) as further:
                for row in further:
                    new.append(row)
                    yield row
        finally:
            self._put(held, new)

    def _put(self, held: list[Row], new: list[Row]) -> None:
        """Keep rows that follow those that were here, if these are still all."""
        with self._lock:
            if self._rows is held and len(held) < MOST:
                self._rows = held + new[:MOST]


class Looked:
    """Rows anywhere, by their keys; safe to use from several threads."""

    def __init__(self) -> None:
        self._rows: dict[int, Row] = {}
        self._held: dict[int, Row] = {}

    def hold(self, rows: Iterable[Row]) -> None:
        """Keep some rows whatever else is looked at."""
        self._held = {row[0]: row for row in rows}

    def begun(self, keys: Sequence[int]) -> int:
        """About how many of some keys from the first on have their rows here."""
        here = self._rows, self._held
        return bisect_left(range(len(keys)), True, key=lambda at: not any(keys[at] in rows for rows in here))

    def rows(self, keys: Sequence[int], read: Callable[[Sequence[int]], Iterable[Row]]) -> list[Row]:
        """The rows of some keys, in their order, of which those that are not here are read and kept.

        Args:
            read: gives the rows of some keys, in any order; those that are gone it leaves out.
        """
        lasting, lately = self._held, self._rows
        unknown = [key for key in keys if key not in lasting and key not in lately]
        if unknown:
            if len(lately) > MOST:
                lately = self._rows = {key: lately[key] for key in keys if key in lately}
            lately.update((row[0], row) for row in read(unknown))
        found = (lasting.get(key) or lately.get(key) for key in keys)
        return [row for row in found if row]
