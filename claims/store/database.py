"""An open record: transactions over one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from functools import cache
from pathlib import Path
from threading import RLock, local
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, QueuePool, create_engine, event
from sqlalchemy.util import LRUCache

from claims.errors import ReadOnlyRecord, StoreBusy
from claims.store import failures
from claims.store.dialect import connect, give_back, needs_immutable
from claims.store.failures import named_errors
from claims.waiting import patience

# What was compiled of a statement serves each record that this process opens, and those it forks: to
# compile is about half the cost of a first look at a small record. As many as one engine keeps by itself.
_COMPILED: LRUCache[Any, Any] = LRUCache(500)


@cache
def _dialect() -> Dialect:
    """The one of all records: a statement is compiled for one dialect object. It has seen a connection."""
    engine = create_engine("sqlite://")
    with engine.connect():
        pass
    engine.dispose()
    return engine.dialect


class Database:
    """An open SQLite file; safe to use from several threads.

    Inside a transaction of its own thread every further `read` and `write` joins it.
    """

    def __init__(self, path: Path, *, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._immutable = read_only and needs_immutable(path)
        self._engine = self._connected()
        self._writing = RLock()
        self._mine = local()
        self._watch = self._raw()
        self._watching = RLock()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent view of the record."""
        joined = self._joined
        with self._named():
            if joined is not None:
                yield joined
                return
            with self._engine.begin() as connection:
                yield connection

    @contextmanager
    def view(self) -> Iterator[None]:
        """Every `read` of this thread inside sees the record as it is now, whoever writes meanwhile.

        Nothing is to be written inside.
        """
        if self._joined is not None:
            yield
            return
        with self._named(), self._engine.begin() as connection:
            number = self._begun(connection)
            self._mine.connection, self._mine.viewed = connection, number
            try:
                yield
            finally:
                self._mine.connection = self._mine.viewed = None

    def _begun(self, connection: Connection) -> int:
        """Start a transaction that reads; the number of what it sees."""
        while True:
            number = self.changed
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
            if number == self.changed:
                return number
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("BEGIN")

    @property
    def _viewed(self) -> int | None:
        return getattr(self._mine, "viewed", None)

    @property
    def _joined(self) -> Connection | None:
        return getattr(self._mine, "connection", None)

    @contextmanager
    def write(self, *, durable: bool = False) -> Iterator[Connection]:
        """A transaction: all of it happens or nothing.

        Args:
            durable: on disk before this returns, even if the power fails.

        Raises:
            ReadOnlyRecord, StoreBusy.
        """
        if self.read_only:
            raise ReadOnlyRecord(str(self.path))
        assert self._viewed is None, "nothing is written inside of a view"
        joined = self._joined
        if joined is not None:
            yield joined
            return
        if not self._writing.acquire(timeout=failures.BUSY_SECONDS):
            raise StoreBusy(str(self.path), failures.BUSY_SECONDS)
        try:
            options = {"immediate": True, "durable": durable}
            with self._named(), self._engine.execution_options(**options).begin() as connection:
                self._mine.connection = connection
                yield connection
        finally:
            self._mine.connection = None
            self._writing.release()

    @property
    def is_writing(self) -> bool:
        """Is this thread inside a transaction of its own?"""
        return self._joined is not None and self._viewed is None

    @property
    def changed(self) -> int:
        """Another number after every commit, whoever made it."""
        if self._immutable:
            return 0
        if self._viewed is not None:
            return self._viewed
        with self._watching, self._named():
            return int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    def copy_to(self, target: Path) -> None:
        """A consistent copy in one file, made while others read and write."""
        with self._named(), closing(self._raw()) as connection:
            connection.execute("VACUUM INTO ?", (str(target),))

    def forget(self) -> None:
        """Empty the write-ahead log, so that what was deleted is in no file any more.

        Raises:
            StoreBusy: somebody reads what is older, so that it must stay.
        """
        with self._named(), closing(self._raw()) as connection:
            stays, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if stays:
            raise StoreBusy(str(self.path), failures.BUSY_SECONDS)

    def shrink(self) -> None:
        """Give room that is not used any more back to the disk."""
        with self._named(), closing(self._raw()) as connection:
            give_back(connection)

    def close(self) -> None:
        with self._watching, suppress(sqlite3.Error):
            # The last connection to close takes the log away, if it may write and has read.
            self._watch.execute("PRAGMA data_version").fetchone()
        self._watch.close()
        self._engine.dispose()

    def _connected(self) -> Engine:
        # The connection that was used last has the pages that are asked for next.
        pool = {"poolclass": QueuePool, "pool_size": 5, "pool_use_lifo": True}
        engine = create_engine("sqlite://", creator=self._raw, **pool)
        engine.dialect = _dialect()
        engine.update_execution_options(compiled_cache=_COMPILED)
        event.listen(engine, "begin", _begin)
        return engine

    def _raw(self) -> sqlite3.Connection:
        with self._named():
            return connect(self.path, read_only=self.read_only, immutable=self._immutable)

    def _named(self) -> AbstractContextManager[None]:
        return named_errors(self.path)


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    if options.get("immediate"):
        # It cannot be set inside a transaction. NORMAL in WAL never tears a record;
        # a power cut may cost the last documents, which can be added again.
        connection.exec_driver_sql(f"PRAGMA synchronous = {'FULL' if options['durable'] else 'NORMAL'}")
        with patience():
            connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql("BEGIN")
