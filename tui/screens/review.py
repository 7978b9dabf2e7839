"""The review queue: everything that is open, or a second reading; how far one is, the record knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

from textual.content import Content

from claims.model import Judgement
from claims.views import Agreement, Queue, ReviewItem, Which
from tui import keys
from tui.screens.decide import Decide
from tui.screens.dialogs import Choose, Message
from tui.screens.item import LAST
from tui.state.deck import Deck, laid_out
from tui.state.place import ORDERS, Place, Places
from tui.state.sitting import Sitting, pace_words, sitting, summary
from tui.state.words import WHICH_WORDS, counted

# Decisions that are looked through for how long this sitting takes: more than anybody makes in one.
MOST_OF_A_SITTING = 2_000


@dataclass(frozen=True, slots=True)
class Answer:
    """What the record says of a place of the review."""

    place: Place
    queue: Queue
    sitting: Sitting


class Review(Decide):
    FOOTER = ("accept", "reject", "maybe", "skip", "last", "which", "undo", "help")
    FOOTER_WORDS = {"accept": "accept", "reject": "reject", "last": "go back", "which": "what"}  # noqa: RUF012
    SCOPES = ("decide", "review")
    BINDINGS = keys.bindings("decide", "review")

    def __init__(self) -> None:
        super().__init__(Deck())
        self.place: Place | None = None
        self._sitting: Sitting | None = None

    # What is reviewed, and in which order.

    def load(self) -> None:
        self.ask(partial(self._answer, self.place), self._show_answer, group="queue")

    def _answer(self, place: Place | None) -> Answer:
        place = place or self._places().read()
        queue = self.ledger.queue(order=place.order, which=Which(place.which), decided=True)
        return Answer(place, queue, self._this_sitting())

    def _this_sitting(self) -> Sitting:
        lines = self.ledger.history(by=self.ledger.by, limit=MOST_OF_A_SITTING)
        return sitting((line.judgement for line in lines if line.stands), datetime.now(UTC))

    def _places(self) -> Places:
        return Places(self.desk.places, self.ledger.location, self.ledger.by)

    def _show_answer(self, answer: Answer) -> None:
        first, self.place, self._sitting = self.place is None, answer.place, answer.sitting
        self.settles = answer.place.which == Which.DISPUTED
        self.blind = answer.place.blind
        self.deck.by, self.deck.settles = self.ledger.by, self.settles
        laid = laid_out(answer.queue.items, self.deck.by, LAST, settles=self.settles)
        self.deck.replace(laid, answer.queue.decided)
        if first and answer.place.item not in self.deck.verdicts:
            self.deck.go(answer.place.item)
        self.show()

    def action_order(self) -> None:
        orders = [(f"{n} {words[0]}", order, words) for n, (order, words) in enumerate(ORDERS.items(), 1)]

        def take(order: str | None) -> None:
            if order and self.place:
                self._go_to(replace(self.place, order=order))

        self.app.push_screen(Choose("Which comes first?", orders), take)

    def action_which(self) -> None:
        """What nobody decided, what others did, or where they disagree."""
        choices = [
            (f"{n} {which[0]}", which, words) for n, (which, words) in enumerate(WHICH_WORDS.items(), 1)
        ]

        def take(which: str | None) -> None:
            if which and self.place:
                blind = which == "blind"
                place = replace(self.place, which="second" if blind else which, blind=blind)
                self._go_to(place)

        self.app.push_screen(Choose("What is to review?", choices), take)

    def _go_to(self, place: Place) -> None:
        """Review something else, or in another order, from its beginning."""
        self.place = replace(place, item="")
        self.deck.empty()
        self.load()

    def show(self) -> None:
        super().show()
        item = self.deck.shown
        if self.place and item and self.place.item != item.id and item.id not in self.deck.verdicts:
            self.place = replace(self.place, item=item.id)
            self.app.saver.submit(partial(self._keep, self.place))

    def _keep(self, place: Place) -> None:
        self._places().write(place)

    # How far one is.

    def progress(self) -> str:
        if self.place is None or self._sitting is None:
            return "Looking at what there is to decide …"
        what = "" if self.place.which == "open" else f"{WHICH_WORDS[self._which]}   ·   "
        order = "" if self.place.order == "first" else f"   ·   {ORDERS[self.place.order]}"
        pace = pace_words(self._sitting, self.deck.left)
        return f"{what}{super().progress()}{f' · {pace}' if pace else ''}{order}"

    @property
    def _which(self) -> str:
        assert self.place is not None
        return "blind" if self.place.blind else self.place.which

    def done(self) -> Content:
        if self.place is None:
            return Content()
        if self.place.which != "open":
            return Content(f"Nothing is left: {WHICH_WORDS[self._which]}. f picks something else.")
        if not self.deck.decided:
            return Content("Nothing to decide: no figures or words of the record disagree.")
        return Content(f"All is decided: {counted(self.deck.decided, 'decision')}. H shows them.")

    def action_summary(self) -> None:
        left, decided, by = self.deck.left, self.deck.decided, self.deck.by

        def look() -> tuple[Sitting, list[Agreement]]:
            return self._this_sitting(), self.ledger.agreements()

        def tell(found: tuple[Sitting, list[Agreement]]) -> None:
            words = "\n".join(summary(found[0], left, decided, found[1], by))
            self.app.push_screen(Message("How the review goes", words, style="bold"))

        self.ask(look, tell, group="summary")

    def judged(self, item: ReviewItem) -> None:
        """The pace is that of the decisions on record."""
        self.ask(self._this_sitting, self._paced, group="sitting")

    def _paced(self, one: Sitting) -> None:
        self._sitting = one
        self.show()

    def taken_back(self, judgements: Sequence[Judgement]) -> None:
        """Ask the queue again, then show what was taken back."""

        def show(answer: Answer) -> None:
            self._show_answer(answer)
            super(Review, self).taken_back(judgements)

        self._seen = self.app.changes
        self.ask(partial(self._answer, self.place), show, group="queue")
