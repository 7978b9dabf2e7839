"""Deciding what is on screen, one key a decision.

The verdict belongs to what was on screen when the key was pressed. It is
saved behind the next item; where saving fails, the item comes back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar

from claims.errors import OnRecordError, UnknownId
from claims.model import Judgement, Outcome
from claims.model.judgements import MISREAD
from claims.ports import Citation
from claims.views import ReviewItem
from tui import keys
from tui.screens.bulk import decide_all, reason_for
from tui.screens.form import Correct
from tui.screens.item import ItemScreen
from tui.state.bulk import Plan
from tui.state.cases import fitting, shown_words
from tui.state.words import others_words, verdict_words

# Another program brought in or withdrew what a finding rests on, after it was drawn.
GONE = "The record changed meanwhile: this stands no more as it was shown, so it is not decided."


class Decide(ItemScreen):
    """What the two decision screens share: everything but where the items come from."""

    FOOTER = ("accept", "reject", "maybe", "skip", "last", "undo", "open.side", "help")
    FOOTER_WORDS = {"accept": "accept", "reject": "reject", "open.side": "read", "last": "go back"}  # noqa: RUF012
    SCOPES: ClassVar[tuple[str, ...]] = ("decide",)
    BINDINGS = keys.bindings("decide")  # type: ignore[assignment]  # Textual's type is wider
    AUTO_FOCUS = ""
    # Deciding what reviewers disagree on ends the dispute.
    settles = False

    def action_decide(self, which: int) -> None:
        """Decide what is on screen; what was decided so already is open again."""
        item = self.deck.shown
        if item is None:
            return
        verdict = item.verdicts[which]
        if self.deck.verdicts.get(item.id) == verdict and not self.settles:
            self._clear(item, verdict)
        elif verdict == "dismissed":
            reason_for(self, partial(self._dismiss, item, self.marked(item)))
        else:
            self._judge(item, verdict, "")

    def _dismiss(self, item: ReviewItem, about: Citation, reason: str) -> None:
        """Any part of a sum may be the one that was misread: the form goes through all passages."""
        self._judge(item, "dismissed", reason)
        if reason == MISREAD:
            self.app.push_screen(Correct.one_of(item.citations, item.citations.index(about)))

    def _judge(self, item: ReviewItem, verdict: str, reason: str) -> None:
        """Save a verdict on the item that was on screen at the key press, which it leaves now."""
        self.deck.go(item.id)
        if self.deck.take(verdict) is None:
            return
        words, settles = shown_words(item), self.settles

        def judge() -> Outcome | None:
            self.ledger.judge(item.subjects, verdict, value=reason, shown=words, settles=settles)
            return self.ledger.outcomes([item.subjects]).get(item.subjects)

        self.app.save(judge, partial(self._judged, item), partial(self._not_saved, item))
        self.fresh()

    def _judged(self, item: ReviewItem, outcome: Outcome | None) -> None:
        """The decision is on record; say so if somebody decided otherwise meanwhile."""
        self._seen = self.app.changes
        self.deck.saved(item.id)
        self.deck.items = tuple(
            replace(one, outcome=outcome) if one.id == item.id else one for one in self.deck.items
        )
        if outcome and (told := others_words(outcome, self.deck.by)):
            self.app.say(told, warn=outcome.state == "disputed")
        if self.is_attached:
            self.show()
            self.judged(item)

    def judged(self, item: ReviewItem) -> None:
        """A decision is on record, and shown as such."""

    def _clear(self, item: ReviewItem, verdict: str) -> None:
        self.deck.clear(item)

        def cleared(_: Sequence[Judgement]) -> None:
            self.app.say(f"No longer decided ({verdict_words(verdict)}); ctrl+r decides it again.")
            self._judged(item, None)
            self.load()

        self.app.save(lambda: self.ledger.clear(item.subjects), cleared, partial(self._not_saved, item))
        self.fresh()

    def _not_saved(self, item: ReviewItem, error: OnRecordError) -> None:
        self.deck.put_back(item)
        if isinstance(error, UnknownId):
            self.app.say(GONE, warn=True)
            self.load()
            return
        if self.is_attached:
            self.fresh()
        self.app.trouble(error)

    # Deciding all the rest.

    def action_decide_rest(self, which: int) -> None:
        """Everything here that is open, after a look at what that is."""
        decide_all(self, self.deck.open, which, self._rest_taken)

    def _rest_taken(self, plan: Plan) -> Callable[[OnRecordError], None]:
        """They leave the screen now; what to do if they cannot be saved."""
        self.deck.take_all({item.id: draft.verdict for item, draft in plan.both})
        self.fresh()

        def failed(error: OnRecordError) -> None:
            for item in reversed(plan.items):
                self.deck.put_back(item)
            self.fresh()
            self.app.trouble(error)

        return failed

    # What speaks for it.

    def action_fits(self) -> None:
        """What fits with the figures or words of a finding, to be read beside it."""
        item = self.deck.shown
        if item is not None:
            ids = list(dict.fromkeys(one.value.id for one in item.citations))
            self.ask(partial(fitting, self.ledger, ids), self._show_fits, group="fits")

    def _show_fits(self, cases: Sequence[ReviewItem]) -> None:
        if cases:
            self.app.decide(cases)
        else:
            self.app.remark("Nothing on record was found to fit with these passages.")

    # Of one passage.

    def action_apart(self) -> None:
        self._of_passage("apart", "Taken out of its utterance; u puts it back.")

    def action_prefer(self) -> None:
        self._of_passage("preferred", "This version is shown first; u takes that back.")

    def _of_passage(self, verdict: str, done: str) -> None:
        """Decide on the passage that is marked, by itself, and go on: of two quotes only."""
        item = self.deck.shown
        if item is None or item.kind != "quotes":
            self.app.remark("That is for two versions of a statement.")
            return
        citation = self.marked(item)
        wanted, shown = citation.value.id, citation.sentence
        self.app.save(lambda: self.ledger.judge([wanted], verdict, shown=shown), lambda _: self.app.say(done))
        self.action_skip()

    # What others do, and what is taken back.

    def taken_back(self, judgements: Sequence[Judgement]) -> None:
        """Show the first of what was taken back."""
        wanted = {" ".join(judgement.subjects) for judgement in judgements}
        found = next((item for item in self.deck.items if item.id in wanted), None)
        if found:
            self.deck.go(found.id)
            self.fresh()
