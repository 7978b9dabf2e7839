"""From a path to an open database: made if asked for, recognised, checked, brought up to date."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from sqlite3 import Connection, DatabaseError

from claims.errors import (
    DamagedRecord,
    NewerRecord,
    NoSuchRecord,
    NotARecord,
    ReadOnlyRecord,
    RecordError,
)
from claims.store import dialect, failures, schema
from claims.store.database import Database
from claims.store.files import make_folder

# A record up to this size is checked at every opening (45 ms of CPU for 29 MB, measured
# when this was set); a larger one only if its last writer did not close it.
_ALWAYS_CHECKED = 16 * 2**20


def open_database(path: Path, *, create: bool, read_only: bool) -> Database:
    """The record at a path; read-only where its file or folder cannot be written.

    Raises:
        NoSuchRecord, NotARecord, NewerRecord, DamagedRecord, ReadOnlyRecord, StoreBusy.
    """
    if _is_nothing(path):
        if read_only or not create:
            raise NoSuchRecord(str(path))
        return _make(path)
    read_only = read_only or not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    revision = _revision(path)
    if revision is None:
        if read_only or not create:
            raise NoSuchRecord(str(path))
        return _make(path)
    if not read_only and not dialect.is_shared(path):
        # It comes from a backup, or a restore was killed just before it replaced this one.
        with failures.named_errors(path):
            dialect.share(path)
    database = Database(path, read_only=read_only)
    if revision != schema.CURRENT:
        _bring_up(database, revision)
    return database


def recognise(path: Path) -> None:
    """Is it a record that this program can read, or bring up to date? Nothing is changed.

    Raises:
        NotARecord, NewerRecord, DamagedRecord.
    """
    if _is_nothing(path) or _revision(path) is None:
        raise NotARecord(str(path))


def followed(path: Path) -> Path:
    """The file that a link to a record names: beside that one lie its log and its snapshots."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def files_of(path: Path) -> Path:
    """Where the snapshots of a record lie."""
    return path.with_name(path.name + ".files")


def _is_nothing(path: Path) -> bool:
    """Is there no file, or an empty one, as a process leaves it that was killed while making it?"""
    try:
        if path.is_dir():
            raise NotARecord(str(path), "this is a folder, not a record")
        return path.stat().st_size == 0
    except FileNotFoundError:
        return True
    except OSError as error:
        raise RecordError(str(path), f"it cannot be opened ({error.strerror})") from error


def _make(path: Path) -> Database:
    try:
        make_folder(path.parent)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        path.chmod(0o600)
        make_folder(files_of(path))
    except OSError as error:
        raise ReadOnlyRecord(str(path), f"a record cannot be made here ({error.strerror})") from error
    with failures.named_errors(path):
        dialect.share(path)
    database = Database(path, read_only=False)
    with database.write(durable=True) as connection:
        # Another process may have been quicker, before we had the write lock.
        if not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar():
            schema.create(connection)
    return database


def _revision(path: Path) -> str | None:
    """The revision of a record; "" before the first; None if the database is empty and nobody's.

    Raises:
        NotARecord, DamagedRecord, NewerRecord.
    """
    try:
        foreign = not dialect.is_sqlite(path)
    except OSError as error:
        raise RecordError(str(path), f"it cannot be opened ({error.strerror})") from error
    if foreign:
        raise NotARecord(str(path))
    with failures.named_errors(path), closing(dialect.connect_to_look(path)) as connection:
        return _recognised(path, connection)


def _recognised(path: Path, connection: Connection) -> str | None:
    try:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        if not dialect.is_marked(connection):
            if tables:
                raise NotARecord(str(path))
            return None
        if _is_suspect(path) and (found := dialect.faults(connection, quick=True)):
            raise DamagedRecord(str(path)) from DatabaseError(found[0])
        return _stored_revision(path, connection, tables)
    except DatabaseError as error:
        if dialect.is_damage(error):
            raise DamagedRecord(str(path)) from error
        raise


def _stored_revision(path: Path, connection: Connection, tables: set[str]) -> str:
    if "alembic_version" not in tables:
        return ""
    row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    revision = str(row[0]) if row else ""
    if revision and revision not in schema.REVISIONS:
        raise NewerRecord(str(path))
    return revision


def _is_suspect(path: Path) -> bool:
    log = path.with_name(path.name + "-wal")
    return path.stat().st_size <= _ALWAYS_CHECKED or (log.exists() and log.stat().st_size > 0)


def _bring_up(database: Database, revision: str) -> None:
    if database.read_only:
        why = "an older OnRecord wrote this record: open it once where it can be written"
        raise ReadOnlyRecord(str(database.path), why)
    from claims.store.migrations import upgrade  # Alembic takes 0.3 s to import

    upgrade(database, revision)
