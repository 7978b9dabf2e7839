import os
import sqlite3
import stat
import sys
import threading
from contextlib import closing, contextmanager

import pytest
from store_material import add_paper, note, sql, told

from claims.errors import (
    DamagedRecord,
    NewerRecord,
    NoSuchRecord,
    NotARecord,
    ReadOnlyRecord,
    RecordError,
    StoreBusy,
)
from claims.store import Store, failures, opening
from claims.views import Query


def test_a_new_record_is_for_its_owner_only_whatever_the_umask(tmp_path):
    before = os.umask(0o000)
    try:
        store = Store.open(tmp_path / "new" / "folder" / "record.db", create=True)
        told(store, "Word")
        files = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "new").rglob("*")}
        store.close()
    finally:
        os.umask(before)
    folders = {name: mode for name, mode in files.items() if name in ("folder", "record.db.files")}
    assert folders == {"folder": 0o700, "record.db.files": 0o700}
    assert {mode for name, mode in files.items() if name.startswith("record.db") and name not in folders} == {
        0o600
    }


def test_a_record_is_in_wal_mode_with_foreign_keys_and_a_wait_of_fifteen_seconds(store):
    with store._database.read() as connection:
        asked = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        ]
    assert asked == ["wal", 1, 15_000]


def test_a_record_opened_by_a_link_has_its_files_where_it_lies(tmp_path):
    with closing(Store.open(tmp_path / "far" / "record.db", create=True)) as store:
        told(store, "Word")
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "far" / "record.db")
    with closing(Store.open(link)) as store:
        assert store.verify().faults == ()
        told(store, "Another word")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["far", "link.db"]


def test_a_write_takes_the_lock_when_it_begins(store, path):
    with (
        store._database.write(),
        pytest.raises(sqlite3.OperationalError, match="locked"),
        closing(sqlite3.connect(path, timeout=0)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")


def test_what_was_written_is_there_when_the_record_is_opened_again(path):
    with closing(Store.open(path, create=True)) as store:
        said = told(store, "Word")
    with closing(Store.open(path)) as store:
        assert store.value(said.id) == said
    assert not path.with_name("record.db-wal").exists()


def test_where_there_is_no_record_none_is_made_unless_asked_for(path):
    for read_only in (False, True):
        with pytest.raises(NoSuchRecord):
            Store.open(path, read_only=read_only)
    assert not path.exists()


def test_an_empty_file_as_a_killed_process_leaves_it_is_no_record_yet_and_becomes_one(path):
    path.touch()
    with pytest.raises(NoSuchRecord):
        Store.open(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    with pytest.raises(NoSuchRecord):
        Store.open(path)
    with closing(Store.open(path, create=True)) as store:
        assert store.searched().documents == 0


@pytest.mark.parametrize(
    "content", [b"to whom it may concern", b"\x00" * 5000, b"SQLite format 2\x00" + b"x" * 5000]
)
def test_a_file_of_another_kind_is_no_record_and_is_not_touched(path, content):
    path.write_bytes(content)
    for create in (False, True):
        with pytest.raises(NotARecord):
            Store.open(path, create=create)
    assert path.read_bytes() == content
    assert [file.name for file in path.parent.iterdir()] == ["record.db"]


def test_the_database_of_another_program_is_no_record_and_is_not_touched(path):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE document (text)")
    before = path.read_bytes()
    for create in (False, True):
        with pytest.raises(NotARecord):
            Store.open(path, create=create)
    assert path.read_bytes() == before


def test_a_folder_is_no_record(tmp_path):
    with pytest.raises(NotARecord):
        Store.open(tmp_path, create=True)


def test_a_record_below_a_file_cannot_be_made(path):
    path.touch()
    with pytest.raises(RecordError):
        Store.open(path / "record.db", create=True)


def test_a_record_of_a_newer_program_is_refused_and_not_touched(path):
    Store.open(path, create=True).close()
    sql(path, "UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    with pytest.raises(NewerRecord):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_broken_page_anywhere_is_noticed_when_the_record_is_opened(path):
    with closing(Store.open(path, create=True)) as store:
        for number in range(20):
            add_paper(store, number)
    sql(path, "VACUUM")  # a free page that is broken harms nothing, and nothing says so
    whole = path.read_bytes()
    pages = len(whole) // 4096
    for page in range(1, pages, pages // 20):
        path.write_bytes(whole[: page * 4096] + b"\xa5" * 64 + whole[page * 4096 + 64 :])
        with pytest.raises(DamagedRecord):
            Store.open(path)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_record_that_was_cut_off_is_damaged(path, share):
    with closing(Store.open(path, create=True)) as store:
        for number in range(10):
            add_paper(store, number)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    with pytest.raises(DamagedRecord):
        Store.open(path)


def test_a_large_record_is_checked_only_after_it_was_not_closed(path, monkeypatch):
    checked = []
    monkeypatch.setattr(opening, "_ALWAYS_CHECKED", 0)
    monkeypatch.setattr(opening.dialect, "faults", lambda *_, **__: checked.append(1) or [])
    store = Store.open(path, create=True)
    told(store, "Word")
    Store.open(path).close()
    assert checked == [1]
    store.close()
    Store.open(path).close()
    assert checked == [1]


def test_a_wait_for_the_lock_that_is_too_long_is_an_error_that_says_so(path, monkeypatch):
    monkeypatch.setattr(failures, "BUSY_SECONDS", 0.05)
    with closing(Store.open(path, create=True)) as store, _locked(path):
        with pytest.raises(StoreBusy) as error:
            store.append(note("a" * 20, "Word"))
        assert error.value.exit_code == 4
        assert store.judgements() == []


@contextmanager
def _locked(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield


def test_readers_go_on_while_somebody_writes(store):
    said = told(store, "Word")
    with _locked(store.location):
        assert list(store.keys(Query("word"))) != []
        assert store.value(said.id) == said


def test_many_threads_read_and_write_at_once(store):
    failed = []

    def work(number):
        try:
            for place in range(5):
                told(store, f"Word {number} of {place}", location=f"{number}-{place}.txt")
                store.append(note("a" * 20, f"{number} {place}"))
                store.hits("quotes", store.keys(Query("word")))
        except Exception as error:  # noqa: BLE001
            failed.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []
    assert (store.searched().quotes, len(store.judgements())) == (40, 40)
    assert store.verify().faults == ()


def test_changed_is_another_number_after_every_write_of_anybody(store, path):
    seen = [store.changed]
    store.set_tags("a" * 20, ["pier"])
    seen.append(store.changed)
    with closing(Store.open(path)) as other:
        other.set_tags("b" * 20, ["pier"])
    seen.append(store.changed)
    assert len(set(seen)) == 3
    assert store.changed == seen[-1]


def test_processes_that_make_one_record_at_once_all_get_it(path):
    made = [_in_a_child(lambda: Store.open(path, create=True).close()) for _ in range(5)]
    assert [_exit_code(child) for child in made] == [0] * 5
    with closing(Store.open(path)) as store:
        assert store.verify().faults == ()


# -- read only --------------------------------------------------------------------------


def test_a_record_that_is_opened_to_be_read_is_not_written(path):
    with closing(Store.open(path, create=True)) as store:
        said = told(store, "Word")
    with closing(Store.open(path, read_only=True)) as store:
        assert store.read_only
        assert store.value(said.id) == said
        assert store.verify().faults == ()
        with pytest.raises(ReadOnlyRecord):
            store.append(note(said.id, "Word"))


NOBODY = 65534


def _as_nobody(work):
    """Run in a child without the rights of root, which no file mode stops; 0 if it did not raise."""

    def without_rights():
        if os.geteuid() == 0:
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        work()

    return _exit_code(_in_a_child(without_rights))


def _in_a_child(work):
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        except BaseException as error:  # noqa: BLE001
            sys.stderr.write(repr(error))
        finally:
            os._exit(1)
    return child


def _exit_code(child):
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture
def public(open_folder):
    """A record that everybody may read and nobody but root may write, with its folder."""
    folder = open_folder / "public"
    store = Store.open(folder / "record.db", create=True)
    said = told(store, "Word")
    store.close()
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield folder / "record.db", said
    folder.chmod(0o700)


def test_a_record_in_a_folder_without_write_access_can_be_read_and_says_that_it_cannot_be_written(public):
    path, said = public

    def read():
        store = Store.open(path)
        assert store.read_only
        assert store.value(said.id) == said
        assert list(store.keys(Query("word"))) != []
        assert store.verify().faults == ()
        with pytest.raises(ReadOnlyRecord):
            store.set_withdrawn(said.document, True)

    assert _as_nobody(read) == 0


def test_a_log_that_cannot_be_merged_is_not_passed_over_in_silence(public):
    path, _said = public
    path.with_name("record.db-wal").write_bytes(b"\0" * 5000)
    path.with_name("record.db-wal").chmod(0o444)

    def refused():
        with pytest.raises(RecordError, match="last changes"):
            Store.open(path)

    assert _as_nobody(refused) == 0


def test_a_record_cannot_be_made_in_a_folder_without_write_access(public):
    path, _ = public

    def refused():
        with pytest.raises(ReadOnlyRecord):
            Store.open(path.with_name("new.db"), create=True)

    assert _as_nobody(refused) == 0


def test_a_record_that_may_not_be_read_is_an_error_of_one_sentence(public):
    path, _ = public
    path.chmod(0o000)

    def refused():
        with pytest.raises(RecordError, match="cannot be opened"):
            Store.open(path)

    assert _as_nobody(refused) == 0


def test_a_full_disk_loses_nothing_and_says_so(store, path):
    said = told(store, "Word")
    with store._database.write() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    with pytest.raises(RecordError, match="disk is full"):
        _fill(store, pages)
    assert store.value(said.id) == said
    assert store.ids_tagged("x" * 500) == []
    assert store.verify().faults == ()


def _fill(store, pages):
    """Write until the database has no page left, as on a full disk."""
    with store._database.write() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        for number in range(1000):
            connection.exec_driver_sql("INSERT INTO tagging VALUES (?, ?)", ("x" * 500, str(number)))
