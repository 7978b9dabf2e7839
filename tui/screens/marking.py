"""Lists whose lines are marked, and decided together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from textual.widgets import Static

from claims.errors import OnRecordError
from claims.views import ReviewItem
from tui.safe import line
from tui.screens.bulk import decide_all
from tui.screens.lists import ListScreen
from tui.state.bulk import Plan
from tui.state.deck import own_verdicts
from tui.state.marks import Marks
from tui.state.rows import Row
from tui.widgets.row_list import RowList

Item = TypeVar("Item")


class MarkingList(ListScreen[Item]):
    """A list of things to decide. Its BINDINGS have those of "marks" too."""

    MARKS = True

    def __init__(self) -> None:
        super().__init__()
        self.marks = Marks()

    def id_of(self, item: Item) -> str:
        """What its mark is kept by."""
        raise NotImplementedError

    def cases(self, item: Item) -> Sequence[ReviewItem]:
        """What there is to decide of a line."""
        raise NotImplementedError

    def drawn(self, item: Item) -> Row:
        return replace(self.row(item), mark=self.marks.sign(self.id_of(item)))

    def told(self, words: str) -> str:
        marked = f"{words}   ·   {len(self.marks.ids):,} marked" if self.marks.ids else words
        if self.marks.drawing:
            return f"{marked}   ·   marking {self.marks.in_range:,}: v keeps, esc gives up"
        return marked

    def _show(self, items: Sequence[Item]) -> None:
        self.marks.keep([self.id_of(item) for item in items])
        super()._show(items)

    # Marking.

    def action_mark(self) -> None:
        """Mark the line under the cursor, or the range that is drawn, and go on."""
        if self.marks.drawing:
            self.action_mark_range()
        elif len(self.shown):
            self.marks.toggle(self.id_of(self.shown.items[self.cursor]))
            self.query_one(RowList).action_move(1)
            self._marked()

    def action_mark_range(self) -> None:
        if self.marks.drawing:
            self.marks.end()
        elif len(self.shown):
            self.marks.begin(self.id_of(self.shown.items[self.cursor]))
        self._marked()

    def action_mark_all(self) -> None:
        self.marks.drop()
        self.marks.toggle_all([self.id_of(item) for item in self.shown.items])
        self._marked()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        if self.marks.drawing:
            self.marks.stretch([self.id_of(item) for item in self.shown.items], event.index)
            self._marked()

    def on_row_list_ticked(self, event: RowList.Ticked) -> None:
        self.marks.toggle(self.id_of(self.shown.items[event.index]))
        self._marked()

    def _marked(self) -> None:
        self.query_one("#count", Static).update(line(self.heading()))
        self.query_one(RowList).refresh_rows()

    def leave(self) -> bool:
        """A range is given up first, then a narrowing, then the marks."""
        if self.marks.drop():
            self._marked()
            return True
        if super().leave():
            return True
        if self.marks.ids:
            self.marks.ids.clear()
            self._marked()
            return True
        return False

    # Deciding.

    def action_decide_marked(self, which: int) -> None:
        """What is marked; without marks all that is shown and that this reviewer has not decided."""
        chosen = [item for item in self.items if self.id_of(item) in self.marks.ids]
        every = [case for item in chosen or self.shown.items for case in self.cases(item)]
        decided = {} if chosen else own_verdicts(every, self.ledger.by)
        left = [case for case in every if case.id not in decided]
        decide_all(self, left, which, self._taken)

    def _taken(self, plan: Plan) -> Callable[[OnRecordError], None]:
        marked, self.marks.ids = self.marks.ids, set()

        def failed(error: OnRecordError) -> None:
            self.marks.ids = marked
            self._marked()
            self.app.trouble(error)

        return failed
