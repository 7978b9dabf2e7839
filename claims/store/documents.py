"""Documents: what came in, and what reading made of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import islice

from sqlalchemy import Connection, delete, select, update

from claims.errors import NothingThere, UnknownId, UnreadableDocument
from claims.matching.grams import Runs
from claims.model import Document, PartialDate, Problem
from claims.ports import Extraction, Given, Material
from claims.store.base import Part
from claims.store.columns import document_columns
from claims.store.dialect import EACH, among, ask_plain, insert_rows, put_rows
from claims.store.finished import Finished, finished
from claims.store.links import insert_problems
from claims.store.reading import of_document
from claims.store.rows import ARRIVAL, CLAIM, DOCUMENT, MEMBER, PROBLEM, QUOTE, Unseen
from claims.store.values import columns_of, dumped, loaded, storable, value_of
from claims.store.writing import (
    date_again,
    document_row,
    insert_claims,
    insert_quotes,
    remove,
    write_claims,
    write_quotes,
)

_KEYS = f"SELECT id, key FROM document WHERE id IN {EACH}"
_READ_FROM = f"""
    SELECT document.raw_sha256, arrival.location, arrival.given, document.id, document.member
    FROM document JOIN arrival ON arrival.document_key = document.key
    WHERE document.raw_sha256 IN {EACH} AND NOT document.purged AND document.extractor = ?
"""


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
        """Keep the bytes, then everything that was made of them, in one transaction; nothing is compared.

        Returns:
            False if the document is there already: then only a new location of it
            is remembered, and bytes that were lost are kept again.
        """
        one = finished(document, material, extraction, extractor=extractor, problems=problems)
        self.keep([(one, material.raw)])
        return bool(self.add_all([one]))

    def keep(self, documents: Iterable[tuple[Finished, bytes]]) -> None:
        """Keep the bytes of documents that are about to be added; those of purged ones are not kept again."""
        raw = {one.id: (one.raw_sha256, raw) for one, raw in documents}
        for name, content in raw.values():
            if sha256(content).hexdigest() != name:
                raise ValueError("the bytes are not those that the document was read from")
        with self._database.read() as connection:
            gone = select(DOCUMENT.c.id).where(among(DOCUMENT.c.id, dumped(list(raw))), DOCUMENT.c.purged)
            purged = set(connection.execute(gone).scalars())
        self.snapshots.put_all({name: content for id_, (name, content) in raw.items() if id_ not in purged})

    def add_all(self, documents: Sequence[Finished]) -> dict[str, dict[int, Runs]]:
        """Write documents whose bytes are kept, those that are there already but for their location.

        Returns:
            For each new one, by id and in order, the word runs of its quotes by number.
        """
        with self._database.write() as connection:
            first = {one.id: one for one in reversed(documents)}
            known = _keys(connection, first)
            new = [one for one in documents if one.id not in known and first[one.id] is one]
            insert_rows(connection, DOCUMENT, [one.columns for one in new])
            keys = _keys(connection, first)
            arrivals = [{"document_key": keys[one.id], **one.arrival} for one in documents]
            put_rows(connection, ARRIVAL, arrivals)
            put_rows(connection, MEMBER, [row for one in new for row in one.members])
            runs = write_quotes(connection, [(keys[one.id], quote) for one in new for quote in one.quotes])
            write_claims(connection, [(keys[one.id], claim) for one in new for claim in one.claims])
            insert_problems(connection, [problem for one in new for problem in one.problems])
        placed = iter(runs.items())
        return {one.id: dict(islice(placed, len(one.quotes))) for one in new}

    def unchanged(self, materials: Sequence[Material], extractor: str) -> dict[int, str]:
        """Of some inputs those that need not be read again, by their place in the order given: the id of
        the document that was read from the same bytes, at the same location, with the same said of
        them, by the same extractor. Its bytes are kept again if they were lost.

        An input of several documents is read again: only its reader knows whether all are there.
        """
        names = [sha256(one.raw).hexdigest() for one in materials]
        with self._database.read() as connection:
            rows = ask_plain(connection, _READ_FROM, dumped(sorted(set(names))), extractor)
        read: dict[tuple[str, str, str], list[tuple[str, str]]] = {}
        for name, location, given, id_, member in rows:
            # Records of the first schema hold another form of what was said.
            said = dumped(loaded(Given, given))
            read.setdefault((name, location, said), []).append((id_, member))
        found = {}
        for place, (name, one) in enumerate(zip(names, materials, strict=True)):
            match read.get((name, storable(one.location), dumped(one.given))):
                case [(id_, "")]:
                    found[place] = id_
        self.snapshots.put_all({names[place]: materials[place].raw for place in found})
        return found

    def replace_derived(self, document: Document, extraction: Extraction, *, extractor: str) -> None:
        """Put what a rebuild made in place of what is there; recorded quotes stay.

        Corrections are not laid over it here. Problems of its checks stay too.
        """
        with self._database.write() as connection:
            stored = document_row(connection, document.id)
            if stored["purged"]:
                return
            row = document_columns(document) | {"extractor": extractor, "original": None}
            # The text index of claims is cleared by the text that it was made from.
            remove(connection, CLAIM, of_document(CLAIM, document.id))
            connection.execute(update(DOCUMENT).where(DOCUMENT.c.key == stored["key"]).values(row))
            unseen = int(Unseen.WITHDRAWN if stored["withdrawn"] else 0)
            self._replace_values(connection, document, extraction, unseen)
            of_reading = PROBLEM.c.stage.not_like("check %")
            connection.execute(delete(PROBLEM).where(PROBLEM.c.document == document.id, of_reading))
            insert_problems(connection, extraction.problems)

    def _replace_values(
        self, connection: Connection, document: Document, extraction: Extraction, unseen: int
    ) -> None:
        by_hand = of_document(QUOTE, document.id)
        remove(connection, QUOTE, by_hand & ~QUOTE.c.recorded)
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

    def document_ids(self) -> list[str]:
        """In order of arrival; purged ones are left out."""
        with self._database.read() as connection:
            ids = select(DOCUMENT.c.id).where(~DOCUMENT.c.purged).order_by(DOCUMENT.c.key)
            return list(connection.execute(ids).scalars())

    def material_of(self, id_: str) -> Material:
        """The bytes with what was known when they came first: what a rebuild reads.

        Raises:
            UnknownId: there is no such document.
            InputError: its kept bytes are gone or were changed.
        """
        with self._database.read() as connection:
            came = select(ARRIVAL, DOCUMENT.c.raw_sha256).join(DOCUMENT).where(DOCUMENT.c.id == id_)
            found = came.order_by(ARRIVAL.c.key)
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
            came = select(ARRIVAL.c.location).join(DOCUMENT).where(DOCUMENT.c.id == id_)
            found = came.order_by(ARRIVAL.c.key)
            return tuple(connection.execute(found).scalars())


def _keys(connection: Connection, documents: Iterable[str]) -> dict[str, int]:
    return dict(ask_plain(connection, _KEYS, dumped(list(documents))))
