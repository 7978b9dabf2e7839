"""Brings a record of an older OnRecord up to date, in one transaction, after a checked copy.

Only imported for a record that is behind: Alembic takes 0.3 s. A new revision is a
file in `versions`, its name added to `claims.store.schema.REVISIONS`, and the
same change in `claims.store.rows`; a test compares the two.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from claims.errors import DamagedRecord
from claims.store import dialect
from claims.store.database import Database


def upgrade(database: Database, revision: str) -> None:
    """Run what lies between a revision ("" before the first) and the newest.

    A copy is kept beside the record as NAME.before-REVISION; a copy that is there
    from an attempt before stays as it is.

    Raises:
        DamagedRecord: the copy fails its check; the record was not touched.
    """
    if revision:
        _keep_copy(database, revision)
    with database.write(durable=True) as connection:
        command.upgrade(_config(connection), "head")


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    # Alembic reads % as the start of a placeholder.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _keep_copy(database: Database, revision: str) -> None:
    kept = database.path.with_name(f"{database.path.name}.before-{revision}")
    if kept.exists():
        return
    part = kept.with_name(kept.name + ".part")
    part.unlink(missing_ok=True)
    part.touch(0o600)
    database.copy_to(part)
    with closing(dialect.connect_to_look(part)) as connection:
        if dialect.faults(connection, quick=True):
            raise DamagedRecord(str(database.path))
    part.replace(kept)
