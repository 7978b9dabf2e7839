"""What the settings choose for the app."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.keyboard import Keyboard


@dataclass(frozen=True, slots=True)
class Chosen:
    """Attributes:
    jobs, extractor: for adding documents and reading them again.
    theme_origin: where the theme was set, if another one picked in the app is not to be kept.
    """

    keyboard: Keyboard = field(default_factory=Keyboard)
    jobs: int = 1
    extractor: str = "encoder"
    theme: str = "dark"
    theme_origin: str = "the command that opened it"
    keeps_theme: bool = False
