"""Which lines of a list are marked: by id, so that narrowing the list and looking again keep them."""

from __future__ import annotations

from collections.abc import Sequence

MARKED, IN_RANGE, UNMARKED = "●", "○", " "


class Marks:
    """Marks, and a range that is being drawn from a line to the cursor."""

    def __init__(self) -> None:
        self.ids: set[str] = set()
        self._anchor: str = ""
        self._range: frozenset[str] = frozenset()

    @property
    def drawing(self) -> bool:
        return bool(self._anchor)

    @property
    def in_range(self) -> int:
        return len(self._range)

    def sign(self, id_: str) -> str:
        return IN_RANGE if id_ in self._range else MARKED if id_ in self.ids else UNMARKED

    def toggle(self, id_: str) -> None:
        self.ids ^= {id_}

    def toggle_all(self, ids: Sequence[str]) -> None:
        """Mark all of these; if all are marked, none."""
        if self.ids.issuperset(ids):
            self.ids.difference_update(ids)
        else:
            self.ids.update(ids)

    def begin(self, id_: str) -> None:
        self._anchor, self._range = id_, frozenset({id_})

    def stretch(self, ids: Sequence[str], cursor: int) -> None:
        """The cursor moved while a range is drawn; `ids` are those of the list as it is shown."""
        if self._anchor in ids:
            first, last = sorted((ids.index(self._anchor), cursor))
            self._range = frozenset(ids[first : last + 1])

    def end(self) -> None:
        """Mark what the range holds."""
        self.ids |= self._range
        self.drop()

    def drop(self) -> bool:
        """Give a range up; was there one?"""
        was = self.drawing
        self._anchor, self._range = "", frozenset()
        return was

    def keep(self, ids: Sequence[str]) -> None:
        """What is in the list no more is not marked either."""
        self.ids.intersection_update(ids)
