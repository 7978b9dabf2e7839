"""Pick a speaker or a source as a filter, with counts."""

from __future__ import annotations

from collections.abc import Sequence

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from claims.model import Speaker
from claims.views import SourceLine
from tui import keys
from tui.safe import line
from tui.screens.base import Desk
from tui.state.rows import Column, HeldRows, Row
from tui.widgets.row_list import RowList

Facet = tuple[str, str, int]


class Facets(ModalScreen[tuple[str, str] | None]):
    """A (filter, value), or None. Type to narrow; arrows choose; enter takes it."""

    app = getters.app(Desk)
    BINDINGS = keys.bindings("pick")  # type: ignore[assignment]  # Textual's type is wider

    def __init__(self, facets: Sequence[Facet]) -> None:
        super().__init__()
        self._facets = tuple(facets)
        self._shown: HeldRows[Facet] = HeldRows()

    def compose(self) -> ComposeResult:
        with Vertical(classes="window tall"):
            yield Static(line("Show only", "bold"), markup=False)
            field = Input(placeholder="type to narrow")
            field.cursor_blink = False
            yield field
            yield RowList((Column("", 8), Column("Name", 20, grows=True), Column("Quotes", 7, right=True)))
            yield Static("enter  take      esc  leave", classes="hint", markup=False)

    def on_mount(self) -> None:
        self._narrow("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self._narrow(event.value)

    def _narrow(self, typed: str) -> None:
        words = typed.casefold().split()
        fitting = [facet for facet in self._facets if all(w in " ".join(facet[:2]).casefold() for w in words)]
        self._shown = HeldRows(fitting, lambda facet: Row((facet[0], facet[1], f"{facet[2]:,}")))
        self.query_one(RowList).show(self._shown)

    def action_move(self, rows: int) -> None:
        self.query_one(RowList).action_move(rows)

    def on_input_submitted(self) -> None:
        self._take(self.query_one(RowList).cursor)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self._take(event.index)

    def _take(self, index: int) -> None:
        if index < len(self._shown):
            name, value, _ = self._shown.items[index]
            self.dismiss((name, value))

    def action_leave(self) -> None:
        self.dismiss(None)


def facets_of(speakers: Sequence[Speaker], sources: Sequence[SourceLine]) -> list[Facet]:
    """Speakers, then sources, each with the most quotes first."""
    people = sorted(((s.name, s.quotes) for s in speakers), key=lambda pair: (-pair[1], pair[0]))
    outlets = sorted(((s.source.name, s.quotes) for s in sources), key=lambda pair: (-pair[1], pair[0]))
    return [("speaker", *pair) for pair in people] + [("source", *pair) for pair in outlets]
