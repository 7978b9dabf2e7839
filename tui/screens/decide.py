"""One thing to decide at a time: both passages, what differs, why, and one key.

The verdict belongs to what was on screen when the key was pressed. It is
saved behind the next item; where saving fails, the item comes back.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from claims.errors import OnRecordError
from claims.model.judgements import DISMISSAL_REASONS, MISREAD, Judgement
from claims.ports import Citation
from claims.views import ReviewItem
from tui import keys
from tui.safe import line
from tui.screens.base import RecordScreen
from tui.screens.dialogs import Choose
from tui.screens.form import Correct
from tui.state.cases import shown_words
from tui.state.deck import Deck
from tui.state.sides import LITTLE_CONTEXT, Side, changed_words, difference_words, rows_of, sides
from tui.state.words import beyond, counted, outcome_words, verdict_words
from tui.widgets.bars import KeyBar
from tui.widgets.evidence import Evidence

# More differing places than a line holds are read in the passages themselves.
MOST_DIFFERENCES = 4
LAST = 3
# Screens with fewer lines show less around the passages.
SHORT = 30
# Narrower ones show the passages one above the other.
NARROW = 80
# Lines that are no passage: bars, question, reasons, rules, the headings of a passage.
AROUND = 15


class Decide(RecordScreen):
    """What the two decision screens share: everything but where the items come from."""

    FOOTER = ("accept", "reject", "maybe", "skip", "undo", "open.side", "next", "help")
    FOOTER_WORDS = {"accept": "accept", "reject": "reject", "open.side": "read"}  # noqa: RUF012
    SCOPES = ("decide",)
    BINDINGS = keys.bindings("decide")  # type: ignore[assignment]  # Textual's type is wider
    AUTO_FOCUS = ""

    def __init__(self, deck: Deck) -> None:
        super().__init__()
        self.deck = deck
        self._side = 0
        self._last: tuple[str, ...] = ()

    def body(self) -> Iterable[Widget]:
        yield Static(id="progress", markup=False)
        yield Static(id="question", markup=False)
        yield Evidence()
        yield Static(id="why", markup=False)
        yield Static(id="last", markup=False)

    def show(self) -> None:
        """Draw the item on screen, or that there is none."""
        item = self.deck.shown
        evidence = self.query_one(Evidence)
        evidence.display = item is not None
        self.query_one("#progress", Static).update(line(self.progress(), "$text-muted"))
        self.query_one("#question", Static).update(self._question(item) if item else self.done())
        self.query_one("#why", Static).update(_why(item) if item else Content())
        self.query_one("#last", Static).update(self._last_lines())
        if item:
            found = self._sides(item)
            self._side = min(self._side, max(0, len(found) - 1))
            evidence.show(found, self._side, titles=self.size.height >= SHORT)
            self.query_one(KeyBar).show(self.FOOTER, _verdict_keys(item))

    def _sides(self, item: ReviewItem) -> list[Side]:
        """The passages with as much context as there is room for."""
        found = sides(item.citations)
        columns = 2 if len(found) > 1 and self.size.width >= NARROW else 1
        rows = (self.size.height - AROUND) * columns // max(1, len(found))
        fits = all(rows_of(side, self.size.width // columns - 6) <= rows for side in found)
        return found if fits else sides(item.citations, LITTLE_CONTEXT)

    def progress(self) -> str:
        deck = self.deck
        words = f"{counted(deck.left, 'left', 'left')} · {deck.decided:,} done"
        return f"{deck.place:,} of {len(deck.items):,}   ·   {words}" if deck.shown else words

    def done(self) -> Content:
        """What is shown when nothing is left."""
        return Content("All of these are decided. q goes back, [ shows the last one again.")

    def _question(self, item: ReviewItem) -> Content:
        verdict = self.deck.verdicts.get(item.id, "")
        decided = verdict_words(verdict) if verdict else outcome_words(item.outcome) if item.outcome else ""
        words = [line(item.heading, "bold $text-primary"), line(item.sentence, "bold")]
        if decided:
            words.append(line(f"decided: {decided}", "$text-success"))
        return Content("   ").join(words)

    def _last_lines(self) -> Content:
        return Content("\n").join(line(words, "$text-muted") for words in self._last[:LAST])

    def on_resize(self) -> None:
        self.show()

    # Moving about.

    def action_skip(self) -> None:
        self.deck.skip()
        self._fresh()

    def action_step(self, by: int) -> None:
        self.deck.step(by)
        self._fresh()

    def _fresh(self) -> None:
        self._side = 0
        self.query_one(Evidence).to_top()
        self.show()

    def action_side(self, by: int) -> None:
        item = self.deck.shown
        if item:
            self._side = (self._side + by) % max(1, len(sides(item.citations)))
            self.show()

    def action_scroll_sides(self, rows: int) -> None:
        self.query_one(Evidence).scroll_by(rows)

    def action_open_side(self) -> None:
        item = self.deck.shown
        if item and (found := sides(item.citations)):
            self.app.open(found[self._side].first)

    def action_note(self) -> None:
        item = self.deck.shown
        if item:
            self.note_on(item.subjects[0], item.sentence)

    def action_copy(self) -> None:
        item = self.deck.shown
        if item and item.citations:
            self.copy_of(self._marked(item).value.id)

    # Deciding.

    def action_decide(self, which: int) -> None:
        item = self.deck.shown
        if item is None:
            return
        verdict = item.verdicts[which]
        if verdict != "dismissed":
            self._judge(item, verdict, "")
            return
        choices = [(f"{n}", reason, reason) for n, reason in enumerate(DISMISSAL_REASONS, 1)]
        choices[0] = (f"{choices[0][0]} x", *choices[0][1:])
        marked = self._marked(item)

        def reasoned(reason: str | None) -> None:
            if reason is not None:
                self._judge(item, verdict, reason)
            if reason == MISREAD:
                self.app.push_screen(Correct(marked.value))

        self.app.push_screen(Choose("Why does it not count?", choices), reasoned)

    def action_apart(self) -> None:
        self._of_passage("apart", "Taken out of its utterance; u puts it back.")

    def action_prefer(self) -> None:
        self._of_passage("preferred", "This version is shown first; u takes that back.")

    def _of_passage(self, verdict: str, done: str) -> None:
        """Decide on the passage that is marked, by itself, and go on: of two quotes only."""
        item = self.deck.shown
        if item is None or item.kind != "quotes":
            self.app.say("That is for two versions of a statement.")
            return
        citation = self._marked(item)
        wanted, shown = citation.value.id, citation.sentence
        self.app.save(lambda: self.ledger.judge([wanted], verdict, shown=shown), lambda _: self.app.say(done))
        self.action_skip()

    def _marked(self, item: ReviewItem) -> Citation:
        """The passage that the arrow keys marked, the first if none."""
        wanted = sides(item.citations)[self._side].first
        return next(one for one in item.citations if one.value.id == wanted)

    def _judge(self, item: ReviewItem, verdict: str, reason: str) -> None:
        """Save a verdict on the item that was on screen at the key press, which it leaves now."""
        self.deck.go(item.id)
        taken = self.deck.take(verdict)
        if taken is None:
            return
        words = shown_words(taken)
        self.app.save(
            lambda: self.ledger.judge(taken.subjects, verdict, value=reason, shown=words),
            partial(self._judged, taken),
            partial(self._not_saved, taken),
        )
        self._fresh()

    def _judged(self, item: ReviewItem, judgement: Judgement) -> None:
        self._seen = self.app.changes
        reason = f" ({judgement.value})" if judgement.value else ""
        words = f"{verdict_words(judgement.verdict)}{reason}: {item.sentence}"
        self._last = (words, *self._last)[:LAST]
        if self.is_attached:
            self.show()

    def _not_saved(self, item: ReviewItem, error: OnRecordError) -> None:
        self.deck.put_back(item)
        if self.is_attached:
            self._fresh()
        self.app.trouble(error)

    def taken_back(self, judgement: Judgement) -> None:
        wanted = " ".join(judgement.subjects)
        for item in self.deck.items:
            if item.id == wanted:
                self.deck.put_back(item)
                self._fresh()


def _verdict_keys(item: ReviewItem) -> dict[str, str]:
    """The words of the decision keys for this kind of item."""
    if item.kind == "finding":
        return {"accept": "real", "reject": "dismiss", "maybe": "maybe", "open.side": "read", "next": "next"}
    return {"accept": "same", "reject": "different", "maybe": "maybe", "open.side": "read", "next": "next"}


def _why(item: ReviewItem) -> Content:
    """What differs in words, then the reasons."""
    differing = changed_words(item.citations)
    lines = [line(reason) for reason in item.why]
    lines += [line(words, "$text-muted") for words in (beyond(item.finding) if item.finding else ())]
    if differing:
        words = "   ".join(difference_words(piece) for piece in differing[:MOST_DIFFERENCES])
        more = len(differing) - MOST_DIFFERENCES
        lines.insert(0, line(f"{words}   and {more} more" if more > 0 else words, "bold"))
    return Content("\n").join(lines)
