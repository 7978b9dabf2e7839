"""How the app looks: four themes, picked by key and kept in the settings."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from types import MappingProxyType

from textual.command import CommandPalette
from textual.css.stylesheet import Stylesheet
from textual.theme import Theme
from textual.widgets import Input

from claims.config import THEMES, keep
from claims.errors import OnRecordError
from tui.screens.base import Desk
from tui.screens.dialogs import Choose

# For each name of the setting: Textual's name of it, a key, and words.
_LOOKS = MappingProxyType(
    {
        "dark": ("onrecord-dark", "d", "dark"),
        "light": ("onrecord-light", "l", "light"),
        "contrast": ("onrecord-contrast", "c", "high contrast: white and yellow on black"),
        "ansi": ("ansi-dark", "t", "the terminal's own colors, dark"),
        "ansi-light": ("ansi-light", "n", "the terminal's own colors, light"),
    }
)
assert tuple(_LOOKS) == THEMES

# Every color stands out by 4.5 to 1 at least on what it is drawn on (WCAG 2, AA): a test reckons it.
_OWN = (
    Theme(
        name="onrecord-dark",
        primary="#4aa3ec",
        secondary="#2f6f9f",
        accent="#ffb454",
        warning="#ffb454",
        error="#ff7a93",
        success="#6fd08c",
        foreground="#e6e6e6",
        background="#121212",
        surface="#1c1c1c",
        panel="#2a2a2a",
        dark=True,
        variables={
            "text-muted": "#b8b8b8",
            "text-disabled": "#b8b8b8",
            "text-primary": "#7dbdf5",
            "text-accent": "#ffc273",
            "text-warning": "#ffc273",
            "text-error": "#ff9aad",
            "text-success": "#8fdda6",
        },
    ),
    Theme(
        name="onrecord-light",
        primary="#0a5a9c",
        secondary="#0a5a9c",
        accent="#8a4b00",
        warning="#8a4b00",
        error="#a3183a",
        success="#1c6b34",
        foreground="#1a1a1a",
        background="#ffffff",
        surface="#f2f2f2",
        panel="#e4e4e4",
        dark=False,
        variables={
            "text-muted": "#454545",
            "text-disabled": "#454545",
            "text-primary": "#0a4f8a",
            "text-accent": "#6e3c00",
            "text-warning": "#6e3c00",
            "text-error": "#8f1230",
            "text-success": "#14532a",
        },
    ),
    Theme(
        name="onrecord-contrast",
        primary="#ffff00",
        secondary="#ffff00",
        accent="#00ffff",
        warning="#ffff00",
        error="#ff9c9c",
        success="#00ff7f",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#1a1a1a",
        dark=True,
        variables={
            "text-muted": "#e0e0e0",
            "text-disabled": "#e0e0e0",
            "text-primary": "#ffff00",
            "text-accent": "#00ffff",
            "text-warning": "#ffff00",
            "text-error": "#ff9c9c",
            "text-success": "#00ff7f",
        },
    ),
)


class Sheet(Stylesheet):
    """A style sheet that is parsed once a theme.

    Before the first frame Textual asks three times that all of it be parsed again; that
    was a quarter of the time until then.
    """

    def __init__(self, variables: Mapping[str, str]) -> None:
        self._set = dict(variables)
        super().__init__(variables=self._set)

    def set_variables(self, variables: dict[str, str]) -> None:
        if variables != self._set:
            self._set = variables
            super().set_variables(variables)

    def reparse(self) -> None:
        """As Textual's, but what was parsed with the same colors is kept."""
        self.parse()


class Theming(Desk):
    """What an app does with colors, and with what would move by itself."""

    def look(self) -> None:
        """Take the theme that is set; without colors the terminal's own, which has no code of any."""
        for theme in _OWN:
            self.register_theme(theme)
        wanted = "ansi" if self.no_color else self.chosen.theme
        self.theme = _LOOKS[wanted][0]
        self.stylesheet = Sheet(self.get_css_variables())
        # Over a slow line a smooth scroll is many screens for one.
        self.animation_level = "none"

    def action_theme(self) -> None:
        choices = [(key, name, words) for name, (_, key, words) in _LOOKS.items()]
        self.push_screen(Choose("How shall it look?", choices), self._take)

    def _take(self, name: str | None) -> None:
        if name is None:
            return
        self.theme = _LOOKS[name][0]
        if not self.chosen.keeps_theme:
            self.say(f"So it looks until you leave: {self.chosen.theme_origin} sets another.")
            return
        self.run_worker(self._keep(name), group="theme")

    async def _keep(self, name: str) -> None:
        try:
            place = await asyncio.to_thread(keep, "theme", name)
        except OnRecordError as error:
            self.trouble(error)
        else:
            self.say(f"Kept in {place}.")

    def on_command_palette_opened(self, _: CommandPalette.Opened) -> None:
        """Its cursor does not blink either: that is 2 KB a second over the line."""
        for field in self.screen.query(Input):
            field.cursor_blink = False
