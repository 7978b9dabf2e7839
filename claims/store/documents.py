"""Documents: what came in, and what reading made of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select, update

from claims.display import hidden
from claims.errors import NothingThere, UnknownId, UnreadableDocument
from claims.model import Document, PartialDate, Problem
from claims.ports import Arrival, Extraction, Given, Material
from claims.store.base import Part
from claims.store.dialect import put
from claims.store.links import insert_problems
from claims.store.order import day_of, last_day_of
from claims.store.rows import ARRIVAL, CLAIM, DOCUMENT, PROBLEM, QUOTE, Columns, Unseen
from claims.store.values import columns_of, dumped, loaded, value_of
from claims.store.writing import (
    date_again,
    document_row,
    insert_claims,
    insert_quotes,
    remove,
)


class Documents(Part):
    def add_document(
        self,
        document: Document,
        material: Material,
        extraction: Extraction,
        *,
        extractor: str,
        problems: Iterable[Problem] = (),
    ) -> bool:
        """Keep the bytes, then everything that was made of them, in one transaction.

        Returns:
            False if the document is there already: then only a new location of it
            is remembered, and bytes that were lost are kept again.
        """
        if sha256(material.raw).hexdigest() != document.raw_sha256:
            raise ValueError("the bytes are not those that the document was read from")
        if not self.is_purged(document.id):
            self.snapshots.put(material.raw)
        with self._database.write() as connection:
            if connection.execute(select(DOCUMENT.c.key).where(DOCUMENT.c.id == document.id)).first():
                put(connection, ARRIVAL, _arrivals(document, material))
                return False
            new = {"extractor": extractor, "withdrawn": False, "purged": False}
            connection.execute(insert(DOCUMENT), [document_columns(document) | new])
            put(connection, ARRIVAL, _arrivals(document, material))
            insert_quotes(connection, extraction.quotes, document)
            by_id = {quote.id: quote for quote in extraction.quotes}
            insert_claims(connection, extraction.claims, document, by_id)
            insert_problems(connection, (*problems, *extraction.problems))
        return True

    def replace_derived(self, document: Document, extraction: Extraction, *, extractor: str) -> None:
        """Put what a rebuild made in place of what is there; recorded quotes stay.

        Corrections are not laid over it here. Problems of its checks stay too.
        """
        with self._database.write() as connection:
            stored = document_row(connection, document.id)
            if stored["purged"]:
                return
            row = document_columns(document) | {"extractor": extractor, "original": None}
            connection.execute(update(DOCUMENT).where(DOCUMENT.c.key == stored["key"]).values(row))
            unseen = int(Unseen.WITHDRAWN if stored["withdrawn"] else 0)
            self._replace_values(connection, document, extraction, unseen)
            of_reading = PROBLEM.c.stage.not_like("check %")
            connection.execute(delete(PROBLEM).where(PROBLEM.c.document == document.id, of_reading))
            insert_problems(connection, extraction.problems)

    def _replace_values(
        self, connection: Connection, document: Document, extraction: Extraction, unseen: int
    ) -> None:
        remove(connection, CLAIM, CLAIM.c.document == document.id)
        remove(connection, QUOTE, (QUOTE.c.document == document.id) & ~QUOTE.c.recorded)
        by_hand = QUOTE.c.document == document.id
        connection.execute(update(QUOTE).where(by_hand).values(found=None))
        recorded = set(connection.execute(select(QUOTE.c.id).where(by_hand)).scalars())
        for quote in extraction.quotes:
            if quote.id in recorded:
                found = {"found": dumped(columns_of(quote))}
                connection.execute(update(QUOTE).where(QUOTE.c.id == quote.id).values(found))
        new = [quote for quote in extraction.quotes if quote.id not in recorded]
        insert_quotes(connection, new, document, unseen=unseen)
        by_id = {quote.id: quote for quote in extraction.quotes}
        insert_claims(connection, extraction.claims, document, by_id, unseen=unseen)
        date_again(connection, QUOTE, document, by_hand & QUOTE.c.recorded)

    def has_document(self, id_: str) -> bool:
        with self._database.read() as connection:
            return connection.execute(select(DOCUMENT.c.key).where(DOCUMENT.c.id == id_)).first() is not None

    def document(self, id_: str) -> Document:
        """The document, corrections applied; a purged one has no text. Raises UnknownId."""
        with self._database.read() as connection:
            return value_of(Document, document_row(connection, id_))

    def document_ids(self, *, purged: bool = False) -> list[str]:
        """In order of arrival; purged ones are left out unless they are asked for."""
        with self._database.read() as connection:
            ids = select(DOCUMENT.c.id).order_by(DOCUMENT.c.key)
            return list(connection.execute(ids if purged else ids.where(~DOCUMENT.c.purged)).scalars())

    def material_of(self, id_: str) -> Material:
        """The bytes with what was known when they came first: what a rebuild reads.

        Raises:
            UnknownId: there is no such document.
            InputError: its kept bytes are gone or were changed.
        """
        with self._database.read() as connection:
            found = select(ARRIVAL).where(ARRIVAL.c.document == id_).order_by(ARRIVAL.c.key)
            row = connection.execute(found).mappings().first()
        if row is None:
            raise UnknownId(id_, "document")
        name = row["raw_sha256"]
        if name not in self.snapshots:
            raise NothingThere(row["location"], "its kept bytes are gone")
        if not self.snapshots.is_whole(name):
            raise UnreadableDocument(row["location"], "its kept bytes were changed")
        raw = self.snapshots.get(name)
        return Material(
            raw, row["location"], loaded(PartialDate, row["retrieved"]), loaded(Given, row["given"])
        )

    def locations(self, id_: str) -> tuple[str, ...]:
        """Every place the document came from, the first one first."""
        with self._database.read() as connection:
            found = select(ARRIVAL.c.location).where(ARRIVAL.c.document == id_).order_by(ARRIVAL.c.key)
            return tuple(connection.execute(found).scalars())

    def arrivals(self, id_: str) -> tuple[Arrival, ...]:
        """Every time the document came in, the first one first."""
        with self._database.read() as connection:
            found = select(ARRIVAL).where(ARRIVAL.c.document == id_).order_by(ARRIVAL.c.key)
            return tuple(value_of(Arrival, row) for row in connection.execute(found).mappings())

    def is_purged(self, id_: str) -> bool:
        """Was this document destroyed here?"""
        with self._database.read() as connection:
            purged = select(DOCUMENT.c.purged).where(DOCUMENT.c.id == id_)
            return bool(connection.execute(purged).scalar())


def document_columns(document: Document) -> Columns:
    """All columns that follow from a document."""
    source = document.source
    return columns_of(document) | {
        "source_id": source.id if source else "",
        "source_name": source.name if source else "",
        "day": day_of(document.published),
        "last_day": last_day_of(document.published),
        "hidden_characters": sum(1 for _ in hidden(document.text)),
    }


def _arrivals(document: Document, material: Material) -> list[Columns]:
    size, raw = len(material.raw), document.raw_sha256
    first = Arrival(material.location, material.retrieved, material.given, raw, size)
    further = (replace(arrival, raw_sha256=raw, size=size) for arrival in material.arrivals)
    return [columns_of(arrival) | {"document": document.id} for arrival in (first, *further)]
