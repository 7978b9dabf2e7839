"""Pick a speaker, a source or a month as a filter, with counts."""

from __future__ import annotations

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui import keys
from tui.safe import line
from tui.screens.base import Desk
from tui.state.facets import Facet
from tui.state.facets import Facets as Counted
from tui.state.rows import Column, HeldRows, Row
from tui.widgets.row_list import RowList


class Facets(ModalScreen[Facet | None]):
    """Type to narrow; arrows choose; enter takes it."""

    app = getters.app(Desk)
    BINDINGS = keys.bindings("pick")  # type: ignore[assignment]  # Textual's type is wider

    def __init__(self, facets: Counted) -> None:
        super().__init__()
        self._facets = facets
        self._shown: HeldRows[Facet] = HeldRows()

    def compose(self) -> ComposeResult:
        with Vertical(classes="window tall"):
            yield Static(line("Show only", "bold"), markup=False)
            field = Input(placeholder="type to narrow")
            field.cursor_blink = False
            yield field
            yield RowList((Column("", 8), Column("Name", 20, grows=True), Column("Hits", 7, right=True)))
            yield Static(f"enter  take      esc  leave      {self._facets.of}", classes="hint", markup=False)

    def on_mount(self) -> None:
        self._narrow("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def _narrow(self, typed: str) -> None:
        words = typed.casefold().split()
        fitting = [
            each
            for each in self._facets.all
            if all(w in f"{each.name} {each.value}".casefold() for w in words)
        ]
        self._shown = HeldRows(fitting, lambda each: Row((each.name, each.value, f"{each.count:,}")))
        self.query_one(RowList).show(self._shown)

    def action_move(self, rows: int) -> None:
        self.query_one(RowList).action_move(rows)

    def on_input_submitted(self) -> None:
        self._take(self.query_one(RowList).cursor)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self._take(event.index)

    def _take(self, index: int) -> None:
        if index < len(self._shown):
            self.dismiss(self._shown.items[index])

    def action_leave(self) -> None:
        self.dismiss(None)
