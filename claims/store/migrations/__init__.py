"""Brings a record of an older OnRecord up to date, one transaction a step, after a checked copy.

Only imported for a record that is behind: Alembic takes 0.3 s. A new revision is a
file in `versions`, its name added to `claims.store.schema.REVISIONS`, and the
same change in `claims.store.rows`; tests compare the two, and open a record of every
revision that was released (`tests/data/records`).
"""

from __future__ import annotations

import os
from contextlib import closing, suppress
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from claims.errors import DamagedRecord, RecordError
from claims.store import dialect, schema
from claims.store.database import Database
from claims.store.files import sync


def upgrade(database: Database, revision: str) -> None:
    """Run what lies between a revision ("" before the first) and the newest.

    Each step is in whole or not at all, with its name; what was killed goes on at the
    next opening. Of several processes that open one record each step is done by one,
    and the others wait for it.

    A copy of the record as it was is kept beside it as NAME.before-REVISION; one that
    is there from an attempt before stays as it is.

    Raises:
        DamagedRecord: the copy fails its check; the record was not touched.
        RecordError: the disk is full, or the copy cannot be written.
        StoreBusy: another process takes longer than one waits for a lock.
    """
    steps = schema.REVISIONS
    first = steps.index(revision) + 1 if revision else 0
    for number in range(first, len(steps)):
        before = steps[number - 1] if number else ""
        with database.write(durable=True) as connection:
            if _revision(connection) != before:
                continue
            if revision and number == first:
                _keep_copy(database, revision)
            command.upgrade(_config(connection), steps[number])


def _revision(connection: Connection) -> str:
    return connection.exec_driver_sql("SELECT max(version_num) FROM alembic_version").scalar() or ""


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    # Alembic reads % as the start of a placeholder.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _keep_copy(database: Database, revision: str) -> None:
    """Call it with the write lock held, so that nobody else makes one or goes a step further."""
    kept = database.path.with_name(f"{database.path.name}.before-{revision}")
    part = kept.with_name(kept.name + ".part")
    if kept.exists():
        return
    try:
        part.unlink(missing_ok=True)
        part.touch(0o600)
        database.copy_to(part)
        _publish(database, part, kept)
    except OSError as error:
        why = f"it was not brought up to date: a copy beside it cannot be written ({error.strerror})"
        raise RecordError(str(database.path), why) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _publish(database: Database, part: Path, kept: Path) -> None:
    with closing(dialect.connect_to_look(part)) as connection:
        if dialect.faults(connection, quick=True):
            raise DamagedRecord(str(database.path))
    with part.open("rb") as file:
        os.fsync(file.fileno())
    part.replace(kept)
    sync(kept.parent)
