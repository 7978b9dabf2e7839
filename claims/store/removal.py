"""Taking documents out of sight, and destroying them for good."""

from __future__ import annotations

from sqlalchemy import delete, select, update

from claims.store.base import Part
from claims.store.fulltext import INDEXES
from claims.store.reading import of_document
from claims.store.rows import CLAIM, DOCUMENT, PROBLEM, QUOTE, Columns, Unseen
from claims.store.writing import document_row, remove

# What stays of a purged document: id, hash, locations, source and dates.
_EMPTY: Columns = {
    "text": "", "title": "", "author": "", "original": None, "title_span": None, "furniture": "[]",
    "corrected": "[]", "hidden_characters": 0, "withdrawn": True, "purged": True,
}  # fmt: skip


class Removal(Part):
    def set_withdrawn(self, id_: str, withdrawn: bool) -> None:
        """Take a document and its values out of every list, or put them back."""
        with self._database.write() as connection:
            connection.execute(
                update(DOCUMENT).where(DOCUMENT.c.id == id_, ~DOCUMENT.c.purged).values(withdrawn=withdrawn)
            )
            for table in (QUOTE, CLAIM):
                flag = table.c.unseen
                new = flag.bitwise_or(Unseen.WITHDRAWN) if withdrawn else flag.bitwise_and(Unseen.HIDDEN)
                connection.execute(update(table).where(of_document(table, id_)).values(unseen=new))

    def is_withdrawn(self, id_: str) -> bool:
        with self._database.read() as connection:
            return bool(document_row(connection, id_)["withdrawn"])

    def purge(self, id_: str) -> None:
        """Destroy a document's text, bytes and derived rows for good.

        A row without text stays, with its locations, source and dates, so that what
        people decided of it still has its subject. Words of it in the `shown` and
        `note` of judgements stay too: those rows are never changed.
        """
        with self._database.write(durable=True) as connection:
            raw = document_row(connection, id_)["raw_sha256"]
            remove(connection, CLAIM, of_document(CLAIM, id_))
            remove(connection, QUOTE, of_document(QUOTE, id_))
            connection.execute(delete(PROBLEM).where(PROBLEM.c.document == id_))
            connection.execute(update(DOCUMENT).where(DOCUMENT.c.id == id_).values(_EMPTY))
            for index in INDEXES:
                index.forget(connection)
            shared = select(DOCUMENT.c.key).where(DOCUMENT.c.raw_sha256 == raw, ~DOCUMENT.c.purged)
            kept = connection.execute(shared).first() is not None
        self._database.forget()
        if not kept:
            self.snapshots.drop(raw)
