"""Quotes and claims, as extraction gave them and as people corrected them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TypeVar

from sqlalchemy import Connection, Table, select, update

from claims.errors import UnknownId
from claims.model import Claim, Document, Quote
from claims.ports import Citation
from claims.store.base import Part
from claims.store.citing import cite
from claims.store.columns import document_columns
from claims.store.dialect import among
from claims.store.reading import whole
from claims.store.rows import CLAIM, DOCUMENT, QUOTE, Columns, Stored, Unseen
from claims.store.values import columns_of, dumped, value_of
from claims.store.writing import change, date_again, document_row, insert_quotes, remove

_PAGE = 1000

Statement = TypeVar("Statement", Quote, Claim)


class Statements(Part):
    def value(self, id_: str) -> Quote | Claim:
        """The quote or claim in force, hidden or not. Raises UnknownId."""
        with self._database.read() as connection:
            return _value(_found(connection, id_)[1])

    def extracted(self, id_: str) -> Quote | Claim | Document:
        """What reading and extraction gave, before people corrected it. Raises UnknownId."""
        with self._database.read() as connection:
            row = connection.execute(select(DOCUMENT).where(DOCUMENT.c.id == id_)).mappings().first()
            if row is not None:
                return value_of(Document, {**row, **json.loads(row["original"] or "{}")})
            return _original(_found(connection, id_)[1])

    def put_effective(self, value: Quote | Claim | Document, *, hidden: bool) -> None:
        """Lay people's corrections over a value, or take them away: then it is as extracted.

        Everything that depends on it follows: text index, row keys, word runs,
        speaker; not pairs, keys and findings. Raises UnknownId.
        """
        with self._database.write() as connection:
            if isinstance(value, Document):
                _put_document(connection, value)
                return
            _, row = _found(connection, value.id)
            original = _original(row)
            kept = None if value == original else dumped(columns_of(original))
            unseen = row["unseen"] & ~Unseen.HIDDEN | (Unseen.HIDDEN if hidden else 0)
            document = _document(connection, value.document)
            change(connection, row, value, document, original=kept, unseen=int(unseen))

    def add_recorded(self, quote: Quote) -> None:
        """Keep a quote that a person recorded by hand; a rebuild leaves it there."""
        with self._database.write() as connection:
            document = _document(connection, quote.document)
            withdrawn = connection.execute(
                select(DOCUMENT.c.withdrawn).where(DOCUMENT.c.id == document.id)
            ).scalar()
            unseen = int(Unseen.WITHDRAWN if withdrawn else 0)
            row = connection.execute(whole(QUOTE).where(QUOTE.c.id == quote.id)).mappings().first()
            if row is None:
                insert_quotes(connection, [quote], document, recorded=True, unseen=unseen)
                return
            found = row["found"] if row["recorded"] else dumped(columns_of(_original(row)))
            change(connection, row, quote, document, recorded=True, found=found, original=None, unseen=unseen)

    def remove_recorded(self, id_: str) -> None:
        """Take back a recorded quote; if extraction found the same words, its quote is there again."""
        with self._database.write() as connection:
            recorded = whole(QUOTE).where(QUOTE.c.id == id_, QUOTE.c.recorded)
            row = connection.execute(recorded).mappings().first()
            if row is None:
                return
            if row["found"] is None:
                remove(connection, QUOTE, QUOTE.c.id == id_)
                return
            quote = value_of(Quote, json.loads(row["found"]))
            document = _document(connection, quote.document)
            change(connection, row, quote, document, recorded=False, found=None, original=None)

    def is_hidden(self, id_: str) -> bool:
        """Did people decide that it is no quote or claim? Raises UnknownId."""
        with self._database.read() as connection:
            return bool(_found(connection, id_)[1]["unseen"] & Unseen.HIDDEN)

    def quotes_of(self, document: str) -> list[Quote]:
        """In force, hidden ones left out, in order of place."""
        return self._of(QUOTE, Quote, document)

    def claims_of(self, document: str) -> list[Claim]:
        """In force, hidden ones left out, in order of place."""
        return self._of(CLAIM, Claim, document)

    def _of(self, table: Table, kind: type[Statement], document: str) -> list[Statement]:
        seen = table.c.unseen.bitwise_and(Unseen.HIDDEN) == 0
        rows = whole(table).where(DOCUMENT.c.id == document, seen)
        with self._database.read() as connection:
            found = connection.execute(rows.order_by(table.c.number)).mappings()
            return sorted((value_of(kind, row) for row in found), key=_place)

    def values(self, ids: Iterable[str]) -> dict[str, Quote | Claim]:
        """Those of some values that there are, hidden or not, by id, in the order asked."""
        wanted = list(dict.fromkeys(ids))
        with self._database.read() as connection:
            found = _values(connection, wanted)
        return {id_: found[id_] for id_ in wanted if id_ in found}

    def citations(self, ids: Iterable[str], *, earlier: bool = False) -> dict[str, Citation]:
        """Values with their documents, by id; hidden ones and those of withdrawn documents left out.

        All values of one document share one Document object.

        Args:
            earlier: also values of older versions that one of a newer version stands for.
        """
        wanted = list(dict.fromkeys(ids))
        with self._database.read() as connection:
            found = _values(connection, wanted, seen=True, earlier=earlier)
            return cite(connection, [found[id_] for id_ in wanted if id_ in found])

    def all_quotes(self) -> Iterator[Quote]:
        """Every quote that is shown, newest first, read in pages: the record may change meanwhile."""
        below: int | None = None
        while True:
            page = whole(QUOTE).where(QUOTE.c.unseen == 0).order_by(QUOTE.c.key.desc()).limit(_PAGE)
            with self._database.read() as connection:
                page = page if below is None else page.where(QUOTE.c.key < below)
                rows = connection.execute(page).mappings().all()
            yield from (value_of(Quote, row) for row in rows)
            if len(rows) < _PAGE:
                return
            below = rows[-1]["key"]


def _place(value: Quote | Claim) -> int:
    return value.spans[0].start if isinstance(value, Quote) else value.span.start


def _found(connection: Connection, id_: str) -> tuple[Table, Stored]:
    for table in (QUOTE, CLAIM):
        row = connection.execute(whole(table).where(table.c.id == id_)).mappings().first()
        if row is not None:
            return table, row
    raise UnknownId(id_)


def _values(
    connection: Connection, ids: list[str], *, seen: bool = False, earlier: bool = False
) -> dict[str, Quote | Claim]:
    found: dict[str, Quote | Claim] = {}
    shown = (0, int(Unseen.EARLIER)) if earlier else (0,)
    for table in (QUOTE, CLAIM):
        rows = whole(table).where(among(table.c.id, dumped(ids)))
        rows = rows.where(table.c.unseen.in_(shown)) if seen else rows
        found |= {row["id"]: _value(row) for row in connection.execute(rows).mappings()}
    return found


def _value(row: Stored) -> Quote | Claim:
    return value_of(Quote, row) if "spans" in row else value_of(Claim, row)


def _original(row: Stored) -> Quote | Claim:
    return _value(json.loads(row["original"]) if row["original"] else row)


def _document(connection: Connection, id_: str) -> Document:
    return value_of(Document, document_row(connection, id_))


def _put_document(connection: Connection, document: Document) -> None:
    row = document_row(connection, document.id)
    original = value_of(Document, {**row, **json.loads(row["original"] or "{}")})
    kept = None if document == original else dumped(_without_text(columns_of(original)))
    new = document_columns(document) | {"original": kept}
    connection.execute(update(DOCUMENT).where(DOCUMENT.c.id == document.id).values(_without_text(new)))
    for table in (QUOTE, CLAIM):
        date_again(connection, table, document, DOCUMENT.c.id == document.id)


def _without_text(columns: Columns) -> Columns:
    """A correction never changes the text, which may be long and whose index need not move."""
    return {name: value for name, value in columns.items() if name != "text"}
