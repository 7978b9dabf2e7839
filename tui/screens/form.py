"""Correcting by hand: a small form; what was changed is kept, all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual import getters
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from claims import printed
from claims.display import one_line
from claims.errors import OnRecordError
from claims.model import Claim, Document, Quote, Span
from claims.ports import Citation
from claims.views import Shown
from tui import keys
from tui.safe import line, q
from tui.screens.base import Desk, RecordScreen
from tui.state.form import changes, check_all, fields_of


class Correct(ModalScreen[None]):
    """Fields of one quote, claim or document. Stays open, and says why, where a value is refused."""

    app = getters.app(Desk)
    BINDINGS = keys.bindings("window", "form")  # type: ignore[assignment]  # Textual's type is wider

    def __init__(
        self,
        value: Quote | Claim | Document,
        selection: Span | None = None,
        *,
        sentence: str = "",
        among: Sequence[Citation] = (),
    ) -> None:
        """Args:
        sentence: what a figure stands in, to be seen beside the fields.
        among: the passages of a finding, each of which may be the one to correct.
        """
        super().__init__()
        self._value = value
        self._sentence = sentence
        self._among = tuple(among)
        self._fields = fields_of(value, selection)

    @classmethod
    def one_of(cls, among: Sequence[Citation], at: int) -> Correct:
        """A form for one of several passages; page up and page down go to the others."""
        return cls(among[at].value, sentence=among[at].sentence, among=among)

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="window form", can_focus=False):
            yield Static(line(self._heading(), "bold"), id="heading", markup=False)
            yield Static(q(self._words()), classes="about", markup=False)
            for field in self._fields:
                with Horizontal(classes="field"):
                    yield Static(line(field.label), classes="label", markup=False)
                    entry = Input(field.offered or field.value, placeholder=field.hint, id=field.name)
                    entry.cursor_blink = False
                    yield entry
            with Vertical(classes="keys"):
                yield Static(id="refused", markup=False)
                others = "      pgup pgdn  other passages" if len(self._among) > 1 else ""
                told = f"enter  keep      tab  next      esc  leave{others}"
                yield Static(told, classes="hint", markup=False)

    def on_input_submitted(self) -> None:
        self.action_keep()

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_keep(self) -> None:
        self._keep(lambda: None)

    def action_turn(self, by: int) -> None:
        """Keep what was typed, and show the passage before or after this one."""
        if len(self._among) > 1:
            among, at = self._among, (self._place() + by) % len(self._among)
            app = self.app
            self._keep(lambda: app.push_screen(Correct.one_of(among, at)))

    def _place(self) -> int:
        return [citation.value.id for citation in self._among].index(self._value.id)

    def _keep(self, then: Callable[[], object]) -> None:
        """Close once what was changed is kept; `then` comes after."""
        typed = {field.name: self.query_one(f"#{field.name}", Input).value for field in self._fields}
        wanted = changes(self._fields, typed)
        if wanted:
            self._save(wanted, then)
            return
        self.dismiss(None)
        then()

    def _save(self, wanted: Sequence[tuple[str, str]], then: Callable[[], object]) -> None:
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
            then()

        def refused(error: OnRecordError) -> None:
            # All fields were checked first; only a record that stops in between has kept some.
            self.app.changes += 1
            self.query_one("#refused", Static).update(line(str(error), "$text-error"))

        self.app.save(correct, kept, refused)

    def _heading(self) -> str:
        several = len(self._among) > 1
        return f"Correct, passage {self._place() + 1} of {len(self._among)}" if several else "Correct"

    def _words(self) -> str:
        """What is corrected: a figure with its sentence, where that is known."""
        value = self._value
        if isinstance(value, Document):
            return value.title or value.location
        if isinstance(value, Quote):
            return printed.quote(value)[:_LONGEST]
        return f"{value.text}: “{_around(self._sentence, value)}”" if self._sentence else value.text


# So much of a passage tells which it is.
_LONGEST = 400


def _around(sentence: str, claim: Claim) -> str:
    """A sentence, or of one that is too long the part around its figure."""
    start = max(0, claim.span.start - claim.sentence.start - _LONGEST // 2) if len(sentence) > _LONGEST else 0
    return one_line(sentence[start : start + _LONGEST])


def corrected(screen: RecordScreen, shown: Shown) -> None:
    """Correct a quote or a figure, its sentence beside the fields."""
    if isinstance(shown.value, Quote | Claim):
        sentence = Citation(shown.value, shown.document).sentence if shown.document else ""
        screen.app.push_screen(Correct(shown.value, sentence=sentence))
