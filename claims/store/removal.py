"""Taking documents out of sight, and destroying them for good."""

from __future__ import annotations

from contextlib import suppress

from sqlalchemy import Connection, delete, update

from claims.errors import StoreBusy
from claims.store.arrivals import RAW, came, needed
from claims.store.base import Part
from claims.store.fulltext import INDEXES
from claims.store.reading import document_key, of_document
from claims.store.rows import ANCHOR, CLAIM, DOCUMENT, PAST, PROBLEM, QUOTE, WAITING, Columns, Unseen
from claims.store.versions import derive_beside
from claims.store.writing import document_row, remove

# What stays of a purged document: id, hash, locations, source and dates.
_EMPTY: Columns = {
    "text": "", "title": "", "author": "", "original": None, "title_span": None, "furniture": "[]",
    "locators": "[]", "corrected": "[]", "hidden_characters": 0, "withdrawn": True, "purged": True,
}  # fmt: skip


_IN_SIGHT = int(Unseen.HIDDEN | Unseen.EARLIER)


class Removal(Part):
    def set_withdrawn(self, id_: str, withdrawn: bool) -> None:
        """Take a document and its values out of every list, or put them back."""
        with self._database.write() as connection:
            connection.execute(
                update(DOCUMENT).where(DOCUMENT.c.id == id_, ~DOCUMENT.c.purged).values(withdrawn=withdrawn)
            )
            for table in (QUOTE, CLAIM):
                flag = table.c.unseen
                new = flag.bitwise_or(Unseen.WITHDRAWN) if withdrawn else flag.bitwise_and(_IN_SIGHT)
                connection.execute(update(table).where(of_document(table, id_)).values(unseen=new))
            derive_beside(connection, id_)

    def is_withdrawn(self, id_: str) -> bool:
        with self._database.read() as connection:
            return bool(document_row(connection, id_)["withdrawn"])

    def purge(self, id_: str) -> None:
        """Destroy a document's text, bytes and derived rows for good.

        A row without text stays, with its locations, source and dates, so that what
        people decided of it still has its subject. Words of it in the `shown` and
        `note` of judgements stay too: those rows are never changed.

        The bytes go after the transaction: inside one that is still open, its owner calls
        `finish_purges` then. They are marked before it ends, so that the next opening
        goes on where this one was killed.
        """
        with self._database.write(durable=True) as connection:
            document_row(connection, id_)
            remove(connection, CLAIM, of_document(CLAIM, id_))
            remove(connection, QUOTE, of_document(QUOTE, id_))
            for table in (PROBLEM, PAST, ANCHOR):
                connection.execute(delete(table).where(table.c.document == id_))
            connection.execute(delete(WAITING).where(WAITING.c.document_key == document_key(id_)))
            connection.execute(update(DOCUMENT).where(DOCUMENT.c.id == id_).values(_EMPTY))
            derive_beside(connection, id_)
            for index in INDEXES:
                index.forget(connection)
            for name in _came(connection, id_):
                self.snapshots.mark(name)
        if not self._database.is_writing:
            self.finish_purges()

    def finish_purges(self) -> None:
        """Destroy the bytes that purges marked, and what the log of the database still says of them."""
        marked = list(self.snapshots.marked())
        if not marked:
            return
        # With the write lock no purge is half done, and no document with the same bytes half stored.
        with self._database.write() as connection:
            for name in set(marked) - needed(connection, marked):
                self.snapshots.drop(name)
        with suppress(StoreBusy):
            self._database.shrink()
        self._database.forget()
        for name in marked:
            self.snapshots.unmark(name)


def _came(connection: Connection, document: str) -> list[str]:
    """Hashes of all bytes that came in for a document."""
    own = came().with_only_columns(RAW).where(DOCUMENT.c.id == document)
    return list(connection.execute(own.distinct()).scalars())
