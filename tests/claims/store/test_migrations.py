import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from store_material import shape, sql, told

from claims.errors import ReadOnlyRecord
from claims.store import Store, dialect, migrations, schema
from claims.store.rows import METADATA


@pytest.fixture
def old(tmp_path):
    """A record as it was before the first revision: ours by its mark, and empty."""
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {dialect.APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    return path


def test_a_migrated_record_has_the_schema_of_a_new_one(old, path):
    Store.open(path, create=True).close()
    Store.open(old).close()
    assert shape(old) == shape(path)
    assert (
        sql(old, "SELECT * FROM alembic_version")
        == sql(path, "SELECT * FROM alembic_version")
        == [(schema.CURRENT,)]
    )


def test_a_migrated_record_works(old):
    with closing(Store.open(old)) as store:
        said = told(store, "Word")
        assert store.value(said.id) == said
        assert store.verify().faults == ()


# It cannot compare the index of an expression; the shape of a new record above has it.
@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_alembic_finds_no_difference_between_the_tables_and_their_classes(store):
    with store._database.read() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": _is_ours})
        assert compare_metadata(context, METADATA) == []


def _is_ours(thing, name, kind, *_):
    return kind != "table" or not re.match(r"(quote|claim|document)_text", name)


def test_the_revisions_that_a_record_may_have_are_those_of_the_migrations():
    scripts = ScriptDirectory.from_config(migrations._config())
    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == schema.REVISIONS


def test_a_migration_that_fails_leaves_the_record_as_it_was(old, monkeypatch):
    before = sql(old, "SELECT * FROM sqlite_master")
    monkeypatch.setattr(migrations.command, "upgrade", _half_way)
    with pytest.raises(RuntimeError):
        Store.open(old)
    assert sql(old, "SELECT * FROM sqlite_master") == before


def _half_way(config, _):
    config.attributes["connection"].exec_driver_sql("CREATE TABLE half (x)")
    raise RuntimeError


def test_an_older_record_that_cannot_be_written_says_what_to_do(old):
    with pytest.raises(ReadOnlyRecord, match="open it once"):
        Store.open(old, read_only=True)


def test_before_a_migration_a_checked_copy_is_kept_and_a_second_attempt_keeps_the_first(store, path):
    said = told(store, "Word")
    migrations._keep_copy(store._database, "0001")
    copy = path.with_name("record.db.before-0001")
    assert sql(copy, "SELECT id FROM quote") == [(said.id,)]
    told(store, "Another", location="b.txt")
    migrations._keep_copy(store._database, "0001")
    assert sql(copy, "SELECT id FROM quote") == [(said.id,)]
    assert copy.stat().st_mode & 0o077 == 0


def test_opening_a_record_that_is_up_to_date_imports_no_alembic(path):
    Store.open(path, create=True).close()
    script = (
        "import sys; from claims.store import Store; Store.open(sys.argv[1]); print('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def test_migrations_are_found_where_the_package_lies():
    folder = Path(migrations.__file__).parent
    assert (folder / "env.py").is_file()
    assert (folder / "script.py.mako").is_file()
