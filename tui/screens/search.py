"""Search as you type: one line with words and filters, and what fits, newest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import IO, Any

from textual import events
from textual.containers import Container
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from claims import printed
from claims.model import Claim, Quote
from claims.ports import Citation, Exporter
from claims.views import Hit, Kind, Shown
from tui import keys
from tui.screens.answers import Answers
from tui.screens.check import Check
from tui.screens.dialogs import Choose
from tui.screens.facets import Facets
from tui.screens.form import Correct
from tui.screens.handing_on import hand_on
from tui.screens.saved import Looked, Saved, looked, looked_at
from tui.state.facets import Facet, facets
from tui.state.facets import Facets as Counted
from tui.state.handing_on import HandedOn
from tui.state.order import Order
from tui.state.queryline import parse, with_filter
from tui.state.rows import PagedRows
from tui.widgets.bars import KeyBar
from tui.widgets.hits import COLUMNS
from tui.widgets.paste_line import PasteLine
from tui.widgets.row_list import RowList

# Of letters that come together, as from a paste, only the last is asked for.
PAUSE = 0.03

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
    NAME, HEADING, LETTER = "search", "Search", "s"
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
        if self._pause:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self.load)

    def load(self) -> None:
        self.find(parse(self.query_one("#query", Input).value))

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
        words = parse(self.query_one("#query", Input).value).query.words
        self.app.push_screen(Check(words))

    def on_paste_line_quoted(self, event: PasteLine.Quoted) -> None:
        self.app.push_screen(Check(event.text))

    def action_preview(self) -> None:
        self.toggle_class("no-preview")

    def action_facets(self) -> None:
        query = parse(self.query_one("#query", Input).value).query

        def take(facet: Facet | None) -> None:
            if facet:
                line = self.query_one("#query", Input).value
                self.search(with_filter(line, facet.name, facet.value))

        def pick(counted: Counted) -> None:
            self.app.push_screen(Facets(counted), take)

        self.ask(lambda: facets(self.ledger, query), pick, group="facets")

    # Order, and searches that are kept.

    def action_sort(self) -> None:
        def take(by: str | None) -> None:
            if by:
                self.order = Order(by)
                self.load()

        self.app.push_screen(Choose("Sort by", ORDERS), take)

    def action_flip(self) -> None:
        self.order = replace(self.order, flipped=not self.order.flipped)
        self.load()

    def action_saved(self) -> None:
        """Saved searches with what is new in each; the one in the line can be saved."""
        line, kept = self.query_one("#query", Input).value.strip(), self.app.kept

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
                self.search(with_filter(self.query_one("#query", Input).value, "kind", kind))

        self.app.push_screen(Choose("Search in", KINDS_BY_KEY), take)

    def action_flag(self) -> None:
        self._on_hit(lambda shown: self.flag_on(_named(shown)[0], shown.tags))

    def action_copy(self) -> None:
        self._on_hit(self.offer_copy)

    def action_export(self) -> None:
        found = self.found
        if found is None or not found.total:
            self.app.say("There is nothing in this list.")
            return
        query = found.parsed.query
        if query.kind is Kind.TEXT:
            self.app.say("Whole text is not exported: T picks quotes or figures.")
            return

        def write(exporter: Exporter, out: IO[Any]) -> int:
            return exporter.write(self.ledger.export_rows(query), out)

        hand_on(self, HandedOn(query.kind.value[:-1], write))

    def action_edit(self) -> None:
        def edit(shown: Shown) -> None:
            if isinstance(shown.value, Quote | Claim):
                sentence = Citation(shown.value, shown.document).sentence if shown.document else ""
                self.app.push_screen(Correct(shown.value, sentence=sentence))

        self._on_hit(edit)

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
            self.app.say("No quote stands here. Press enter, then v to select words and record them.")
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
    value = shown.value
    assert isinstance(value, Quote | Claim)
    return value.id, printed.quote(value) if isinstance(value, Quote) else value.text
