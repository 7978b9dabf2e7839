"""A record is brought up to date while things go wrong: it is the old one or the new one, never between."""

import os
import resource
import signal
from contextlib import closing

import pytest
from released import ARCHIVES, unpacked
from sqlalchemy import Engine, event
from store_material import sql

from claims.errors import RecordError
from claims.store import Store, dialect, schema

OLD, NEW = schema.REVISIONS[0], schema.CURRENT
KILLS = 24


@pytest.fixture
def old(tmp_path):
    return unpacked(ARCHIVES[0], tmp_path / "old.db")


def revision(path):
    ((found,),) = sql(path, "SELECT version_num FROM alembic_version")
    return found


def tables(path):
    return sql(path, "SELECT name, sql FROM sqlite_master ORDER BY name")


def opened(path):
    """Open a record, look at all of it, and say which quotes it holds."""
    with closing(Store.open(path)) as store:
        assert store.verify().faults == ()
    return sql(path, "SELECT id, text FROM quote ORDER BY id")


# -- killed -----------------------------------------------------------------------------


def test_killed_at_any_statement_it_is_brought_up_to_date_at_the_next_opening(old, tmp_path):
    at = {revision(path): tables(path) for path in _at_every_revision(tmp_path)}
    quotes = sql(old, "SELECT id, text FROM quote ORDER BY id")
    statements = _statements_of_a_migration(tmp_path)
    assert statements > KILLS
    points = sorted({1, 2, statements, *range(5, statements, statements // KILLS)})
    for point in points:
        path = unpacked(ARCHIVES[0], tmp_path / f"killed-{point}.db")
        assert _in_child(lambda at=path, after=point: _open(at, after)) == -signal.SIGKILL
        assert tables(path) == at[revision(path)]
        assert opened(path) == quotes
        assert revision(path) == NEW
        assert revision(tmp_path / f"{path.name}.before-{OLD}") == OLD


def test_a_record_that_is_killed_again_and_again_loses_nothing(old, tmp_path):
    quotes = sql(old, "SELECT id, text FROM quote ORDER BY id")
    statements = _statements_of_a_migration(tmp_path)
    kills = [
        _in_child(lambda after=point: _open(old, after)) for point in range(3, statements, statements // 6)
    ]
    # A step that is done stays done: the last openings have less before them.
    assert kills[0] == -signal.SIGKILL
    assert {*kills} <= {-signal.SIGKILL, 0}
    assert opened(old) == quotes


def test_killed_after_the_last_statement_it_is_one_or_the_other(old):
    assert _in_child(lambda: _open(old, None)) == -signal.SIGKILL
    assert revision(old) == NEW
    assert opened(old)


def _at_every_revision(tmp_path):
    """A record brought up step by step: its copies, one for each revision but the newest."""
    for number in range(1, len(schema.REVISIONS)):
        path = unpacked(ARCHIVES[0], tmp_path / f"step-{number}.db")
        with pytest.MonkeyPatch.context() as until:
            until.setattr(schema, "REVISIONS", schema.REVISIONS[:number])
            until.setattr(schema, "CURRENT", schema.REVISIONS[number - 1])
            Store.open(path).close()
        yield path


def _statements_of_a_migration(tmp_path):
    """How many statements a process runs that is not killed."""
    path, counter = unpacked(ARCHIVES[0], tmp_path / "counted.db"), tmp_path / "count"
    assert _in_child(lambda: counter.write_text(str(_open(path, 10**9)))) == 0
    return int(counter.read_text())


def _open(path, kill_after):
    """Open a record; the process dies at a statement, or for None once it is open."""
    seen = 0

    @event.listens_for(Engine, "before_cursor_execute")
    def count(*_):
        nonlocal seen
        seen += 1
        if seen == kill_after:
            os.kill(os.getpid(), signal.SIGKILL)

    store = Store.open(path)
    if kill_after is None:
        os.kill(os.getpid(), signal.SIGKILL)
    store.close()
    return seen


def _in_child(run):
    """Exit status of a forked process, negative for a signal."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            run()
            status = 0
        finally:
            os._exit(status)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


# -- several processes ------------------------------------------------------------------


def test_of_processes_that_open_an_old_record_at_once_one_brings_it_up_to_date(old, tmp_path):
    quotes = sql(old, "SELECT id, text FROM quote ORDER BY id")
    children = []
    for _ in range(4):
        child = os.fork()
        if child == 0:
            os._exit(0 if opened(old) == quotes else 1)
        children.append(child)
    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * 4
    (kept,) = tmp_path.glob("old.db.before-*")
    assert revision(kept) == OLD
    assert list(tmp_path.glob("*.part")) == []


# -- a full disk ------------------------------------------------------------------------


def _with_files_up_to(size, path):
    """In a process whose files may not grow past a size: the sentence of the error."""
    reader, writer = os.pipe()

    def run():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        try:
            Store.open(path)
        except RecordError as error:
            os.write(writer, str(error).encode())

    assert _in_child(run) == 0
    os.close(writer)
    with os.fdopen(reader) as said:
        return said.read()


def test_where_the_copy_finds_no_room_the_record_is_not_touched(old, tmp_path):
    dialect.share(old)
    before = old.read_bytes()
    assert "the disk cannot be read or written" in _with_files_up_to(100_000, old)
    assert revision(old) == OLD
    assert old.read_bytes() == before
    assert list(tmp_path.glob("*.before-*")) == []
    assert opened(old)


def test_where_the_step_finds_no_room_the_record_is_the_old_one(old, tmp_path):
    quotes = sql(old, "SELECT id, text FROM quote ORDER BY id")
    assert _in_child(lambda: _open(old, _AFTER_THE_COPY)) == -signal.SIGKILL
    assert [file.name for file in tmp_path.glob("*.before-*")] == [f"old.db.before-{OLD}"]
    assert "the disk cannot be read or written" in _with_files_up_to(100_000, old)
    assert revision(old) == OLD
    assert opened(old) == quotes


# The copy is made by a connection of its own, before the first statement of a step.
_AFTER_THE_COPY = 10


def test_a_copy_that_cannot_be_written_is_named(old, tmp_path):
    (tmp_path / f"old.db.before-{OLD}.part").mkdir()
    with pytest.raises(RecordError, match="a copy beside it cannot be written"):
        Store.open(old)
    assert revision(old) == OLD


# -- steps ------------------------------------------------------------------------------


def test_each_step_is_a_transaction_of_its_own_so_that_a_later_one_may_fail_alone(old, monkeypatch):
    steps = (*schema.REVISIONS, "later")
    monkeypatch.setattr(schema, "REVISIONS", steps)
    monkeypatch.setattr(schema, "CURRENT", "later")
    with pytest.raises(Exception, match="later"):
        Store.open(old)
    monkeypatch.undo()
    assert revision(old) == NEW
    assert opened(old)
