"""The short tour: a page a key; it is shown once by itself."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui import keys
from tui.safe import line
from tui.state.tour import Page


class Tour(ModalScreen[None]):
    """Args: pages: in order; the last one ends it."""

    BINDINGS = keys.bindings("tour")  # type: ignore[assignment]  # Textual's type is wider

    def __init__(self, pages: Sequence[Page]) -> None:
        super().__init__()
        self._pages, self._at = tuple(pages), 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Static(self._content(), id="page", markup=False)
            yield Static("enter  next      [  back      esc  leave", classes="hint", markup=False)

    def _content(self) -> Content:
        heading, lines = self._pages[self._at]
        number = line(f"{self._at + 1} of {len(self._pages)}", "$text-muted")
        head = Content("   ").join([line(heading, "bold $text-primary"), number])
        return Content("\n\n").join([head, *map(line, lines), Content()])

    def action_turn(self, by: int) -> None:
        self._at = max(0, self._at + by)
        if self._at == len(self._pages):
            self.dismiss(None)
        else:
            self.query_one("#page", Static).update(self._content())

    def action_leave(self) -> None:
        self.dismiss(None)
