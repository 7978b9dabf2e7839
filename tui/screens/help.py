"""The keys that hold where one is, made from the table that binds them; typing narrows them."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui import keys
from tui.keyboard import Keyboard
from tui.safe import line

# A numbered screen: number, title, and the letter after g.
Tab = tuple[str, str, str]


class Help(ModalScreen[None]):
    """Args: scopes: of the screen it was opened on; screens: the numbered ones."""

    BINDINGS = keys.bindings("help")  # type: ignore[assignment]  # Textual's type is wider
    AUTO_FOCUS = "VerticalScroll"

    def __init__(
        self, heading: str, scopes: tuple[str, ...], screens: Sequence[Tab], keyboard: Keyboard
    ) -> None:
        super().__init__()
        self._heading, self._scopes, self._screens, self._keyboard = heading, scopes, screens, keyboard

    def compose(self) -> ComposeResult:
        with Vertical(classes="window tall"):
            field = Input(placeholder="words to narrow the keys", id="narrow")
            field.cursor_blink = False
            field.display = False
            yield field
            with VerticalScroll():
                yield Static(self._content(""), id="keys", markup=False)
            yield Static("/  narrow      esc  leave", classes="hint", markup=False)

    def _content(self, typed: str) -> Content:
        return help_content(self._heading, self._scopes, self._screens, self._keyboard, typed)

    def action_find(self) -> None:
        field = self.query_one("#narrow", Input)
        field.display = True
        self.set_focus(field)

    def on_input_changed(self, event: Input.Changed) -> None:
        self.query_one("#keys", Static).update(self._content(event.value))

    def on_input_submitted(self) -> None:
        self.set_focus(self.query_one(VerticalScroll))

    def action_leave(self) -> None:
        """First the narrowing goes, then the window."""
        field = self.query_one("#narrow", Input)
        if field.display:
            field.value = ""
            field.display = False
            self.set_focus(self.query_one(VerticalScroll))
        else:
            self.dismiss(None)

    def action_scroll(self, rows: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)


def help_content(
    heading: str,
    scopes: tuple[str, ...],
    screens: Sequence[Tab],
    keyboard: Keyboard,
    typed: str = "",
) -> Content:
    """Groups of keys with words, then the numbered screens; only lines that hold all words typed."""
    groups = [(group, [(row.shown, row.words) for row in rows]) for group, rows in keyboard.help_rows(scopes)]
    go = keyboard.key("goto").first
    groups.append(("Go to", [(f"{number}, {go} {letter}", title) for number, title, letter in screens]))
    blocks = [Content(f"Keys: {heading}").stylize("bold")]
    for group, lines in groups:
        fitting = [each for each in lines if _fits((group, *each), typed)]
        if fitting:
            head = Content(group).stylize("bold $text-primary")
            blocks.append(Content("\n").join([head, *(_line(*each) for each in fitting)]))
    if len(blocks) == 1:
        blocks.append(line("No key of this screen does that; : has everything by name."))
    return Content("\n\n").join(blocks)


def _fits(texts: Sequence[str], typed: str) -> bool:
    text = " ".join(texts).casefold()
    return all(word in text for word in typed.casefold().split())


def _line(shown: str, words: str) -> Content:
    return Content.assemble(Content(f"  {shown:<14}").stylize("bold $text-accent"), f" {words}")
