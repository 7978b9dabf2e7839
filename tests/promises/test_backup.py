"""A backup comes back equal in everything, and replaces nothing for good (RELIABILITY section 3, Zotero's rules)."""

import os
import shutil
import sqlite3
from contextlib import closing

import pytest
from records import MARK, command, copied, faults, files, holding
from steps import run


@pytest.fixture(scope="module")
def decided_once(made_once, tmp_path_factory):
    """The record of the papers with every kind of decision, a problem, and a document out of sight."""
    folder = tmp_path_factory.mktemp("decided")
    record = copied(made_once, folder / "home")

    def onrecord(record, *words, by="okafor"):
        return run(command(record, *words, by=by), folder / "scratch")

    held = holding(record)
    quote, document = held["quotes"][0][0], held["documents"][0][0]
    hidden = next(one[0] for one in held["documents"] if MARK in one[2])
    for words in (
        ["correct", quote, "speaker", "Ines Carrow"],
        [
            "judge",
            held["findings"][0][0],
            "dismissed",
            "--reason",
            "update",
            "--note",
            "ask the harbor office",
        ],
        ["tag", quote, "pier"],
        ["note", document, "=1+1 is no formula here"],
        ["record", document, "27", "60"],
        ["undo"],
        ["redo"],
        ["withdraw", hidden],
    ):
        ended = onrecord(record, *words)
        assert ended.code == 0, ended.err
    assert onrecord(record, "note", quote, "mine", by="vega").code == 0
    (record.parent / "odd.bin").write_bytes(b"\x00\x01\x02")
    assert onrecord(record, "add", record.parent / "odd.bin").code == 1
    return record


@pytest.fixture
def decided(decided_once, tmp_path):
    """A copy of that record, in a folder of its own."""
    return copied(decided_once, tmp_path / "home")


def everything(record, onrecord):
    """All that every command prints of it, and the bytes that were kept."""
    said = {
        words: onrecord(record, *words.split()).out
        for words in (
            "history --json",
            "audit --json",
            "duplicates --json",
            "export --format csv",
            "problems",
            "verify",
        )
    }
    kept = record.with_name(record.name + ".files")
    raw = {path.name: path.read_bytes() for path in files(kept)}
    return holding(record), said, raw


def test_what_comes_back_is_equal_in_everything(decided, onrecord, tmp_path):
    assert onrecord(decided, "backup", tmp_path / "copy.zip").code == 0
    again = tmp_path / "again" / "other.db"
    assert onrecord(again, "restore", tmp_path / "copy.zip").code == 0
    assert everything(again, onrecord) == everything(decided, onrecord)
    assert onrecord(again, "undo").code == 0
    assert onrecord(again, "redo").code == 0
    assert faults(again) == []


def test_a_restore_over_a_record_keeps_the_one_that_was_there_whole(decided, made_once, onrecord, tmp_path):
    before = everything(decided, onrecord)
    assert onrecord(made_once, "backup", tmp_path / "copy.zip").code == 0
    for name in ("record.db.replaced", "record.db.replaced-2"):
        assert onrecord(decided, "restore", tmp_path / "copy.zip", "--replace").code == 0
        assert decided.with_name(name).exists()
    assert holding(decided) == holding(made_once)
    replaced = decided.with_name("record.db.replaced")
    assert decided.stat().st_nlink == replaced.stat().st_nlink == 1
    shutil.copytree(decided.with_name("record.db.files"), decided.with_name("record.db.replaced.files"))
    assert everything(replaced, onrecord) == before


def test_one_may_read_a_restored_record_while_another_writes_to_it(decided, onrecord, tmp_path):
    assert onrecord(decided, "backup", tmp_path / "copy.zip").code == 0
    again = tmp_path / "again.db"
    assert onrecord(again, "restore", tmp_path / "copy.zip").code == 0
    with (
        closing(sqlite3.connect(again, isolation_level=None, timeout=0)) as reader,
        closing(sqlite3.connect(again, isolation_level=None, timeout=0)) as writer,
    ):
        reader.execute("BEGIN")
        count = reader.execute("SELECT count(*) FROM tagging").fetchone()
        writer.execute("INSERT INTO tagging VALUES ('pier', 'x')")
        assert reader.execute("SELECT count(*) FROM tagging").fetchone() == count


@pytest.mark.parametrize("name", ["record.db-wal", "record.db-shm", "record.db-journal"])
def test_a_log_that_was_left_behind_is_not_read_into_a_restored_record(decided, onrecord, tmp_path, name):
    """Somebody removed the database and not the files beside it, or it was broken."""
    held = holding(decided)
    assert onrecord(decided, "backup", tmp_path / "copy.zip").code == 0
    left = _log_of_other_changes(decided) if name.endswith("-wal") else os.urandom(40_000)
    for broken in (False, True):
        if broken:
            decided.write_bytes(b"SQLite format 3\0" + os.urandom(9000))
        else:
            decided.unlink()
        decided.with_name(name).write_bytes(left)
        words = ["--replace"] if broken else []
        ended = onrecord(decided, "restore", tmp_path / "copy.zip", *words)
        assert ended.code == 0, ended.err
        assert (faults(decided), holding(decided)) == ([], held)
        assert any(path.read_bytes() == left for path in decided.parent.glob("record.db.replaced*"))


def _log_of_other_changes(record):
    """A write-ahead log that fits these pages, with changes that were never merged."""
    with closing(sqlite3.connect(record, isolation_level=None)) as database:
        for n in range(200):
            database.execute("INSERT INTO tagging VALUES (?, ?)", (f"word{n}" * 20, "x" * 20))
        return record.with_name("record.db-wal").read_bytes()
