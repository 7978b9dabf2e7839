"""Search as you type: one line with words and filters, and what fits, newest first."""

from __future__ import annotations

from asyncio import get_running_loop
from collections.abc import Callable, Iterable
from dataclasses import replace
from threading import Event

from textual import events
from textual.containers import Container
from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input, Static

from claims import printed
from claims.errors import OnRecordError
from claims.model import Claim, Quote
from claims.views import Hit, Shown
from tui import keys
from tui.safe import line, q
from tui.screens.base import RecordScreen
from tui.screens.check import Check
from tui.screens.facets import Facet, Facets, facets_of
from tui.screens.form import Correct
from tui.state.found import Found, find, nothing_words, rest_of
from tui.state.queryline import parse, with_filter
from tui.state.rows import PagedRows
from tui.widgets.bars import KeyBar
from tui.widgets.hits import COLUMNS, chips, preview
from tui.widgets.paste_line import PasteLine
from tui.widgets.row_list import RowList

# Of letters that come together, as from a paste, only the last is asked for.
PAUSE = 0.03


class Search(RecordScreen):
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
        self.found: Found | None = None
        self._waiting = Event()
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
        self.ask(lambda: self.ledger.warm(), lambda _: None, group="warm", failed=self._failed)

    # Asking.

    def search(self, words: str) -> None:
        """Put a line into the field and search for it at once."""
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
        if self._pause:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self.load)

    def load(self) -> None:
        parsed = parse(self.query_one("#query", Input).value)
        self._given_up()
        self.ask(lambda: find(self.ledger, parsed), self._show, group="search", failed=self._failed)

    def _failed(self, error: OnRecordError) -> None:
        self.query_one("#chips", Static).update(line(str(error), "$text-error"))

    def _show(self, found: Found) -> None:
        same = self.found is not None and self.found.parsed.query == found.parsed.query
        self.found = found
        list_ = self.query_one(RowList)
        list_.show(found.rows, list_.cursor if same else 0)
        list_.display = bool(found.total)
        nothing = self.query_one("#nothing", Static)
        nothing.display = not found.total
        nothing.update(q(nothing_words(found)))
        self.query_one("#chips", Static).update(chips(found))
        self._preview()
        if not found.is_whole:
            self._complete(found)

    def _complete(self, found: Found) -> None:
        """Ask for what follows the first page, as long as nothing else is searched for."""
        waiting = self._waiting = Event()
        loop = get_running_loop()

        def told(count: int) -> None:
            loop.call_soon_threadsafe(self._count, found, count)

        def rest() -> Found | None:
            return rest_of(self.ledger, found, lambda: not waiting.is_set(), told)

        self.ask(rest, self._grown, group="rest", failed=self._failed)

    def _given_up(self) -> None:
        """Whoever asks for the rest of an answer can stop."""
        self._waiting.set()

    def _count(self, found: Found, count: int) -> None:
        """So many there are at least."""
        if self.found is found and self.is_attached:
            self.query_one("#chips", Static).update(chips(replace(found, total=count)))

    def _grown(self, found: Found | None) -> None:
        if found is None or self.found is None or found.parsed != self.found.parsed:
            return
        same = self.found.rows is found.rows
        self.found = found
        list_ = self.query_one(RowList)
        if same:
            list_.grow()
        else:
            list_.show(found.rows, list_.cursor)
        self.query_one("#chips", Static).update(chips(found))

    def on_unmount(self) -> None:
        self._given_up()

    def on_row_list_wanted(self, event: RowList.Wanted) -> None:
        """Fetch the pages on screen; an answer for rows that were replaced is dropped."""
        rows, found = event.rows, self.found
        if found is None or rows is not found.rows or not isinstance(rows, PagedRows):
            return
        kind, wanted = found.parsed.query.kind, {page: rows.keys_of(page) for page in event.pages}
        paged: PagedRows[Hit] = rows

        def failed(error: OnRecordError) -> None:
            paged.give_up(event.pages)
            self._failed(error)

        def show(pages: dict[int, list[Hit]]) -> None:
            for page, hits in pages.items():
                paged.put(page, hits)
            self.query_one(RowList).refresh_rows()
            self._preview()

        self.ask(
            lambda: {page: self.ledger.hits(kind, keys) for page, keys in wanted.items()},
            show,
            group=f"pages {min(event.pages)}",
            failed=failed,
        )

    # Showing.

    def on_row_list_moved(self) -> None:
        self._preview()

    def _preview(self) -> None:
        hit = self.hit()
        self.query_one("#preview", Static).update(preview(hit) if hit else Content())

    def hit(self) -> Hit | None:
        """What the cursor is on."""
        if self.found is None or not len(self.found.rows):
            return None
        index = self.query_one(RowList).cursor
        rows = self.found.rows
        if isinstance(rows, PagedRows):
            return rows.item(index)
        return rows.items[index] if index < len(rows.items) else None

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
        def ask() -> list[Facet]:
            return facets_of(self.ledger.speakers(), self.ledger.sources())

        def take(facet: tuple[str, str] | None) -> None:
            if facet:
                self.search(with_filter(self.query_one("#query", Input).value, *facet))

        def pick(facets: list[Facet]) -> None:
            self.app.push_screen(Facets(facets), take)

        self.ask(ask, pick, group="facets")

    def action_edit(self) -> None:
        def edit(shown: Shown) -> None:
            if isinstance(shown.value, Quote | Claim):
                self.app.push_screen(Correct(shown.value))

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
