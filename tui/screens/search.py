"""Search as you type: one line with words and filters, and what fits, newest first.

It is the first frame, so what that does not need is imported where it is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from textual import events
from textual.containers import Container
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from tui import keys
from tui.screens.answers import Answers
from tui.screens.dialogs import Choose
from tui.state.order import Order
from tui.state.rows import Column, PagedRows
from tui.widgets.bars import KeyBar
from tui.widgets.paste_line import PasteLine
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from claims.views import Hit, Shown
    from tui.screens.saved import Looked
    from tui.state.facets import Facet
    from tui.state.facets import Facets as Counted

# Of letters that come together, as from a key that is held, only the first and the last are asked for.
PAUSE = 0.03

COLUMNS: Sequence[Column] = (
    Column("", 1),
    Column("Date", 10),
    Column("Speaker", 16),
    Column("Words", 20, grows=True),
    Column("Source", 18, gone_below=76),
)
ORDERS = [
    ("d", "date", "date, the newest first"),
    ("s", "speaker", "speaker"),
    ("o", "source", "source"),
]
KINDS_BY_KEY = [
    ("q", "quotes", "quotes: what people said"),
    ("f", "claims", "figures: what was counted or claimed to be a record"),
    ("t", "text", "the whole text of documents, in quotes or not"),
]


class Search(Answers):
    FOOTER = ("open", "find", "facets", "preview", "goto", "undo", "close", "help")
    FOOTER_WORDS = {"facets": "filter"}  # noqa: RUF012
    # In the query line letters are words, not keys.
    TYPING = ("to.list", "to.list.too")
    SCOPES = ("list", "search")
    BINDINGS = keys.bindings("search")  # type: ignore[assignment]  # Textual's type is wider
    AUTO_FOCUS = "#query"

    def __init__(self) -> None:
        super().__init__()
        self._pause: Timer | None = None
        self._asked_for = ""

    def body(self) -> Iterable[Widget]:
        field = PasteLine(
            placeholder='words "exact" -not ~about speaker: source: from: until: kind:', id="query"
        )
        field.cursor_blink = False
        yield field
        yield Static(id="chips", markup=False)
        with Container(id="results"):
            yield RowList(COLUMNS)
            yield Static(id="nothing", markup=False)
            yield Static(id="preview", markup=False)

    def on_mount(self) -> None:
        super().on_mount()
        # While the first letters are typed.
        self.ask(lambda: self.ledger.warm(), lambda _: None, group="warm", failed=self.failed)

    # Asking.

    def search(self, words: str, after: int | None = None) -> None:
        """Put a line into the field and search for it at once.

        Args:
            after: the mark after which hits are new and are shown to be.
        """
        self.after = after
        field = self.query_one("#query", Input)
        with self.prevent(Input.Changed):
            field.value = words
            field.cursor_position = len(words)
        self.load()
        self.set_focus(self.query_one(RowList))

    def on_input_changed(self, event: Input.Changed) -> None:
        if event.value == "/":
            # The key that goes to this field, pressed by habit while already in it.
            event.input.value = ""
            return
        self.after = None
        if self._pause is None:
            self.load()
            self._pause = self.set_timer(PAUSE, self._paused)

    def _paused(self) -> None:
        """Other letters came meanwhile, or none."""
        self._pause = None
        if self.line != self._asked_for:
            self.load()

    def load(self) -> None:
        self._asked_for = self.line
        self.find(self.line)

    @property
    def line(self) -> str:
        """What stands in the query line."""
        return self.query_one("#query", Input).value

    # Keys.

    def on_input_submitted(self) -> None:
        self.set_focus(self.query_one(RowList))

    def on_key(self, event: events.Key) -> None:
        if event.key == "down" and self.focused is self.query_one("#query"):
            event.stop()
            self.set_focus(self.query_one(RowList))

    def on_descendant_focus(self) -> None:
        typing = isinstance(self.focused, Input)
        self.query_one(KeyBar).show(self.TYPING if typing else self.FOOTER, self.FOOTER_WORDS)

    def leave(self) -> bool:
        if self.focused is self.query_one("#query"):
            self.set_focus(self.query_one(RowList))
            return True
        return False

    def action_find(self) -> None:
        self.set_focus(self.query_one("#query", Input))

    def action_check(self) -> None:
        """Did anyone say what stands in the line?"""
        from tui.state.queryline import parse

        self._check(parse(self.line).query.words)

    def on_paste_line_quoted(self, event: PasteLine.Quoted) -> None:
        self._check(event.text)

    def _check(self, words: str) -> None:
        """Ask for words, of the speaker whom the line names."""
        from tui.screens.check import Check
        from tui.state.queryline import parse, with_filter

        named = parse(self.line).query.speaker
        self.app.push_screen(Check(f"{with_filter('', 'speaker', named)} {words}" if named else words))

    def action_preview(self) -> None:
        self.toggle_class("no-preview")

    def action_facets(self) -> None:
        from tui.screens.facets import Facets
        from tui.state.facets import facets
        from tui.state.queryline import parse

        query = parse(self.line).query

        def take(facet: Facet | None) -> None:
            if facet:
                self._narrow(facet.name, facet.value)

        def pick(counted: Counted) -> None:
            self.app.push_screen(Facets(counted), take)

        self.ask(lambda: facets(self.ledger, query), pick, group="facets")

    def _narrow(self, name: str, value: str) -> None:
        """Search for the same with a filter."""
        from tui.state.queryline import with_filter

        self.search(with_filter(self.line, name, value))

    # Order, and searches that are kept.

    def action_sort(self) -> None:
        def take(by: str | None) -> None:
            if by:
                self.order = Order(by)
                self.load()

        self.app.push_screen(Choose("Sort by", ORDERS), take)

    def action_flip(self) -> None:
        self.order = replace(self.order, flipped=not self.order.flipped)
        self.turn()

    def action_saved(self) -> None:
        """Saved searches with what is new in each; the one in the line can be saved."""
        from tui.screens.saved import Saved, looked

        line, kept = self.line.strip(), self.app.kept

        def ask() -> list[Looked]:
            searches = kept.searches(self.ledger.location)
            return looked(self.ledger, searches, line)

        def pick(found: list[Looked]) -> None:
            if not found:
                self.app.say("Type a search first: S saves it, and tells later what is new.")
                return
            window = Saved(found)
            self.app.push_screen(window, lambda chosen: self._take_saved(chosen, window.dropped))

        self.ask(ask, pick, group="saved")

    def _take_saved(self, chosen: Looked | None, dropped: set[str]) -> None:
        from tui.screens.saved import looked_at

        record, kept = self.ledger.location, self.app.kept
        searches = [each for each in kept.searches(record) if each.line not in dropped]
        if chosen is not None:
            searches = looked_at(searches, chosen)
        kept.keep_searches(record, searches)
        if chosen is None:
            return
        if chosen.is_offer:
            self.app.say("Saved. S says what is new in it.")
        else:
            self.search(chosen.saved.line, after=chosen.saved.mark)

    def action_type(self) -> None:
        """Search quotes, figures or whole documents."""

        def take(kind: str | None) -> None:
            if kind:
                self._narrow("kind", kind)

        self.app.push_screen(Choose("Search in", KINDS_BY_KEY), take)

    # What is done with the hit under the cursor, or with the list.

    def action_flag(self) -> None:
        self._on_hit(lambda shown: self.flag_on(_named(shown)[0], shown.tags))

    def action_copy(self) -> None:
        self._on_hit(self.offer_copy)

    def action_export(self) -> None:
        from tui.screens.handing_on import hand_on
        from tui.state.handing_on import hits_of

        if self.found is None or not self.found.total:
            self.app.say("There is nothing in this list.")
        elif handed := hits_of(self.ledger, self.found.parsed.query):
            hand_on(self, handed)
        else:
            self.app.say("Whole text is not exported: T picks quotes or figures.")

    def action_edit(self) -> None:
        from tui.screens.form import corrected

        self._on_hit(lambda shown: corrected(self, shown))

    def action_note(self) -> None:
        self._on_hit(lambda shown: self.note_on(*_named(shown)))

    def action_tag(self) -> None:
        self._on_hit(lambda shown: self.tag_on(*_named(shown), shown.tags))

    def _on_hit(self, act: Callable[[Shown], None]) -> None:
        """Act on what the cursor is on, as on its own page."""
        hit = self.hit()
        if hit is None:
            return
        if not hit.id:
            self.app.remark("No quote stands here. Press enter, then v to select words and record them.")
            return
        wanted = hit.id
        self.ask(lambda: self.ledger.show(wanted), act, group="act")

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Open what the cursor is on, even if its row is still being fetched."""
        hit, found = self.hit(), self.found
        if hit:
            self._open(hit)
        elif found and isinstance(found.rows, PagedRows):
            kind, key = found.parsed.query.kind, found.rows.keys[event.index]
            self.ask(lambda: self.ledger.hits(kind, [key])[0], self._open, group="open")

    def _open(self, hit: Hit) -> None:
        self.app.open(hit.id or hit.document, () if hit.id else hit.spans)


def _named(shown: Shown) -> tuple[str, str]:
    """The id of a quote or claim, and its words."""
    from claims import printed
    from claims.model import Claim, Quote

    value = shown.value
    assert isinstance(value, Quote | Claim)
    return value.id, printed.quote(value) if isinstance(value, Quote) else value.text
