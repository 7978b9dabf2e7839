"""Quotes and claims under one number each, for rows of which there are many.

number = row key * 2 of a quote, row key * 2 + 1 of a claim
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, Table, select

from claims.store.dialect import among
from claims.store.rows import CLAIM, QUOTE
from claims.store.values import dumped


class Filed(NamedTuple):
    """A value as other rows point at it.

    Attributes:
        number: its file number.
        document: row key of its document.
    """

    number: int
    document: int


def file_number(table: Table, number: int) -> int:
    return 2 * number + (table is CLAIM)


def filed_as(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    """File numbers of those of some values that there are, by id."""
    wanted = dumped(list(ids))
    found: dict[str, int] = {}
    for table in (QUOTE, CLAIM):
        rows = select(table.c.id, table.c.number).where(among(table.c.id, wanted))
        found |= {id_: file_number(table, number) for id_, number in connection.execute(rows)}
    return found


def files_of(connection: Connection, numbers: Iterable[int]) -> dict[int, Filed]:
    """Where values stand, by file number."""
    found: dict[int, Filed] = {}
    for table, mine in rows_of(numbers).items():
        rows = select(table.c.number, table.c.document_key).where(among(table.c.number, dumped(mine)))
        found |= {
            (filed := file_number(table, number)): Filed(filed, document)
            for number, document in connection.execute(rows)
        }
    return found


def rows_of(numbers: Iterable[int]) -> dict[Table, list[int]]:
    """Numbers of quote rows and of claim rows, in order."""
    ordered = sorted(numbers)
    return {table: [n // 2 for n in ordered if n % 2 == (table is CLAIM)] for table in (QUOTE, CLAIM)}
