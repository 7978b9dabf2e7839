"""Everything by name: every screen, and every key of the screen that is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual.app import SystemCommand

from tui.keyboard import Keyboard
from tui.screens import SCREENS

# Keys that move about are pressed, not looked for by name.
_NOT_BY_NAME = ("Move",)


def commands(
    keyboard: Keyboard,
    scopes: tuple[str, ...],
    go: Callable[[str], object],
    press: Callable[[str], object],
) -> Iterator[SystemCommand]:
    """The list of the palette.

    Args:
        scopes: whose keys hold where it was opened.
        go: to a screen, by its name.
        press: a key, as if it had been pressed there.
    """
    for number, screen in enumerate(SCREENS, 1):
        yield SystemCommand(screen.heading, f"key {number}", lambda name=screen.name: go(name))
    for group, rows in keyboard.help_rows(scopes):
        if group not in _NOT_BY_NAME:
            for row in rows:
                first = row.keys.split(",")[0]
                yield SystemCommand(row.words, f"key {row.first}", lambda key=first: press(key))
