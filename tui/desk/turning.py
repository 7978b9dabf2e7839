"""Undo and redo from the app, in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tui.screens.base import Desk, RecordScreen

if TYPE_CHECKING:
    from claims.model import Judgement


class Turning(Desk):
    """What an app takes back, after all that is still being saved."""

    def action_undo(self) -> None:
        self._turn(self.ledger.undo)

    def action_redo(self) -> None:
        self._turn(self.ledger.redo)

    def _turn(self, verb: Callable[[], Sequence[Judgement]]) -> None:
        """Undo or redo; then show what it was about."""

        def turn() -> tuple[list[Judgement], str]:
            from claims.model import Judgement
            from tui.state.words import judgement_words, turned_words

            made = verb()
            values = (self.ledger.show(row.subjects[0]).value for row in made)
            about = [each for each in values if isinstance(each, Judgement)]
            words = judgement_words(about[-1])
            told = words if len(about) == 1 else f"{len(about):,} decisions at once, the last {words}"
            destroyed = self.ledger.destroyed_since(about[-1])
            return about, turned_words(made[-1].kind, told, destroyed_since=destroyed)

        def turned(told: tuple[list[Judgement], str]) -> None:
            judgements, words = told
            self.say(words)
            if isinstance(self.screen, RecordScreen):
                self.screen.taken_back(judgements)

        self.save(turn, turned, lambda error: self.say(str(error), warn=True))
