"""Correcting by hand: a small form; what was changed is kept, all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from textual import getters
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from claims import printed
from claims.errors import OnRecordError
from claims.model import Claim, Document, Quote, Span
from tui import keys
from tui.safe import line, q
from tui.screens.base import Desk
from tui.state.form import changes, check_all, fields_of


class Correct(ModalScreen[None]):
    """Fields of one quote, claim or document. Stays open, and says why, where a value is refused."""

    app = getters.app(Desk)
    BINDINGS = keys.bindings("window")  # type: ignore[assignment]  # Textual's type is wider

    def __init__(self, value: Quote | Claim | Document, selection: Span | None = None) -> None:
        super().__init__()
        self._value = value
        self._fields = fields_of(value, selection)

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="window form", can_focus=False):
            yield Static(line("Correct", "bold"), markup=False)
            yield Static(q(_words(self._value)), classes="about", markup=False)
            for field in self._fields:
                with Horizontal(classes="field"):
                    yield Static(line(field.label), classes="label", markup=False)
                    entry = Input(field.offered or field.value, placeholder=field.hint, id=field.name)
                    entry.cursor_blink = False
                    yield entry
            with Vertical(classes="keys"):
                yield Static(id="refused", markup=False)
                yield Static("enter  keep      tab  next      esc  leave", classes="hint", markup=False)

    def on_input_submitted(self) -> None:
        self.action_keep()

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_keep(self) -> None:
        typed = {field.name: self.query_one(f"#{field.name}", Input).value for field in self._fields}
        wanted = changes(self._fields, typed)
        if not wanted:
            self.dismiss(None)
            return
        self._save(wanted)

    def _save(self, wanted: Sequence[tuple[str, str]]) -> None:
        value, ledger = self._value.id, self.app.ledger

        def correct() -> int:
            shown = ledger.show(value)
            assert isinstance(shown.value, Quote | Claim | Document)
            check_all(shown.value, wanted, shown.document.text if shown.document else "")
            for name, words in wanted:
                ledger.correct(value, name, words)
            return len(wanted)

        def kept(number: int) -> None:
            self.app.say("Corrected. u takes it back." if number == 1 else f"{number} fields corrected.")
            self.dismiss(None)

        def refused(error: OnRecordError) -> None:
            # All fields were checked first; only a record that stops in between has kept some.
            self.app.changes += 1
            self.query_one("#refused", Static).update(line(str(error), "$text-error"))

        self.app.save(correct, kept, refused)


def _words(value: Quote | Claim | Document) -> str:
    if isinstance(value, Document):
        return value.title or value.location
    return (printed.quote(value) if isinstance(value, Quote) else value.text)[:400]
