"""Values with the documents that they stand in, as checks read them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select

from claims.model import Claim, Document, PageVersion, Quote
from claims.ports import Citation
from claims.store.base import Part
from claims.store.dialect import among
from claims.store.filed import Filed, file_number, rows_of
from claims.store.reading import of_document, whole
from claims.store.rows import CLAIM, DOCUMENT, QUOTE, Unseen
from claims.store.values import dumped, value_of
from claims.store.versions import replaced_by


class Citing(Part):
    """Hidden values and those of withdrawn documents are left out; those of replaced versions are there.
    The values of one document share one Document object.
    """

    def cited(self, filed: Iterable[Filed]) -> dict[int, Citation]:
        """Some values, by file number."""
        with self._database.read() as connection:
            found = {
                file_number(table, number): value
                for table, mine in rows_of(one.number for one in filed).items()
                for number, value in _values(connection, table, among(table.c.number, dumped(mine)))
            }
            cited_ = cite(connection, found.values())
        return {number: cited_[value.id] for number, value in found.items()}

    def cited_in(self, documents: Iterable[str]) -> list[Citation]:
        """Every value of some documents, quotes first."""
        mine = dumped(sorted(documents))
        owners = select(DOCUMENT.c.key).where(among(DOCUMENT.c.id, mine))
        with self._database.read() as connection:
            values = [
                value
                for table in (QUOTE, CLAIM)
                for _, value in _values(connection, table, table.c.document_key.in_(owners))
            ]
            return list(cite(connection, values).values())

    def citations_of(self, document: str) -> dict[str, Citation]:
        """Every value of a document, by id."""
        with self._database.read() as connection:
            values = [
                value
                for table in (QUOTE, CLAIM)
                for _, value in _values(connection, table, of_document(table, document))
            ]
            return cite(connection, values)


def cite(connection: Connection, values: Collection[Quote | Claim]) -> dict[str, Citation]:
    """Values with their documents and the versions beside those, by id, in the order given."""
    owners = {value.document for value in values}
    versions = replaced_by(connection, owners)
    needed = owners | {one.newer for one in versions.values()}
    rows = connection.execute(select(DOCUMENT).where(among(DOCUMENT.c.id, dumped(sorted(needed))))).mappings()
    documents = {row["id"]: value_of(Document, row) for row in rows}
    return {value.id: _citation(value, documents, versions.get(value.document)) for value in values}


def _citation(
    value: Quote | Claim, documents: Mapping[str, Document], version: PageVersion | None
) -> Citation:
    document = documents[value.document]
    if version is None:
        return Citation(value, document)
    return Citation(value, document, newer=documents.get(version.newer), older=version.previous)


def _values(
    connection: Connection, table: Table, which: ColumnElement[Any]
) -> list[tuple[int, Quote | Claim]]:
    kind: type[Quote | Claim] = Quote if table is QUOTE else Claim
    shown = table.c.unseen.in_((0, int(Unseen.EARLIER)))
    rows = connection.execute(whole(table).where(which, shown)).mappings()
    return [(row["number"], value_of(kind, row)) for row in rows]
