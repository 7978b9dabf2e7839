"""A record is for its owner only, whatever the umask (RELIABILITY section 3, "File rights")."""

import multiprocessing
import os
import sqlite3
import stat
from contextlib import closing

import pytest
from records import command, holding
from steps import finish, run, start


def modes(home):
    """Folders and files that others may enter, read or write."""
    open_ = {path.name: oct(stat.S_IMODE(path.stat().st_mode)) for path in [home, *home.rglob("*")]}
    return {name: mode for name, mode in open_.items() if mode not in ("0o700", "0o600")}


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_every_file_of_a_record_is_for_its_owner_only(papers, tmp_path, umask):
    home = tmp_path / "new" / "home"
    record = home / "record.db"
    go = tmp_path / "go"

    def everything():
        """All in one process, which keeps the record open to the end."""
        os.umask(umask)
        assert command(record, "add", "--manifest", papers)() == 0
        with closing(sqlite3.connect(record)) as reader:
            reader.execute("SELECT count(*) FROM sqlite_master").fetchone()
            subject = holding(record)["documents"][0][0]
            assert command(record, "note", subject, "ask the harbor office")() == 0
            assert command(record, "backup", home / "copy.zip")() == 0
            assert command(home / "there" / "again.db", "restore", home / "copy.zip")() == 0
            go.touch()
            signalled.wait()

    signalled = multiprocessing.Event()
    child = start(everything, tmp_path / "scratch")
    while not go.exists():
        if os.waitid(os.P_PID, child.id, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            break
    names = {path.name for path in home.rglob("*")}
    found = modes(home)
    signalled.set()
    ended = finish(child)
    assert ended.code == 0, ended.err
    assert {"record.db", "record.db-wal", "record.db-shm", "copy.zip", "again.db"} <= names
    assert found == {}
    assert run(command(record, "restore", home / "copy.zip", "--replace"), tmp_path / "scratch").code == 0
    assert modes(home) == {}
