"""A record is its file and its folder of kept bytes: it can be moved, copied and named freely."""

import os
import shutil
import sqlite3
from contextlib import closing

import pytest
from records import command, copied, faults, holding
from steps import finish, start

from claims import Ledger
from claims.errors import DamagedRecord

NAMES = ["50% off why?", "no#1 a%20b&mode=ro", 'Müller-Große 市 "it\'s"', "-ends."]


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_a_name(papers, tmp_path, onrecord, made_once, name):
    record = tmp_path / name / f"{name}.db"
    assert onrecord(record, "add", "--manifest", papers).code == 0
    document = holding(record)["documents"][0][0]
    assert onrecord(record, "note", document, "ask the harbor office").code == 0
    assert onrecord(record, "backup", tmp_path / name / "copy.zip").code == 0
    again = tmp_path / name / f"again {name}.db"
    assert onrecord(again, "restore", tmp_path / name / "copy.zip").code == 0
    assert (faults(again), holding(again)) == ([], holding(record))
    made = {path.name for path in (tmp_path / name).iterdir()}
    assert made == {one.name + end for one in (record, again) for end in ("", ".files")} | {"copy.zip"}
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(name[:1])] == [name]


def test_a_record_that_was_moved_with_its_folder_is_the_same_record(record, tmp_path, onrecord):
    held = holding(record)
    (tmp_path / "far").mkdir()
    moved = record.parent.rename(tmp_path / "far" / "away") / record.name
    assert (faults(moved), holding(moved)) == ([], held)
    assert onrecord(moved, "rebuild").code == 0
    assert holding(moved) == held


def test_a_record_that_was_copied_without_its_log_holds_what_was_merged(record, tmp_path):
    """Somebody copied the file alone while the app was open: the copy is older, and whole."""
    held = holding(record)
    with Ledger.open(record, by="okafor") as ledger:
        ledger.note(held["documents"][0][0], "ask the harbor office")
        assert record.with_name("record.db-wal").stat().st_size > 0
        (tmp_path / "copy").mkdir()
        copy = shutil.copy(record, tmp_path / "copy" / "record.db")
        shutil.copytree(record.with_name("record.db.files"), tmp_path / "copy" / "record.db.files")
    assert (faults(copy), holding(copy)) == ([], held)
    assert len(holding(record)["decisions"]) == 1


def test_an_older_copy_beside_a_newer_log_is_whole_or_said_to_be_damaged(record, tmp_path):
    older = record.read_bytes()
    held = holding(record)
    with Ledger.open(record, by="okafor") as ledger:
        for n in range(40):
            ledger.note(held["documents"][0][0], f"ask the harbor office {n}")
        log = record.with_name("record.db-wal").read_bytes()
    home = tmp_path / "mixed"
    mixed = copied(record, home)
    for size in (len(log), len(log) // 2, 5000):
        mixed.write_bytes(older)
        mixed.with_name("record.db-wal").write_bytes(log[:size])
        try:
            found = faults(mixed)
        except DamagedRecord:
            found = ["damaged"]
        if found:
            assert mixed.read_bytes() == older
        else:
            assert set(holding(mixed)["decisions"]) <= set(holding(record)["decisions"])


@pytest.mark.parametrize("words", [["add", "--manifest"], []], ids=["adding", "opening"])
def test_processes_that_make_one_record_at_once_make_one(papers, tmp_path, made_once, words):
    record = tmp_path / "new" / "record.db"

    def opened():
        Ledger.open(record, create=True).close()

    work = command(record, *words, papers) if words else opened
    ended = [finish(child) for child in [start(work, tmp_path / "scratch") for _ in range(4)]]
    assert [(one.code, "Traceback" in one.err) for one in ended] == [(0, False)] * 4, ended
    assert faults(record) == []
    if words:
        assert holding(record) == holding(made_once)


def test_a_stale_shared_memory_file_does_no_harm(record):
    held = holding(record)
    record.with_name("record.db-shm").write_bytes(os.urandom(32_768))
    assert (faults(record), holding(record)) == ([], held)
    with closing(sqlite3.connect(record)) as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
