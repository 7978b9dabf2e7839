"""Saved searches: what each has found that is new since it was last looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui import keys
from tui.safe import line
from tui.screens.base import Desk
from tui.state.kept import SavedSearch
from tui.state.queryline import parse
from tui.state.rows import Column, HeldRows, Row
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from claims import Ledger


@dataclass(frozen=True, slots=True)
class Looked:
    """A saved search, how many hits it has and how many of them are new.

    Attributes:
        mark: what had come in when they were counted.
        is_offer: it is not saved yet.
    """

    saved: SavedSearch
    all: int
    new: int
    mark: int
    is_offer: bool = False


class Saved(ModalScreen[Looked | None]):
    """The search to go to, or to save; None if it is left.

    Attributes:
        dropped: lines that are to be kept no more once the window is closed.
    """

    app = getters.app(Desk)
    BINDINGS = keys.bindings("saved")  # type: ignore[assignment]  # Textual's type is wider
    AUTO_FOCUS = "RowList"

    def __init__(self, looked: Sequence[Looked]) -> None:
        super().__init__()
        self._looked = tuple(looked)
        self.dropped: set[str] = set()

    def compose(self) -> ComposeResult:
        with Vertical(classes="window tall"):
            yield Static(line("Saved searches", "bold"), markup=False)
            yield RowList(
                (
                    Column("New", 8, right=True),
                    Column("Hits", 8, right=True),
                    Column("Search", 20, grows=True),
                )
            )
            yield Static(
                "enter  open      x  drop, or keep again      esc  leave", classes="hint", markup=False
            )

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        list_ = self.query_one(RowList)
        list_.show(HeldRows(self._looked, self._row), list_.cursor)

    def _row(self, each: Looked) -> Row:
        if each.is_offer:
            return Row(("", f"{each.all:,}", f"+ save this search: {each.saved.line}"))
        gone = each.saved.line in self.dropped
        words = f"× dropped: {each.saved.line}" if gone else each.saved.line
        return Row((f"{each.new:,} new" if each.new else "–", f"{each.all:,}", words), quiet=gone)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.dismiss(self._looked[event.index])

    def action_drop(self) -> None:
        each = self._looked[self.query_one(RowList).cursor]
        if not each.is_offer:
            self.dropped ^= {each.saved.line}
            self._show()

    def action_leave(self) -> None:
        self.dismiss(None)


def looked(ledger: Ledger, searches: Sequence[SavedSearch], line_: str) -> list[Looked]:
    """Each saved search with its counts; first the line that is typed, if it is not saved yet."""
    found = [_counts(ledger, each) for each in searches]
    if line_ and line_ not in {each.line for each in searches}:
        offer = _counts(ledger, SavedSearch(line_, ledger.mark()))
        return [replace(offer, is_offer=True), *found]
    return found


def _counts(ledger: Ledger, saved: SavedSearch) -> Looked:
    query = replace(parse(saved.line).query, limit=None)
    mark = ledger.mark()
    new = ledger.count(replace(query, after=saved.mark)) if saved.mark < mark else 0
    return Looked(saved, ledger.count(query), new, mark)


def looked_at(searches: Sequence[SavedSearch], chosen: Looked) -> list[SavedSearch]:
    """The searches once one was opened, or saved: from now on what comes in is new in it."""
    now = replace(chosen.saved, mark=chosen.mark)
    if chosen.is_offer:
        return [*searches, now]
    return [now if each.line == now.line else each for each in searches]
