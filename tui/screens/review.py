"""The review queue: everything that is open; how far one is, the record knows."""

from __future__ import annotations

from textual.content import Content

from claims.model import Judgement
from claims.views import HistoryLine, Queue
from tui.screens.decide import LAST, Decide
from tui.state.deck import Deck
from tui.state.words import counted, history_words

Answer = tuple[Queue, list[HistoryLine]]


class Review(Decide):
    NAME, HEADING, LETTER = "review", "Review", "r"

    def __init__(self) -> None:
        super().__init__(Deck())
        self._asked_once = False

    def load(self) -> None:
        self.ask(self._queue, self._show_queue, group="queue")

    def _queue(self) -> Answer:
        return self.ledger.queue(), self.ledger.history(by=self.ledger.by, limit=LAST)

    def _show_queue(self, answer: Answer) -> None:
        queue, history = answer
        self._asked_once = True
        self.deck.replace(queue.items, queue.decided)
        self._last = tuple(history_words(each) for each in history)
        self.show()

    def progress(self) -> str:
        return super().progress() if self._asked_once else "Looking at what there is to decide …"

    def done(self) -> Content:
        if not self._asked_once:
            return Content()
        if not self.deck.decided:
            return Content("Nothing to decide: no figures or words of the record disagree.")
        return Content(f"All is decided: {counted(self.deck.decided, 'decision')}. H shows them.")

    def taken_back(self, judgement: Judgement) -> None:
        """Ask the queue again, then show what was taken back."""
        wanted = " ".join(judgement.subjects)

        def show(answer: Answer) -> None:
            self._show_queue(answer)
            if self.deck.go(wanted):
                self._fresh()

        self._seen = self.app.changes
        self.ask(self._queue, show, group="queue")
