"""The one module that knows which database this is: SQLite.

Its neighbours are `database` (transactions), `fulltext` (the text index) and
`failures` (what SQLite raises). A record is in WAL mode, with foreign keys on;
what is deleted is overwritten.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Boolean, ColumnElement, Connection, Table, TableValuedAlias, func
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.operators import OperatorType

from claims.errors import RecordError, StoreBusy
from claims.store import failures
from claims.store.failures import code_of

# "OnRe": tells our files from other SQLite databases (SQLite file format, 1.3.17).
APPLICATION_ID = 0x4F6E5265

_HEADER = b"SQLite format 3\0"

# A text of two or three thousand characters leaves a page of 4,096 bytes, SQLite's own
# choice, a third empty: 1,319 releases took 0.4 MB more. A record keeps its page size.
_PAGE_SIZE = 2048

# Kilobytes of pages that a bulk of rows holds in memory. Else it is SQLite's own 2,000: with 32,000 neither a
# search of a million quotes nor adding 250 releases took less time, for the system holds the others.
_MUCH = 128 * 1024


def connect(path: Path, *, read_only: bool, immutable: bool = False) -> sqlite3.Connection:
    """A plain connection in autocommit mode, with the settings of each connection."""
    mode = "ro" if read_only else "rw"
    address = f"file:{quote(str(path.absolute()))}?mode={mode}{'&immutable=1' if immutable else ''}"
    connection = sqlite3.connect(
        address, uri=True, timeout=failures.BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    return connection


def connect_to_look(path: Path) -> sqlite3.Connection:
    """A connection that changes nothing, wherever the file lies."""
    return connect(path, read_only=True, immutable=needs_immutable(path))


def needs_immutable(path: Path) -> bool:
    """A WAL file in a folder without write access opens only as one that nobody changes.

    So does one that may not be written itself: SQLite would make a log beside it
    with the same rights, which nobody could write afterwards.

    Raises:
        RecordError: there are changes that only a writer can merge.
    """
    if not os.access(path, os.W_OK) and not path.with_name(path.name + "-wal").exists():
        return True
    try:
        with closing(connect(path, read_only=True)) as connection:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        if code_of(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            return False
        log = path.with_name(path.name + "-wal")
        if log.exists() and log.stat().st_size:
            why = (
                "its last changes are not merged and its folder cannot be written: open it there as its owner"
            )
            raise RecordError(str(path), why) from error
        return True
    except (sqlite3.DatabaseError, UnicodeDecodeError):  # damage may stand in the message itself
        return False
    return False


def share(path: Path) -> None:
    """Put a database into WAL mode, in which one may write while others read; it stays so.

    An empty file becomes a database. A copy made by VACUUM INTO is in no such mode.
    """
    with closing(connect(path, read_only=False)) as connection:
        connection.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
        # Pages remember who points at them, so that `give_back` can move them; only a new file can.
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
        mode = connection.execute("PRAGMA journal_mode = WAL").fetchone()[0]
    if mode != "wal":
        raise RecordError(str(path), "this file system cannot share a record: use a local folder")


def give_back(connection: sqlite3.Connection) -> None:
    """Cut pages that hold nothing off the file, unless somebody writes.

    A file that was made without `share` stays as it is.
    """
    connection.execute("PRAGMA busy_timeout = 0")
    # A statement that gives no rows is stepped once by `execute`, and each step here is one page.
    connection.executescript("PRAGMA incremental_vacuum")


def hold_more(connection: Connection) -> None:
    """Keep more pages in memory: indexes of hashes that grow by thousands of rows touch pages all over."""
    connection.exec_driver_sql(f"PRAGMA cache_size = -{_MUCH}")


def is_shared(path: Path) -> bool:
    """Is it in WAL mode? (SQLite file format, 1.3.3.)"""
    with path.open("rb") as file:
        return file.read(20)[18:] == b"\2\2"


def is_sqlite(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_HEADER)) == _HEADER


def mark(connection: Connection) -> None:
    """Write our name into the file's header."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def is_marked(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID)


def faults(connection: sqlite3.Connection, *, quick: bool) -> list[str]:
    """What the database says is wrong with itself; quick leaves out indexes against tables."""
    check = "quick_check" if quick else "integrity_check"
    found = [str(row[0]) for row in connection.execute(f"PRAGMA {check}")]
    return [] if found == ["ok"] else found


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Is the file SQLite's, but broken?"""
    return code_of(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def statements(connection: Connection) -> set[str]:
    """The statements that made what is in the database."""
    return {row[0] for row in connection.exec_driver_sql("SELECT sql FROM sqlite_master") if row[0]}


@contextmanager
def settled(path: Path) -> Iterator[bool]:
    """Hold a file that is about to be replaced: its write-ahead log is merged, nobody else has it open.

    A file that is no database, a broken one, or none stays as it is, and False is given.

    Raises:
        StoreBusy: somebody has it open.
    """
    with ExitStack() as held:
        whole = path.exists()
        try:
            if whole:
                connection = held.enter_context(closing(connect(path, read_only=False)))
                connection.execute("PRAGMA locking_mode = EXCLUSIVE")
                connection.execute("PRAGMA journal_mode = DELETE").fetchone()
                connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            if code_of(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise StoreBusy(str(path), failures.BUSY_SECONDS) from error
            whole = False
        yield whole


def broken_references(connection: Connection) -> list[str]:
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [f"row {row[1]} of {row[0]} points at a missing {row[2]}" for row in rows]


# -- statements that other databases spell otherwise ------------------------------


def put(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert; a row that is there already stays as it is."""
    rows = list(rows)
    if rows:
        connection.execute(insert(table).on_conflict_do_nothing(), rows)


def put_plain(connection: Connection, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """`put` for a great many rows, each with all columns in order."""
    if rows:
        names = tuple(column.name for column in table.columns)
        run_plain(connection, _insertion(table, names) + _UNLESS_THERE, rows)


def put_rows(
    connection: Connection,
    table: Table,
    rows: Sequence[Mapping[str, Any]],
    *,
    greatest: Sequence[str] = (),
) -> None:
    """`put` for a great many rows, all with the same columns in the same order.

    Args:
        greatest: columns that in a row of the same id each become the greater text of both, in the order
            of code points, so that it does not matter which came first.
    """
    if rows:
        again = _greatest(table, greatest) if greatest else _UNLESS_THERE
        statement = _insertion(table, tuple(rows[0])) + again
        run_plain(connection, statement, [tuple(row.values()) for row in rows])


def insert_rows(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """As `put_rows`, but a row that is there already is an error."""
    if rows:
        insert_plain(connection, table, tuple(rows[0]), [tuple(row.values()) for row in rows])


def insert_plain(
    connection: Connection, table: Table, names: tuple[str, ...], rows: Sequence[tuple[Any, ...]]
) -> None:
    """`insert_rows` for rows without their columns' names."""
    if rows:
        run_plain(connection, _insertion(table, names), rows)


_UNLESS_THERE = " ON CONFLICT DO NOTHING"


def _greatest(table: Table, columns: Sequence[str]) -> str:
    both = [(f"excluded.{column}", f"{table.name}.{column}") for column in columns]
    new = ", ".join(f"{column} = max({', '.join(two)})" for column, two in zip(columns, both, strict=True))
    changed = " OR ".join(f"{mine} > {theirs}" for mine, theirs in both)
    return f" ON CONFLICT (id) DO UPDATE SET {new} WHERE {changed}"


@cache
def _insertion(table: Table, names: tuple[str, ...]) -> str:
    quoted, places = ", ".join(f'"{name}"' for name in names), ", ".join("?" for _ in names)
    return f"INSERT INTO {table.name} ({quoted}) VALUES ({places})"


def run_plain(connection: Connection, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """A statement of this package, once for each row of bound values.

    It goes past SQLAlchemy, whose own work for one statement is that of writing ten rows.
    """
    _driver(connection).executemany(statement, rows)


def ask_plain(connection: Connection, statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """The rows that a question of this package gives; values are bound. See `run_plain`."""
    return _driver(connection).execute(statement, values).fetchall()


def walk_plain(
    connection: Connection, statement: str, *values: Any
) -> Generator[tuple[Any, ...], None, None]:
    """The same rows, of which each is looked for when it is asked for; close it if some are left.

    A question inside the question would fail if a table is made meanwhile, a temporary one too.
    """
    with closing(_driver(connection)) as cursor:
        yield from cursor.execute(statement, values)


def _driver(connection: Connection) -> sqlite3.Cursor:
    cursor: sqlite3.Cursor = connection.connection.cursor()  # type: ignore[assignment]  # SQLite's, here
    return cursor


def among(column: ColumnElement[Any], values: str) -> ColumnElement[bool]:
    """Is the column one of many values? They are bound as one JSON array, so there may be a million."""
    return _Among(column, values)


class _Among(FunctionElement[bool]):
    """A function to SQLAlchemy, with the column and the array. `in_` of a subquery says the same, and to put
    that together took longer than to ask: these are most of all questions."""

    name = "among"
    type = Boolean()
    inherit_cache = True

    def self_group(self, against: OperatorType | None = None) -> _Among:
        """As it is: SQLAlchemy would write "= 1" behind it, and SQLite reads the whole table for that."""
        return self


@compiles(_Among)
def _is_among(element: _Among, compiler: SQLCompiler, **how: Any) -> str:
    column, values = (compiler.process(one, **how) for one in element.clauses)
    return f"{column} IN {_EACH.format(values)}"


_EACH = "(SELECT value FROM json_each({}))"
# The values of a JSON array that is bound in its place, in a question of `ask_plain`.
EACH = _EACH.format("?")


def each_of(values: str) -> TableValuedAlias:
    """The values of a JSON array as rows with one column, `value`."""
    return func.json_each(values).table_valued("value").alias("each")


def add_only(table: str) -> list[str]:
    """Triggers that refuse to change or delete a row."""
    return [
        f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} BEGIN"
        f" SELECT RAISE(ABORT, '{table} rows are only ever added'); END"
        for verb in ("UPDATE", "DELETE")
    ]
