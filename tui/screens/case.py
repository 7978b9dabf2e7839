"""Some things to decide that were opened from a list or a statement."""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import Outcome
from claims.views import ReviewItem
from tui.screens.decide import Decide
from tui.state.deck import Deck

Outcomes = dict[tuple[str, ...], Outcome]


class Case(Decide):
    """Args: at: the place of the case to begin with; by: the reviewer."""

    HEADING = "Decide"

    def __init__(self, cases: Sequence[ReviewItem], at: int, by: str) -> None:
        super().__init__(Deck(cases, by=by))
        self.deck.go(cases[at].id)

    def load(self) -> None:
        """What they are stays; what was decided of them is asked."""
        subjects = [item.subjects for item in self.deck.items]
        self.ask(lambda: self.ledger.outcomes(subjects), self._told, group="outcomes")

    def _told(self, outcomes: Outcomes) -> None:
        self.deck.tell(outcomes)
        self.show()
