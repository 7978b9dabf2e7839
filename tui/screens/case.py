"""Some things to decide that were opened from a list or a statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.model import Judgement
from claims.views import ReviewItem
from tui.screens.decide import Decide
from tui.state.deck import Deck


class Case(Decide):
    """Args: at: the place of the case to begin with."""

    HEADING = "Decide"

    def __init__(self, cases: Sequence[ReviewItem], at: int) -> None:
        super().__init__(Deck(cases))
        self.deck.step(at - (self.deck.place - 1))

    def load(self) -> None:
        self.show()

    def taken_back(self, judgement: Judgement) -> None:
        wanted = " ".join(judgement.subjects)
        items = (replace(item, outcome=None) if item.id == wanted else item for item in self.deck.items)
        self.deck.items = tuple(items)
        super().taken_back(judgement)
