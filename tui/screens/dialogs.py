"""Small windows: one line to type, a choice by one key, a message."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import Suggester, SuggestFromList
from textual.widgets import Input, Static

from claims.display import display_safe
from tui import keys
from tui.safe import line, q

ESCAPE = keys.bindings("window")


class Ask(ModalScreen[str | None]):
    """One line to type; None if it is left."""

    BINDINGS = ESCAPE  # type: ignore[assignment]  # Textual's type is wider

    def __init__(
        self,
        question: str,
        *,
        value: str = "",
        about: str = "",
        hint: str = "",
        known: Iterable[str] = (),
        suggester: Suggester | None = None,
    ) -> None:
        super().__init__()
        self._question, self._value, self._about, self._hint = question, value, about, hint
        # A name with hidden characters is not offered: accepting it would spread them.
        names = [name for name in known if display_safe(name) == name]
        self._suggester = suggester or (SuggestFromList(names, case_sensitive=False) if names else None)

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Static(line(self._question, "bold"), markup=False)
            if self._about:
                yield Static(q(self._about), classes="about", markup=False)
            field = Input(self._value, placeholder=self._hint, suggester=self._suggester)
            field.cursor_blink = False
            yield field
            yield Static("enter  keep      esc  leave", classes="hint", markup=False)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value.strip())

    def action_leave(self) -> None:
        self.dismiss(None)


class Choose(ModalScreen[str | None]):
    """A choice by one key; None if it is left.

    Args:
        choices: (keys, value, words); enter takes the first.
    """

    BINDINGS = ESCAPE  # type: ignore[assignment]  # Textual's type is wider

    def __init__(self, question: str, choices: Sequence[tuple[str, str, str]]) -> None:
        super().__init__()
        self._question, self._choices = question, choices

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Static(line(self._question, "bold"), markup=False)
            rows = [_choice(names, words) for names, _, words in self._choices]
            yield Static(Content("\n").join(rows), markup=False)

    def on_key(self, event: events.Key) -> None:
        pressed = "enter" if event.key == "enter" else event.character or ""
        for at, (names, value, _) in enumerate(self._choices):
            if pressed in names.split() or (pressed == "enter" and at == 0):
                event.stop()
                self.dismiss(value)
                return

    def action_leave(self) -> None:
        self.dismiss(None)


def _choice(names: str, words: str) -> Content:
    return Content.assemble("  ", Content(f"{names:<6}").stylize("bold $text-accent"), line(words))


class Message(ModalScreen[None]):
    """Something to know; any of enter, escape and q closes it."""

    BINDINGS = keys.bindings("message")  # type: ignore[assignment]  # Textual's type is wider

    def __init__(self, heading: str, words: str, style: str = "bold $text-error") -> None:
        super().__init__()
        self._heading, self._words, self._style = heading, words, style

    def compose(self) -> ComposeResult:
        with Vertical(classes="window"):
            yield Static(line(self._heading, self._style), markup=False)
            yield Static(q(self._words), classes="told", markup=False)
            yield Static("enter  close", classes="hint", markup=False)

    def action_leave(self) -> None:
        self.dismiss(None)
