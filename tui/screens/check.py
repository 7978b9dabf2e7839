"""Did anyone say this? A pasted quote, the verdict, and what is on record near to it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Container
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from claims.asked.values import Checked
from claims.display import one_line
from claims.errors import OnRecordError
from tui import keys
from tui.safe import line, q
from tui.screens.base import RecordScreen
from tui.state.answer import Found, lines_of
from tui.state.checked import LEGEND, headline, remarks
from tui.state.queryline import speaker_before
from tui.state.rows import Column, HeldRows
from tui.widgets.paste_line import PasteLine
from tui.widgets.row_list import RowList

COLUMNS = (
    Column("How alike", 24),
    Column("Speaker", 14, grows=True, gone_below=70),
    Column("Words", 20, grows=True),
    Column("Source", 14, grows=True, gone_below=76),
    Column("Date", 10, gone_below=100),
)
HINT = "Paste or type what somebody is said to have said, then enter."


class Check(RecordScreen):
    """Args: text: the quote as it was pasted, after "speaker:vega" that of one; "" to be asked for it."""

    HEADING = "Check a quote"
    FOOTER = ("open", "asked", "preview.answer", "undo", "close", "help")
    SCOPES = ("list", "check")
    BINDINGS = keys.bindings("check")  # type: ignore[assignment]  # Textual's type is wider
    AUTO_FOCUS = ""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text
        self.answer: Checked | None = None
        self.found: HeldRows[Found] = HeldRows()

    def body(self) -> Iterable[Widget]:
        field = PasteLine(one_line(self.text), placeholder=HINT, id="asked")
        field.cursor_blink = False
        yield field
        yield Static(id="verdict", markup=False)
        with Container(id="results"):
            yield RowList(COLUMNS)
            yield Static(id="preview", markup=False)

    def on_mount(self) -> None:
        super().on_mount()
        _, text = speaker_before(self.text)
        self.set_focus(self.query_one(RowList) if text.strip() else self.query_one("#asked"))

    def load(self) -> None:
        speaker, text = speaker_before(self.text)
        if text.strip():
            self.ask(
                lambda: self.ledger.check(text, speaker=speaker),
                self._show,
                group="check",
                failed=self._failed,
            )
        else:
            self.query_one(RowList).display = False

    def _failed(self, error: OnRecordError) -> None:
        self.query_one("#verdict", Static).update(line(str(error), "$text-error"))

    def _show(self, answer: Checked) -> None:
        self.answer = answer
        self.found = HeldRows(lines_of(answer), lambda one: one.row)
        words = [line(headline(answer), "bold"), *map(line, remarks(answer))]
        words += [line(LEGEND, "$text-muted")] if len(self.found) else []
        self.query_one("#verdict", Static).update(Content("\n").join(words))
        list_ = self.query_one(RowList)
        list_.show(self.found, 0)
        list_.display = bool(len(self.found))
        self._preview()

    def _preview(self) -> None:
        about: tuple[str, ...] = ()
        if len(self.found):
            about = self.found.items[self.query_one(RowList).cursor].about
        shown = [q(words) if not number else line(words) for number, words in enumerate(about) if words]
        self.query_one("#preview", Static).update(Content("\n").join(shown))

    # Asking.

    def check(self, text: str) -> None:
        """Ask for other words."""
        self.text = text
        with self.prevent(Input.Changed):
            self.query_one("#asked", Input).value = one_line(text)
        self.load()
        self.set_focus(self.query_one(RowList))

    def on_paste_line_quoted(self, event: PasteLine.Quoted) -> None:
        self.check(event.text)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.check(event.value)

    def action_find(self) -> None:
        self.set_focus(self.query_one("#asked"))

    def leave(self) -> bool:
        if self.answer is not None and self.focused is self.query_one("#asked"):
            self.set_focus(self.query_one(RowList))
            return True
        return False

    # The list.

    def on_row_list_moved(self) -> None:
        self._preview()

    def action_preview(self) -> None:
        self.toggle_class("no-preview")

    def action_copy(self) -> None:
        if len(self.found):
            self.copy_of(self.found.items[self.query_one(RowList).cursor].wanted)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        chosen = self.found.items[event.index]
        self.app.open(chosen.wanted, chosen.place)
