"""One thing to decide, large, among those before and after it: both passages, what differs, and why."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import Horizontal
from textual.content import Content
from textual.style import Style
from textual.widget import Widget
from textual.widgets import Static

from claims.ports import Citation
from claims.views import ReviewItem
from tui.safe import line
from tui.screens.base import RecordScreen
from tui.state.cases import verdict_keys
from tui.state.deck import Deck
from tui.state.numbers import COLUMNS, numbers
from tui.state.sides import LITTLE_CONTEXT, Side, changed_words, difference_words, rows_of, sides
from tui.state.words import beyond, counted, outcome_words, verdict_sign, verdict_words
from tui.widgets.bars import KeyBar
from tui.widgets.evidence import Evidence
from tui.widgets.table import Table

# More differing places than a line holds are read in the passages themselves.
MOST_DIFFERENCES = 4
# A screen with so many lines holds the passages and the table's rows.
ROOM = 34
# So many decisions stay on screen, to go back to.
LAST = 10
# Screens with fewer lines show less around the passages.
SHORT = 30
# Narrower ones show the passages one above the other.
NARROW = 80
# Lines that are no passage: bars, question, reasons, rules, the headings of a passage.
AROUND = 15


class ItemScreen(RecordScreen):
    """Shows the deck's item and moves about in the deck; decides nothing."""

    def __init__(self, deck: Deck) -> None:
        super().__init__()
        self.deck = deck
        self._side = 0
        # The others' decisions are not shown before one's own.
        self.blind = False
        # The table of figures and all reasons stand in place of the passages.
        self._in_figures = False

    def body(self) -> Iterable[Widget]:
        yield Static(id="progress", markup=False)
        yield Static(id="question", markup=False)
        with Horizontal(id="desk"):
            yield Evidence()
            yield Static(id="last", markup=False)
        yield Table(COLUMNS, id="numbers")
        yield Static(id="why", markup=False)

    def show(self) -> None:
        """Draw the item on screen, or that there is none."""
        item = self.deck.shown
        evidence = self.query_one(Evidence)
        evidence.display = item is not None
        self.query_one("#progress", Static).update(line(self.progress(), "$text-muted"))
        self.query_one("#question", Static).update(self._question(item) if item else self.done())
        self.query_one("#why", Static).update(_why(item) if item else Content())
        self._show_last()
        self._show_numbers(item)
        if item:
            found = self._sides(item)
            self._side = min(self._side, max(0, len(found) - 1))
            evidence.show(found, self._side, titles=self.size.height >= SHORT)
            self.query_one(KeyBar).show(self.FOOTER, verdict_keys(item))

    def _sides(self, item: ReviewItem) -> list[Side]:
        """The passages with as much context as there is room for."""
        found = sides(item.citations)
        columns = 2 if len(found) > 1 and self.size.width >= NARROW else 1
        rows = (self.size.height - AROUND) * columns // max(1, len(found))
        fits = all(rows_of(side, self.size.width // columns - 6) <= rows for side in found)
        return found if fits else sides(item.citations, LITTLE_CONTEXT)

    def progress(self) -> str:
        deck = self.deck
        words = f"{counted(deck.left, 'left', 'left')} · {deck.on_record:,} done"
        return f"{deck.place:,} of {len(deck.items):,}   ·   {words}" if deck.shown else words

    def done(self) -> Content:
        """What is shown when nothing is left."""
        return Content("All of these are decided. q goes back, backspace shows what was decided last.")

    def _question(self, item: ReviewItem) -> Content:
        verdict = self.deck.verdicts.get(item.id, "")
        outcome = None if self.blind and not verdict else item.outcome
        decided = outcome_words(outcome) if outcome else verdict_words(verdict)
        words = [line(item.heading, "bold $text-primary"), line(item.sentence, "bold")]
        if decided:
            clears = "   the same key again clears it" if verdict else ""
            words.append(line(f"decided: {decided}{clears}", "$text-success"))
        return Content("   ").join(words)

    def _show_last(self) -> None:
        """What was decided last, the latest first; a click goes back to it."""
        here = self.deck.shown
        rows = [
            _last_line(item, verdict, here is not None and item.id == here.id)
            for item, verdict in self.deck.lately(LAST)
        ]
        is_tall = self.size.height >= SHORT
        heading = [Content("Last decisions").stylize("bold $text-primary")] if rows and is_tall else []
        self.query_one("#last", Static).update(Content("\n").join([*heading, *rows]))
        self.query_one("#last").display = bool(rows)

    def _show_numbers(self, item: ReviewItem | None) -> None:
        """The figures as a table: where there is room for both, else in place of the passages, on request."""
        rows = numbers(item) if item else []
        has_room = self.size.height >= ROOM + len(rows)
        table = self.query_one(Table)
        table.display = len(rows) > 1 and (has_room or self._in_figures)
        self.query_one("#desk").display = has_room or not self._in_figures
        self.set_class(self._in_figures, "in-figures")
        table.show(rows)

    def action_numbers(self) -> None:
        """The table of the figures and every reason instead of the passages, and back."""
        self._in_figures = not self._in_figures
        self.show()

    def on_resize(self) -> None:
        self.show()

    def about(self) -> str:
        item = self.deck.shown
        return item.id if item else ""

    # Moving about.

    def fresh(self) -> None:
        """Another item is on screen."""
        self._side = 0
        self.app.moved_on()
        self.query_one(Evidence).to_top()
        self.show()

    def action_skip(self) -> None:
        self.deck.skip()
        self.fresh()

    def action_step(self, by: int) -> None:
        self.deck.step(by)
        self.fresh()

    def action_back_to_last(self) -> None:
        if not self.deck.back():
            self.app.say("Nothing that was decided before is at hand: H lists all decisions.")
        self.fresh()

    def action_recall(self, wanted: str) -> None:
        """A click on one of the last decisions."""
        self.deck.recall(wanted)
        self.fresh()

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
            self.copy_of(self.marked(item).value.id)

    def marked(self, item: ReviewItem) -> Citation:
        """The passage that the arrow keys marked, the first if none."""
        wanted = sides(item.citations)[self._side].first
        return next(one for one in item.citations if one.value.id == wanted)


def _last_line(item: ReviewItem, verdict: str, here: bool) -> Content:
    link = Style.from_meta({"@click": f"screen.recall('{item.id}')"})
    told = f"{verdict_sign(verdict)} {verdict_words(verdict)}: {item.sentence}"
    words = line(told, "bold" if here else "$text-muted")
    return Content.assemble("▸ " if here else "  ", words).stylize(link)


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
