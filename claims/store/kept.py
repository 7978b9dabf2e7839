"""Documents of the record: their text, their bytes, where and when they came from."""

from __future__ import annotations

from sqlalchemy import select

from claims.errors import NothingThere, UnreadableDocument
from claims.model import Document
from claims.ports import Arrival, Fetched, Material
from claims.store.arrivals import arrivals, fetched
from claims.store.base import Part
from claims.store.rows import DOCUMENT
from claims.store.values import value_of
from claims.store.writing import document_row


class KeptDocuments(Part):
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
        first = self.first_arrival(id_)
        raw = self.snapshots.whole(first.raw_sha256)
        if raw is None and first.raw_sha256 in self.snapshots:
            raise UnreadableDocument(first.location, "its kept bytes were changed")
        if raw is None:
            raise NothingThere(first.location, "its kept bytes are gone")
        return Material(raw, first.location, first.retrieved, first.given, fetched=first.fetched)

    def locations(self, id_: str) -> tuple[str, ...]:
        """Every place the document came from, the first one first."""
        return tuple(dict.fromkeys(arrival.location for arrival in self.arrivals(id_)))

    def fetches_of(self, id_: str) -> tuple[Fetched, ...]:
        """How the document came over the network, each time, the first one first; none for files."""
        return tuple(each.fetched for each in self.arrivals(id_) if each.fetched)

    def first_arrival(self, id_: str) -> Arrival:
        """The first time that the bytes came in which its id is made of; its text may have come in others.

        Raises:
            UnknownId: there is no such document.
            NothingThere: nothing says where it came from, as in a damaged record.
        """
        document = self.document(id_)
        for one in self.arrivals(id_):
            if one.raw_sha256 == document.raw_sha256:
                return one
        raise NothingThere(document.location, "nothing says where it came from")

    def arrivals(self, id_: str) -> tuple[Arrival, ...]:
        """Every time the document came in, the first one first."""
        with self._database.read() as connection:
            return arrivals(connection, id_)

    def fetched(self) -> tuple[Arrival, ...]:
        """See `arrivals.fetched`."""
        with self._database.read() as connection:
            return fetched(connection)

    def is_purged(self, id_: str) -> bool:
        """Was this document destroyed here?"""
        with self._database.read() as connection:
            purged = select(DOCUMENT.c.purged).where(DOCUMENT.c.id == id_)
            return bool(connection.execute(purged).scalar())
