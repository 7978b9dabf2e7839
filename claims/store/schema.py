"""The schema as it is now: tables, text index, triggers, views, and its revision."""

from __future__ import annotations

from sqlalchemy import Connection

from claims.store import flat
from claims.store.dialect import add_only, mark
from claims.store.fulltext import INDEXES
from claims.store.rows import METADATA

# Every revision that this program can read, oldest first; a migration of the same
# name brings a record there. Written here so that opening a record needs no Alembic.
REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011", "0012")
CURRENT = REVISIONS[-1]

ADD_ONLY = ("arrival", "judgement", "authority")


def create(connection: Connection) -> None:
    """Make everything in an empty database, inside the transaction of the connection."""
    METADATA.create_all(connection, checkfirst=False)
    for statement in further_ddl():
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (CURRENT,))
    mark(connection)


def further_ddl() -> list[str]:
    """What tables alone do not say: text indexes, the triggers of added-only tables, and views."""
    made = [statement for index in INDEXES for statement in index.ddl]
    return [*made, *(statement for table in ADD_ONLY for statement in add_only(table)), *flat.CURRENT]
