"""Documents: what came in, and what reading made of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import Connection, delete, insert, select, update

from claims.display import hidden
from claims.errors import NothingThere, UnknownId, UnreadableDocument
from claims.model import Document, Problem
from claims.ports import Arrival, Extraction, Material
from claims.store.arrivals import arrivals, arrivals_of, known, put_arrivals, stands_at
from claims.store.base import Part
from claims.store.links import insert_problems
from claims.store.order import day_of, last_day_of
from claims.store.rows import CLAIM, DOCUMENT, PROBLEM, QUOTE, Columns, Unseen
from claims.store.values import columns_of, dumped, value_of
from claims.store.versions import derive_beside
from claims.store.writing import (
    date_again,
    document_row,
    insert_claims,
    insert_quotes,
    remove,
)


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a document that came.

    Attributes:
        document: the id under which the record has it.
        is_new: it was not there before.
        comes_back: it was there, and stands again where another text had replaced it.
        page_changed: it was there, and the versions of its page are others now.
    """

    document: str
    is_new: bool
    comes_back: bool = False
    page_changed: bool = False


class Documents(Part):
    def add_document(
        self,
        document: Document,
        material: Material,
        extraction: Extraction,
        *,
        extractor: str,
        problems: Iterable[Problem] = (),
    ) -> Taken:
        """Keep the bytes, then everything that was made of them, in one transaction.

        One that is there already, or whose text came from the same place before, is only
        remembered to have come; its bytes are kept. Other text from a place where a
        document stood is a new version of that one.
        """
        if sha256(material.raw).hexdigest() != document.raw_sha256:
            raise ValueError("the bytes are not those that the document was read from")
        came = arrivals_of(document, material)
        with self._database.write() as connection:
            # What another record names keeps its name, so that decisions of both records meet.
            there = known(connection, document, "" if material.id else came[0].place)
            if there is None or not self.is_purged(there):
                self.snapshots.put(material.raw)
            if there is not None:
                return _come_again(connection, there, came, told=bool(material.id))
            new = {"extractor": extractor, "withdrawn": False, "purged": False}
            connection.execute(insert(DOCUMENT), [document_columns(document) | new])
            put_arrivals(connection, document.id, came, told=True)
            derive_beside(connection, document.id)
            insert_quotes(connection, extraction.quotes, document)
            by_id = {quote.id: quote for quote in extraction.quotes}
            insert_claims(connection, extraction.claims, document, by_id)
            insert_problems(connection, (*problems, *extraction.problems))
        return Taken(document.id, is_new=True)

    def come_again(self, material: Material) -> Taken:
        """Remember when and from where a document that is here came into another record too.

        Args:
            material: its own bytes, with its id. Raises UnknownId.
        """
        with self._database.write() as connection:
            document = value_of(Document, document_row(connection, material.id))
            if not self.is_purged(material.id):
                self.snapshots.put(material.raw)
            return _come_again(connection, material.id, arrivals_of(document, material), told=True)

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
        came = self.arrivals(id_)
        if not came:
            raise UnknownId(id_, "document")
        first = came[0]
        if first.raw_sha256 not in self.snapshots:
            raise NothingThere(first.location, "its kept bytes are gone")
        if not self.snapshots.is_whole(first.raw_sha256):
            raise UnreadableDocument(first.location, "its kept bytes were changed")
        raw = self.snapshots.get(first.raw_sha256)
        return Material(raw, first.location, first.retrieved, first.given)

    def locations(self, id_: str) -> tuple[str, ...]:
        """Every place the document came from, the first one first."""
        return tuple(dict.fromkeys(arrival.location for arrival in self.arrivals(id_)))

    def arrivals(self, id_: str) -> tuple[Arrival, ...]:
        """Every time the document came in, the first one first."""
        with self._database.read() as connection:
            return arrivals(connection, id_)

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


def _come_again(connection: Connection, document: str, came: list[Arrival], *, told: bool) -> Taken:
    """Remember that a known document came; it may stand again where another text had replaced it."""
    before = stands_at(connection, came[0].place)
    put_arrivals(connection, document, came, told=told)
    comes_back = before is not None and before != stands_at(connection, came[0].place)
    changed = derive_beside(connection, document)
    return Taken(document, is_new=False, comes_back=comes_back, page_changed=changed)
