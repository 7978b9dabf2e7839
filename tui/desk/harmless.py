"""What reaches the terminal: words of documents never act, and a fault of ours is told after the app."""

from __future__ import annotations

import traceback
from collections.abc import Sequence

from textual.filter import LineFilter
from textual.notifications import SeverityLevel

from claims.display import display_safe
from claims.errors import OnRecordError
from tui.safe import ControlFilter
from tui.screens.base import Desk
from tui.screens.dialogs import Message


class Harmless(Desk):
    """Attributes: crash: the trace of a fault, for after the screen is restored; "" for none."""

    crash = ""
    _harmless = ControlFilter()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's own, and the net that keeps control characters from the terminal."""
        return [*super().get_line_filters(), self._harmless]

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """As Textual's, but never read as markup."""
        message, title = display_safe(message), display_safe(title)
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=False)

    def _fatal_error(self) -> None:
        """A fault of ours: keep the trace for after the screen is restored, harmless as all else."""
        trace = traceback.format_exc()
        self.crash = display_safe(f"{trace}OnRecord stopped on a fault of its own; every decision is kept.\n")
        self._close_messages_no_wait()

    def trouble(self, error: OnRecordError) -> None:
        self.push_screen(Message("That did not work", str(error)))
