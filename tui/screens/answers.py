"""What search shows: the first page of an answer at once, then how many there are, and pages as they come
on screen.
"""

from __future__ import annotations

from asyncio import get_running_loop
from dataclasses import replace
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any

from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from claims.errors import OnRecordError
from tui.safe import line, q
from tui.screens.base import RecordScreen
from tui.state.order import Order
from tui.state.rows import PagedRows
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from claims.views import Hit, Searched
    from tui.state.found import Found


# Seconds after which what is more than the first page is asked for: that is drawn, and the next letter of a
# quick typist is near.
DRAWN = 0.1
# Seconds without another letter after which somebody waits.
STILL = 0.3


class Answers(RecordScreen):
    """A screen with an answer in a list; `#chips`, `#nothing` and `#preview` stand beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Found | None = None
        self.order = Order()
        # The mark after which hits are new, where a saved search was opened.
        self.after: int | None = None
        self._waiting = Event()
        self._later: list[Timer] = []

    def find(self, words: str) -> None:
        """Search for what a query line says, and show what fits."""
        self._given_up()
        order, after = self.order, self.after

        def found() -> Found:
            from tui.state.found import find  # here the first frame is drawn, and this is another thread
            from tui.state.queryline import parse
            from tui.widgets import hits  # noqa: F401 - shows what is found

            return find(self.ledger, parse(words), order, after)

        self.ask(found, self._show, group="search", failed=self.failed)

    def turn(self) -> None:
        """Show what was found in the order that is set now."""
        self._given_up()
        order, was = self.order, self.found

        def found() -> Found | None:
            from tui.state.found import turned_round

            return turned_round(self.ledger, was, order) if was else None

        self.ask(
            found, lambda got: self._show(got) if got else self.load(), group="search", failed=self.failed
        )

    def failed(self, error: OnRecordError) -> None:
        self.query_one("#chips", Static).update(line(str(error), "$text-error"))

    def _show(self, found: Found) -> None:
        same = self.found is not None and self.found.parsed.query == found.parsed.query
        self.found = found
        list_ = self.query_one(RowList)
        list_.show(found.rows, list_.cursor if same else 0)
        list_.display = bool(found.total)
        self._tell(found)
        self._preview()
        for each in self._later:
            each.stop()
        self._later = [self.set_timer(STILL, lambda: self._offer(found))]
        if not (found.is_whole and found.total):
            self._later.append(self.set_timer(DRAWN, lambda: self._complete(found)))

    def _offer(self, found: Found) -> None:
        """Offer the speakers whom the words may mean."""
        from tui.state.found import with_names

        def named(known: Found | None) -> None:
            if known:
                self._told(found, named=known.named)

        self.ask(lambda: with_names(self.ledger, found), named, group="named", failed=self.failed)

    def _complete(self, found: Found) -> None:
        """Ask for what follows the first page, as long as nothing else is searched for; or what was looked
        through, where nothing was found.
        """
        if not found.total:
            looked = partial(self._looked_through, found)
            self.ask(lambda: self.ledger.searched(), looked, group="rest", failed=self.failed)
            return
        waiting = self._waiting = Event()
        loop = get_running_loop()

        def told(count: int) -> None:
            loop.call_soon_threadsafe(self._count, found, count)

        def rest() -> Found | None:
            from tui.state.found import rest_of

            return rest_of(self.ledger, found, lambda: not waiting.is_set(), told)

        self.ask(rest, self._grown, group="rest", failed=self.failed)

    def _looked_through(self, found: Found, searched: Searched) -> None:
        self._told(found, searched=searched)

    def _told(self, found: Found, **more: Any) -> None:
        """Something more is known of an answer; it is dropped where another one is shown by now."""
        if self.found is not None and self.found.rows is found.rows:
            self.found = replace(self.found, **more)
            self._tell(self.found)

    def _given_up(self) -> None:
        """Whoever asks for the rest of an answer can stop, or need not begin."""
        self._waiting.set()
        for each in self._later:
            each.stop()

    def _count(self, found: Found, count: int) -> None:
        """So many there are at least."""
        if self.found is found and self.is_attached:
            self._tell(replace(found, total=count))

    def _tell(self, found: Found) -> None:
        from tui.state.found import nothing_words
        from tui.widgets.hits import chips

        bar, told = self.query_one("#chips", Static), chips(found)
        # A layout draws the whole screen again: none where the line takes as much room as before.
        fits = told.cell_length <= bar.content_size.width and bar.content_size.height == 1
        bar.update(told, layout=not fits)
        nothing = self.query_one("#nothing", Static)
        nothing.display = not found.total
        if not found.total:
            nothing.update(q(nothing_words(found)), layout=False)

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
        self._tell(found)

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
            self.failed(error)

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
        self.app.moved_on()
        self._preview()

    def _preview(self) -> None:
        from tui.widgets.hits import preview

        hit = self.hit()
        words = self.found.parsed.query.words if self.found else ""
        self.query_one("#preview", Static).update(preview(hit, words) if hit else Content(), layout=False)

    def hit(self) -> Hit | None:
        """What the cursor is on."""
        if self.found is None or not len(self.found.rows):
            return None
        index = self.query_one(RowList).cursor
        rows = self.found.rows
        if isinstance(rows, PagedRows):
            return rows.item(index)
        return rows.items[index] if index < len(rows.items) else None
