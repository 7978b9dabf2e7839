"""The review queue: everything that is open; how far one is, the record knows."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from claims.model import Judgement
from claims.views import Queue
from tui.screens.decide import Decide
from tui.screens.item import LAST
from tui.state.deck import Deck, laid_out
from tui.state.words import counted


class Review(Decide):
    NAME, HEADING, LETTER = "review", "Review", "r"

    def __init__(self) -> None:
        super().__init__(Deck())
        self._asked_once = False

    def load(self) -> None:
        self.ask(lambda: self.ledger.queue(decided=True), self._show_queue, group="queue")

    def _show_queue(self, queue: Queue) -> None:
        self._asked_once = True
        self.deck.by = self.ledger.by
        self.deck.replace(laid_out(queue.items, self.deck.by, LAST), queue.decided)
        self.show()

    def progress(self) -> str:
        return super().progress() if self._asked_once else "Looking at what there is to decide …"

    def done(self) -> Content:
        if not self._asked_once:
            return Content()
        if not self.deck.decided:
            return Content("Nothing to decide: no figures or words of the record disagree.")
        return Content(f"All is decided: {counted(self.deck.decided, 'decision')}. H shows them.")

    def taken_back(self, judgements: Sequence[Judgement]) -> None:
        """Ask the queue again, then show what was taken back."""

        def show(queue: Queue) -> None:
            self._show_queue(queue)
            super(Review, self).taken_back(judgements)

        self._seen = self.app.changes
        self.ask(lambda: self.ledger.queue(decided=True), show, group="queue")
