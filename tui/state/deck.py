"""The items to decide and where one is among them; no widget, no record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.views import ReviewItem


class Deck:
    """A queue that is walked forth and back.

    A decided item stays in its place, so that `back` finds it and it can be
    decided again; what is shown next is always the nearest open one.
    """

    def __init__(self, items: Iterable[ReviewItem] = (), decided: int = 0) -> None:
        self.items: tuple[ReviewItem, ...] = tuple(items)
        self.verdicts: dict[str, str] = {}
        self._decided_before = decided
        self._at: int | None = None
        self._to_open(0)

    @property
    def shown(self) -> ReviewItem | None:
        """What is on screen; None when all is decided."""
        return None if self._at is None else self.items[self._at]

    @property
    def place(self) -> int:
        """1-based number of the item on screen; 0 for none."""
        return 0 if self._at is None else self._at + 1

    @property
    def left(self) -> int:
        return len(self.items) - len(self.verdicts)

    @property
    def decided(self) -> int:
        return self._decided_before + len(self.verdicts)

    def take(self, verdict: str) -> ReviewItem | None:
        """The item on screen, decided now; the next open one comes on screen."""
        item = self.shown
        if item is None or self._at is None:
            return None
        self.verdicts[item.id] = verdict
        self._to_open(self._at)
        return item

    def put_back(self, item: ReviewItem) -> None:
        """Saving failed or was undone: the item is open again, and on screen."""
        self.verdicts.pop(item.id, None)
        self.go(item.id)

    def go(self, wanted: str) -> bool:
        """Show the item with this id, if it is here."""
        for at, item in enumerate(self.items):
            if item.id == wanted:
                self._at = at
                return True
        return False

    def skip(self) -> None:
        """Leave the item open and show the next open one, from the start again after the last."""
        if self._at is not None:
            self._to_open(self._at + 1)

    def step(self, by: int) -> None:
        """Show a neighbour, decided or not; from the end of all, the last item."""
        if not self.items:
            return
        at = len(self.items) if self._at is None else self._at
        self._at = min(max(0, at + by), len(self.items) - 1)

    def replace(self, items: Sequence[ReviewItem], decided: int) -> None:
        """The record was asked again: stay on the same item if it is still open."""
        was = self.shown
        self.items, self.verdicts, self._decided_before = tuple(items), {}, decided
        if was is None or not self.go(was.id):
            self._to_open(min(self._at or 0, len(self.items)))

    def _to_open(self, first: int) -> None:
        count = len(self.items)
        for offset in range(count):
            at = (first + offset) % count
            if self.items[at].id not in self.verdicts:
                self._at = at
                return
        self._at = None
