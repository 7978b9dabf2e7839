"""Screens that are one list: what they share, so that each is only its rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, Generic, TypeVar

from textual.widget import Widget
from textual.widgets import Input, Static

from tui import keys
from tui.safe import line, q
from tui.screens.base import RecordScreen
from tui.screens.dialogs import Choose
from tui.state.rows import Column, HeldRows, Row
from tui.widgets.row_list import RowList

Item = TypeVar("Item")


class ListScreen(RecordScreen, Generic[Item]):
    """A list with a heading line, narrowed by words typed after /."""

    COLUMNS: ClassVar[tuple[Column, ...]] = ()
    EMPTY: ClassVar[str] = "Nothing here yet."
    MARKS: ClassVar[bool] = False
    FOOTER: ClassVar[tuple[str, ...]] = ("open", "narrow", "goto", "undo", "close", "help")
    SCOPES: ClassVar[tuple[str, ...]] = ("list", "narrow")
    BINDINGS = keys.bindings("narrow")  # type: ignore[assignment]  # Textual's type is wider
    AUTO_FOCUS = "RowList"

    def __init__(self) -> None:
        super().__init__()
        self.items: tuple[Item, ...] = ()
        self.shown: HeldRows[Item] = HeldRows()
        # The column by which the rows are sorted; none for the order in which they came.
        self._sorted_by: int | None = None
        self._flipped = False

    def body(self) -> Iterable[Widget]:
        yield Static(id="count", markup=False)
        field = Input(placeholder="words to narrow the list", id="narrow")
        field.cursor_blink = False
        field.display = False
        yield field
        yield RowList(self.COLUMNS, marks=self.MARKS)
        yield Static(q(self.EMPTY), id="empty", markup=False)

    def fetch(self) -> Sequence[Item]:
        """The items, asked of the record; runs in a thread."""
        raise NotImplementedError

    def row(self, item: Item) -> Row:
        raise NotImplementedError

    def drawn(self, item: Item) -> Row:
        """The row as it stands in the list."""
        return self.row(item)

    def count(self, items: Sequence[Item]) -> str:
        """The line above the list."""
        raise NotImplementedError

    def told(self, words: str) -> str:
        """The same with what a subclass has to add."""
        return words

    def open(self, index: int) -> None:
        """Open the item at a place of the list that is shown."""

    @property
    def cursor(self) -> int:
        return self.query_one(RowList).cursor

    def load(self) -> None:
        self.ask(self.fetch, self._show, group="list")

    def _show(self, items: Sequence[Item]) -> None:
        self.items = tuple(items)
        self._narrow()

    def _narrow(self) -> None:
        words = self.query_one("#narrow", Input).value.casefold().split()
        fitting = [item for item in self.items if _fits(self.row(item), words)] if words else self.items
        self.shown = HeldRows(self._in_order(fitting), self.drawn)
        list_ = self.query_one(RowList)
        list_.show(self.shown, list_.cursor)
        list_.display = bool(self.items)
        self.query_one("#empty").display = not self.items
        self.query_one("#count", Static).update(line(self.heading()))

    def heading(self) -> str:
        is_narrowed = self.query_one("#narrow", Input).value.strip()
        told = f"   ·   {len(self.shown):,} shown" if is_narrowed else ""
        if self._sorted_by is not None:
            told += f"   ·   by {self.COLUMNS[self._sorted_by].title.lower()}"
        told += ", turned round" if self._flipped else ""
        return self.told(self.count(self.items) + told)

    def _in_order(self, items: Sequence[Item]) -> list[Item]:
        column = self._sorted_by
        ordered = list(items)
        if column is not None:
            ordered.sort(key=lambda item: _sortable(self.row(item).cells[column]))
        return ordered[::-1] if self._flipped else ordered

    def action_sort(self) -> None:
        """By which column? Each has a number."""
        columns = [(f"{n}", f"{n}", column.title) for n, column in enumerate(self.COLUMNS, 1) if column.title]

        def take(number: str | None) -> None:
            if number is not None:
                self._sorted_by = int(number) - 1 if number else None
                self._narrow()

        self.app.push_screen(Choose("Sort by", [("0", "", "as it comes"), *columns]), take)

    def action_flip(self) -> None:
        self._flipped = not self._flipped
        self._narrow()

    def action_find(self) -> None:
        field = self.query_one("#narrow", Input)
        field.display = True
        self.set_focus(field)

    def leave(self) -> bool:
        field = self.query_one("#narrow", Input)
        if not field.display:
            return False
        field.value = ""
        field.display = False
        self.set_focus(self.query_one(RowList))
        return True

    def on_input_changed(self) -> None:
        self._narrow()

    def on_input_submitted(self) -> None:
        self.set_focus(self.query_one(RowList))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.open(event.index)


def _sortable(cell: str) -> tuple[bool, float, str]:
    """Numbers by their size, before words by the alphabet."""
    bare = cell.replace(",", "")
    return (False, float(bare), "") if bare.isdecimal() else (True, 0.0, cell.casefold())


def _fits(row: Row, words: Sequence[str]) -> bool:
    """Do all words occur in the row, as one reads it?"""
    text = " ".join(row.cells).casefold()
    return all(word in text for word in words)
