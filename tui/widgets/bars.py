"""The line at the top (where one is) and the line at the bottom (which keys help here)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from tui.keyboard import Keyboard
from tui.safe import line

# A footer with more keys is read by nobody.
MOST_KEYS = 8


# So much of what stands at the right is to be seen before the titles of screens go.
LEAST_NOTE = 24


class TopBar(Static):
    """Numbered screens, the present one marked; at the right what the record is, or what is being done."""

    def __init__(self, tabs: Sequence[tuple[str, str]], active: str, note: Callable[[], str]) -> None:
        super().__init__(markup=False)
        self._tabs, self._active, self._note = tabs, active, note

    def render(self) -> Content:
        width, note = self.content_size.width, line(self._note(), "bold $text-warning")
        for short, blank in ((False, "  "), (False, " "), (True, "  ")):
            tabs = [self._tab(at, *tab, short) for at, tab in enumerate(self._tabs, 1)]
            bar = Content(blank).join(tabs)
            if bar.cell_length + min(note.cell_length, LEAST_NOTE) + 2 <= width:
                break
        spare = width - bar.cell_length - note.cell_length
        if spare < 2:
            note = note.truncate(max(0, width - bar.cell_length - 2), ellipsis=True)
            spare = 2
        return Content.assemble(bar, " " * spare, note) if note else bar

    def _tab(self, number: int, name: str, title: str, short: bool) -> Content:
        here = name == self._active
        words = f"{number} {title}" if here or not short else str(number)
        link = Style.from_meta({"@click": f"app.go('{name}')"})
        tab = Content(f"▏{words}▕" if here else words).stylize(link)
        return tab.stylize("bold reverse") if here else tab.stylize("$text-muted")


class KeyBar(Static):
    """Keys with words, from the table; the last (help) always, those before it while there is room."""

    def __init__(self, keyboard: Keyboard, ids: Sequence[str], words: dict[str, str] | None = None) -> None:
        super().__init__(markup=False)
        self._keyboard = keyboard
        self._ids, self._words = tuple(ids)[:MOST_KEYS], words or {}

    def show(self, ids: Sequence[str], words: dict[str, str] | None = None) -> None:
        self._ids, self._words = tuple(ids)[:MOST_KEYS], words or {}
        self.refresh()

    def render(self) -> Content:
        items = [self._item(id_) for id_ in self._ids]
        while len(items) > 1 and Content("   ").join(items).cell_length > self.content_size.width:
            del items[-2]
        return Content("   ").join(items)

    def _item(self, id_: str) -> Content:
        row = self._keyboard.key(id_)
        link = Style.from_meta({"@click": f"app.press('{row.keys.split(',')[0]}')"})
        first = Content(row.first).stylize("bold $text-accent")
        return Content.assemble(first, f" {self._words.get(id_, row.words)}").stylize(link)
