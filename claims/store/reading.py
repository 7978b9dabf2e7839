"""Rows of quotes and claims with the id of their document, which values name it by."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, Table, literal_column, select

from claims.store.rows import DOCUMENT

# The id of the document of a row that is joined to it.
DOCUMENT_ID = DOCUMENT.c.id.label("document")


def whole(table: Table) -> Select[Any]:
    """All columns of quotes or claims, and `document`: what `value_of` makes a value of."""
    return select(table, DOCUMENT_ID).join(DOCUMENT, DOCUMENT.c.key == table.c.document_key)


def of_document(table: Table, id_: str) -> ColumnElement[bool]:
    """Is it a quote or claim of this document?"""
    return table.c.document_key == document_key(id_)


def document_key(id_: str) -> ScalarSelect[int]:
    return select(DOCUMENT.c.key).where(DOCUMENT.c.id == id_).scalar_subquery()


def unseen(table: Table) -> Select[tuple[int]]:
    """Row keys of quotes or claims that are not shown."""
    # A bound zero would not tell SQLite that the index of the unseen holds them all.
    return select(table.c.key).where(table.c.unseen > literal_column("0"))
