"""What counts as a step of a process, and something that acts at each.

A step is whatever changes something on disk and passes through Python: a statement
that writes, a commit, a rollback, the closing of a database; a file opened to be
written, synced, moved or removed, a folder made. They are seen from outside, by an
audit hook and a wrapped `sqlite3.connect`: the code of the project knows nothing of
it. A hook cannot be taken back, so this is for a process that ends soon.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

# Of a statement in capitals: its verb and what it is done to. Of a file in small letters.
Step = str
Act = Callable[[int, Step], None]

_WRITES = {"INSERT", "UPDATE", "DELETE", "DROP", "ALTER", "REPLACE"}
_BOUNDS = {"BEGIN IMMEDIATE", "BEGIN EXCLUSIVE", "SAVEPOINT", "RELEASE", "COMMIT", "ROLLBACK"}
_PRAGMAS = ("WAL_CHECKPOINT", "JOURNAL_MODE", "APPLICATION_ID")
_FILES = {"os.rename": "move", "os.mkdir": "make folder", "os.remove": "remove", "os.link": "link"}
# What needs no room: a full disk does not refuse it.
_ROOMLESS = ("remove", "close", "ROLLBACK", "DROP", "BEGIN")

_notes: list[int] = []


def note_in(path: Path) -> None:
    """Write every step down in this file, a line each."""
    _notes.append(os.open(path, os.O_WRONLY | os.O_APPEND))


def watch(home: Path, act: Act, transactions: bool = True) -> None:
    """From now on call `act` before every step, with its number from 0.

    Args:
        home: only steps on files below this folder count; of databases all do.
        transactions: False leaves every BEGIN out.
    """
    count = 0
    acting = False

    def step(kind: Step) -> None:
        nonlocal count, acting
        if acting:
            return
        acting = True
        try:
            os.write(_notes[0], f"{kind}\n".encode())
            count += 1
            act(count - 1, kind)
        finally:
            acting = False

    _watch_files(str(home), step)
    _Connection.step, _Connection.transactions = staticmethod(step), transactions
    _watch_calls(step)


def refuse(code: int, step: Step) -> None:
    """Fail this step as a disk that is full (ENOSPC) or broken (EIO) would."""
    full = code == errno.ENOSPC
    if full and step.startswith(_ROOMLESS):
        return
    if not step[0].isupper():
        raise OSError(code, os.strerror(code), "an injected place")
    error = sqlite3.OperationalError("database or disk is full" if full else "disk I/O error")
    error.sqlite_errorcode = sqlite3.SQLITE_FULL if full else sqlite3.SQLITE_IOERR
    raise error


def _watch_files(home: str, step: Callable[[Step], None]) -> None:
    def hook(event: str, args: tuple[Any, ...]) -> None:
        if (
            event == "open"
            and isinstance(args[0], str | bytes)
            and (args[2] or 0) & (os.O_WRONLY | os.O_RDWR)
        ):
            if _is_within(home, args[0], -1):
                step("open to write")
        elif event in _FILES and _is_within(home, args[0], args[-1]):
            step(_FILES[event])

    sys.addaudithook(hook)


def _is_within(home: str, path: Any, folder: Any) -> bool:
    """A name below an open folder counts: only a folder of ours is emptied that way."""
    below_an_open_one = isinstance(folder, int) and folder >= 0
    return below_an_open_one or str(Path(os.fsdecode(path)).absolute()).startswith(home)


def _watch_calls(step: Callable[[Step], None]) -> None:
    sync, connect = os.fsync, sqlite3.connect

    def watched_sync(handle: int) -> None:
        step("sync")
        sync(handle)

    def watched_connect(*args: Any, **named: Any) -> sqlite3.Connection:
        return connect(*args, **named | {"factory": _Connection})

    os.fsync = watched_sync
    sqlite3.connect = sqlite3.dbapi2.connect = watched_connect


class _Connection(sqlite3.Connection):
    step: ClassVar[Callable[[Step], None]]
    transactions: ClassVar[bool]
    writing = False

    def tell(self, sql: str) -> None:
        kind = _kind(sql)
        self.writing |= kind.startswith("BEGIN")
        if kind:
            self.step(kind)

    def cursor(self, factory: Any = None) -> Any:
        return super().cursor(factory or _Cursor)

    def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
        return self.cursor().execute(sql, *args)

    def commit(self) -> None:
        self._end("COMMIT")
        super().commit()

    def rollback(self) -> None:
        self._end("ROLLBACK")
        super().rollback()

    def close(self) -> None:
        self.step("close")
        super().close()

    def _end(self, how: Step) -> None:
        if self.in_transaction and self.writing:
            self.step(how)
            self.writing = False


class _Cursor(sqlite3.Cursor):
    connection: _Connection

    def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
        if sql.startswith("BEGIN") and not self.connection.transactions:
            return self
        self.connection.tell(sql)
        return super().execute(sql, *args)

    def executemany(self, sql: str, *args: Any) -> sqlite3.Cursor:
        self.connection.tell(sql)
        return super().executemany(sql, *args)


def _kind(sql: str) -> Step:
    """The step that a statement is; "" if it writes nothing."""
    words = sql.upper().split(None, 3)
    if words[0] in ("CREATE", "VACUUM") or " ".join(words[:2]) in _BOUNDS:
        return " ".join(words[:2])
    if words[0] in _WRITES:
        return " ".join(words[:3])
    if words[0] == "PRAGMA" and words[1].startswith(_PRAGMAS) and ("=" in sql or "(" in sql):
        return f"PRAGMA {words[1]}"
    return words[0] if words[0] in _BOUNDS else ""
