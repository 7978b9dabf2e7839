"""The documents of the record with what was read of them; enter opens one."""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import Document
from claims.views import DocumentLine, Shown
from tui import keys
from tui.screens.form import Correct
from tui.screens.lists import ListScreen
from tui.state.rows import Column, Row
from tui.state.words import NO_SOURCE, counted, date_words


class Sources(ListScreen[DocumentLine]):
    NAME, HEADING, LETTER = "sources", "Sources", "o"
    COLUMNS = (
        Column("Published", 10),
        Column("Source", 18, grows=True),
        Column("Title", 22, grows=True),
        Column("Quotes", 6, right=True),
        Column("Claims", 6, right=True, gone_below=70),
        Column("Problems", 8, right=True, gone_below=90),
        Column("Hidden", 6, right=True, gone_below=110),
    )
    EMPTY = "No documents yet: run `onrecord add FILE`."
    FOOTER = ("open", "line.edit", "narrow", "goto", "undo", "close", "help")
    SCOPES = ("list", "narrow", "sources")
    BINDINGS = keys.bindings("narrow", "sources")

    def fetch(self) -> Sequence[DocumentLine]:
        return self.ledger.documents()

    def count(self, items: Sequence[DocumentLine]) -> str:
        sources = len({item.source for item in items if item.source})
        undated = sum(item.date is None for item in items)
        words = f"{counted(len(items), 'document')} of {counted(sources, 'source')}"
        return f"{words}, {undated:,} without a date" if undated else words

    def row(self, item: DocumentLine) -> Row:
        title = item.title or item.location
        if item.versions > 1:
            title = f"{title} (version {item.version} of {item.versions})"
        return Row(
            (
                date_words(item.date),
                item.source or NO_SOURCE,
                f"† withdrawn: {title}" if item.withdrawn else title,
                f"{item.quotes:,}",
                f"{item.claims:,}",
                f"{item.problems:,}" if item.problems else "",
                f"{item.hidden_characters:,}" if item.hidden_characters else "",
            ),
            quiet=item.withdrawn,
        )

    def open(self, index: int) -> None:
        self.app.open(self.shown.items[index].id)

    def action_edit(self) -> None:
        if not len(self.shown):
            return
        wanted = self.shown.items[self.cursor].id
        self.ask(lambda: self.ledger.show(wanted), self._edit, group="edit")

    def _edit(self, shown: Shown) -> None:
        if isinstance(shown.value, Document):
            self.app.push_screen(Correct(shown.value))

    def action_note(self) -> None:
        if len(self.shown):
            item = self.shown.items[self.cursor]
            self.note_on(item.id, item.title or item.location)
