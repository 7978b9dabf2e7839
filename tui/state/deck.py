"""The items to decide and where one is among them; no widget, no record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from claims.model import Outcome
from claims.views import ReviewItem


class Deck:
    """A queue that is walked forth and back.

    A decided item stays in its place, so that one can go back to it and decide it
    again; what is shown next is always the nearest open one.

    Args:
        decided: how many items this reviewer decided in all.
        by: the reviewer, whose own verdicts among the outcomes count.
    """

    def __init__(self, items: Iterable[ReviewItem] = (), decided: int = 0, by: str = "") -> None:
        self.items: tuple[ReviewItem, ...] = tuple(items)
        self.by = by
        # Only what was settled is decided.
        self.settles = False
        # The latest last.
        self.verdicts: dict[str, str] = own_verdicts(self.items, by)
        self._decided_before = decided - len(self.verdicts) if decided else 0
        # Decided here, and not yet on record: what the record answers meanwhile is older.
        self._saving: dict[str, str] = {}
        self._at: int | None = None
        # Where one was when one went back to a decided item.
        self._left: str = ""
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

    @property
    def on_record(self) -> int:
        """Of what this reviewer decided, how much is saved: a kill loses none of it."""
        return self.decided - sum(1 for verdict in self._saving.values() if verdict)

    @property
    def open(self) -> list[ReviewItem]:
        """What is still to decide, the item on screen first, those before it last."""
        at = self._at or 0
        return [one for one in (*self.items[at:], *self.items[:at]) if one.id not in self.verdicts]

    def lately(self, count: int) -> list[tuple[ReviewItem, str]]:
        """What was decided last, the latest first, with the verdicts."""
        by_id = {item.id: item for item in self.items}
        return [(by_id[id_], verdict) for id_, verdict in reversed(self.verdicts.items())][:count]

    # Deciding.

    def take(self, verdict: str) -> ReviewItem | None:
        """The item on screen, decided now; the next open one comes on screen.

        After going back it is the one from which one went back.
        """
        item = self.shown
        if item is None or self._at is None:
            return None
        self._set(item.id, verdict)
        left, self._left = self._left, ""
        if not (left and left not in self.verdicts and self.go(left)):
            self._to_open(self._at)
        return item

    def take_all(self, verdicts: Mapping[str, str]) -> None:
        """Several items, by id, decided in one step."""
        for id_, verdict in verdicts.items():
            self._set(id_, verdict)
        self._to_open(self._at or 0)

    def clear(self, item: ReviewItem) -> None:
        """It is open again, and on screen."""
        self.verdicts.pop(item.id, None)
        self._saving[item.id] = ""
        self.go(item.id)

    def saved(self, *ids: str) -> None:
        """What was decided of these items is on record."""
        for id_ in ids:
            self._saving.pop(id_, None)

    def put_back(self, item: ReviewItem) -> None:
        """Saving failed: what was decided of the item is so no more, and it is on screen."""
        self._saving.pop(item.id, None)
        verdict = own_verdicts([item], self.by, settles=self.settles).get(item.id)
        self.verdicts.pop(item.id, None)
        if verdict:
            self.verdicts[item.id] = verdict
        self.go(item.id)

    def _set(self, id_: str, verdict: str) -> None:
        self.verdicts.pop(id_, None)
        self.verdicts[id_] = self._saving[id_] = verdict

    # Moving.

    def go(self, wanted: str) -> bool:
        """Show the item with this id, if it is here."""
        for at, item in enumerate(self.items):
            if item.id == wanted:
                self._at = at
                return True
        return False

    def recall(self, wanted: str) -> bool:
        """Go back to a decided item; deciding it leads to where one was."""
        here = self.shown
        if not self.go(wanted):
            return False
        if here and here.id not in self.verdicts:
            self._left = here.id
        return True

    def back(self) -> bool:
        """Show what was decided last; from there what was decided before it. False if there is none."""
        order = list(self.verdicts)
        here = self.shown
        before = order[: order.index(here.id)] if here and here.id in self.verdicts else order
        return bool(before) and self.recall(before[-1])

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

    # What the record says.

    def empty(self) -> None:
        """Something else is to be decided, which is asked for."""
        self.items, self.verdicts, self._at, self._left = (), {}, None, ""

    def replace(self, items: Sequence[ReviewItem], decided: int) -> None:
        """The record was asked again: stay on the same item if it is still there and was open."""
        was, waiting = self.shown, dict(self._saving)
        self.items = tuple(items)
        self.verdicts = own_verdicts(self.items, self.by, settles=self.settles)
        self._decided_before = decided - len(self.verdicts)
        here = {item.id for item in self.items}
        for id_, verdict in waiting.items():
            self.verdicts.pop(id_, None)
            if verdict and id_ in here:
                self.verdicts[id_] = verdict
        if was is None or not self.go(was.id):
            self._to_open(min(self._at or 0, len(self.items)))

    def tell(self, outcomes: Mapping[tuple[str, ...], Outcome]) -> None:
        """What was decided of the items by now, by their subjects."""
        items = [replace(item, outcome=outcomes.get(item.subjects)) for item in self.items]
        self.replace(items, self._decided_before + len(own_verdicts(items, self.by, settles=self.settles)))

    def _to_open(self, first: int) -> None:
        count = len(self.items)
        for offset in range(count):
            at = (first + offset) % count
            if self.items[at].id not in self.verdicts:
                self._at = at
                return
        self._at = None


def laid_out(items: Sequence[ReviewItem], by: str, lately: int, *, settles: bool = False) -> list[ReviewItem]:
    """What a reviewer decided last, in the order in which that was, then what is open."""
    mine = own_verdicts(items, by, settles=settles)
    by_id = {item.id: item for item in items}
    return [*(by_id[id_] for id_ in list(mine)[-lately:]), *(item for item in items if item.id not in mine)]


def own_verdicts(items: Iterable[ReviewItem], by: str, *, settles: bool = False) -> dict[str, str]:
    """What this reviewer decided of the items, by id, the latest last; what is settled is so for all.

    Args:
        settles: only what was settled counts.
    """
    mine = [
        (made.at, item.id, made.verdict)
        for item in items
        if item.outcome
        for made in item.outcome.judgements
        if item.outcome.state == "settled" or (made.by == by and not settles)
    ]
    return {id_: verdict for _, id_, verdict in sorted(mine)}
