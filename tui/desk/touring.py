"""The tour that a newcomer gets once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.base import Desk

if TYPE_CHECKING:
    from tui.state.kept import Kept


class Touring(Desk):
    """Attributes: first: where it is kept that the tour was seen; None to show it on demand only."""

    first: Kept | None = None

    def on_mount(self) -> None:
        if self.first and not self.first.toured:
            self.call_after_refresh(self.action_tour)

    def action_tour(self) -> None:
        from tui.screens.tour import Tour
        from tui.state.tour import pages

        self.push_screen(Tour(pages(self.keyboard)), self._seen_tour)

    def _seen_tour(self, _: None) -> None:
        if self.first:
            self.first.keep_toured()
