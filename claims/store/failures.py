"""What SQLite raises becomes an exception of `claims.errors`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from json import JSONDecodeError
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from claims.errors import DamagedRecord, NotARecord, OnRecordError, ReadOnlyRecord, RecordError, StoreBusy

# Longest wait measured with three processes writing 100 times each was 2.5 s; a
# large document with its text index holds the lock for under one.
BUSY_SECONDS = 15.0

# How Python's module says that bytes of a text column are no UTF-8; it has no code for it.
_NO_TEXT = "Could not decode to UTF-8"


@contextmanager
def named_errors(path: Path) -> Iterator[None]:
    """What SQLite raises inside becomes an exception of ours."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error):
            raise _ours(path, error.orig) or error from error
        raise
    except sqlite3.Error as error:
        raise _ours(path, error) or error from error
    except (JSONDecodeError, UnicodeDecodeError) as error:
        # We read no JSON inside but our own columns, and no bytes but what SQLite says of them.
        raise DamagedRecord(str(path)) from error


_OURS: dict[int, Callable[[str], OnRecordError]] = {
    sqlite3.SQLITE_BUSY: lambda where: StoreBusy(where, BUSY_SECONDS),
    sqlite3.SQLITE_LOCKED: lambda where: StoreBusy(where, BUSY_SECONDS),
    sqlite3.SQLITE_READONLY: ReadOnlyRecord,
    sqlite3.SQLITE_CORRUPT: DamagedRecord,
    sqlite3.SQLITE_NOTADB: NotARecord,
    sqlite3.SQLITE_FULL: lambda where: RecordError(where, "the disk is full: nothing was written"),
    sqlite3.SQLITE_CANTOPEN: lambda where: RecordError(where, "it cannot be opened"),
    sqlite3.SQLITE_IOERR: lambda where: RecordError(where, "the disk cannot be read or written"),
}


def _ours(path: Path, error: sqlite3.Error) -> OnRecordError | None:
    if str(error).startswith(_NO_TEXT):
        return DamagedRecord(str(path))
    made = _OURS.get(code_of(error))
    return made(str(path)) if made else None


def code_of(error: sqlite3.Error) -> int:
    """The primary result code: the low byte of the extended one."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
