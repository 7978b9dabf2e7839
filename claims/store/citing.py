"""Values with the documents that they stand in, as checks read them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, select

from claims.model import Claim, Document, Quote
from claims.ports import Citation
from claims.store.base import Part
from claims.store.dialect import among
from claims.store.filed import Filed, file_number, rows_of
from claims.store.reading import of_document, whole
from claims.store.rows import CLAIM, DOCUMENT, QUOTE
from claims.store.values import dumped, value_of


class Citing(Part):
    """Hidden values and those of withdrawn documents are left out. The values of one document share
    one Document object.
    """

    def cited(self, filed: Iterable[Filed]) -> dict[int, Citation]:
        """Some values, by file number."""
        filed = list(filed)
        with self._database.read() as connection:
            documents = _documents(connection, among(DOCUMENT.c.key, dumped([one.document for one in filed])))
            found: dict[int, Citation] = {}
            for table, mine in rows_of(one.number for one in filed).items():
                for number, value in _values(connection, table, among(table.c.number, dumped(mine))):
                    found[file_number(table, number)] = Citation(value, documents[value.document])
        return found

    def citations_of(self, document: str) -> dict[str, Citation]:
        """Every value of a document, by id."""
        with self._database.read() as connection:
            owner = _documents(connection, DOCUMENT.c.id == document)
            return {
                value.id: Citation(value, owner[document])
                for table in (QUOTE, CLAIM)
                for _, value in _values(connection, table, of_document(table, document))
            }


def _values(
    connection: Connection, table: Table, which: ColumnElement[Any]
) -> list[tuple[int, Quote | Claim]]:
    kind: type[Quote | Claim] = Quote if table is QUOTE else Claim
    rows = connection.execute(whole(table).where(which, table.c.unseen == 0)).mappings()
    return [(row["number"], value_of(kind, row)) for row in rows]


def _documents(connection: Connection, which: ColumnElement[Any]) -> dict[str, Document]:
    rows = connection.execute(select(DOCUMENT).where(which)).mappings()
    return {row["id"]: value_of(Document, row) for row in rows}
