"""The documents of the record with what was read of them, and what could not be read; enter opens one."""

from __future__ import annotations

from collections.abc import Sequence

from claims.model import Document, Problem
from claims.printed import NO_DATE, NO_SOURCE
from claims.views import DocumentLine, Shown
from tui import keys
from tui.screens.dialogs import Message
from tui.screens.form import Correct
from tui.screens.lists import ListScreen
from tui.state.rows import Column, Row
from tui.state.words import counted, date_words


class Sources(ListScreen[DocumentLine | Problem]):
    COLUMNS = (
        Column("Published", 10),
        Column("Source", 18, grows=True),
        Column("Title", 22, grows=True),
        Column("Quotes", 6, right=True),
        Column("Claims", 6, right=True, gone_below=70),
        Column("Problems", 8, right=True, gone_below=90),
        Column("Hidden", 6, right=True, gone_below=110),
    )
    EMPTY = "No documents yet: press I and name a file or a folder."
    FOOTER = ("open", "line.edit", "narrow", "goto", "undo", "close", "help")
    SCOPES = ("list", "narrow", "sources")
    BINDINGS = keys.bindings("narrow", "sources")

    def fetch(self) -> Sequence[DocumentLine | Problem]:
        unread = [problem for problem in self.ledger.problems() if not problem.document]
        return [*unread, *self.ledger.documents()]

    def count(self, items: Sequence[DocumentLine | Problem]) -> str:
        documents = [item for item in items if isinstance(item, DocumentLine)]
        told = self._documents(documents)
        unread = len(items) - len(documents)
        return f"{told}; {counted(unread, 'file')} could not be read" if unread else told

    def _documents(self, items: Sequence[DocumentLine]) -> str:
        sources = len({item.source for item in items if item.source})
        undated = sum(item.date is None for item in items)
        words = f"{counted(len(items), 'document')} of {counted(sources, 'source')}"
        return f"{words}, {undated:,} {NO_DATE}" if undated else words

    def row(self, item: DocumentLine | Problem) -> Row:
        if isinstance(item, Problem):
            return Row(("× unread", item.location, f"could not read: {item.message}", "", "", "", ""))
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
        item = self.shown.items[index]
        if isinstance(item, Problem):
            self.app.push_screen(Message("Could not read", f"{item.location}\n\n{item.message}"))
        else:
            self.app.open(item.id)

    def _here(self) -> DocumentLine | None:
        """The document under the cursor, if it is one."""
        item = self.shown.items[self.cursor] if len(self.shown) else None
        if isinstance(item, Problem):
            self.app.remark("It was not read: there is nothing of it to correct or note.")
            return None
        return item

    def action_edit(self) -> None:
        if item := self._here():
            wanted = item.id
            self.ask(lambda: self.ledger.show(wanted), self._edit, group="edit")

    def _edit(self, shown: Shown) -> None:
        if isinstance(shown.value, Document):
            self.app.push_screen(Correct(shown.value))

    def action_note(self) -> None:
        if item := self._here():
            self.note_on(item.id, item.title or item.location)
