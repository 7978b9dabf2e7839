"""A document that was destroyed is in no file of the record (ARCHITECTURE, "withdraw --purge")."""

import os
import signal
import sqlite3
import time
from zipfile import ZipFile

import pytest
from records import MARK, faults, files, holding
from steps import finish, killed_at, start

from claims.store import failures


@pytest.fixture
def marked(record, onrecord):
    """The document with the marked word; it was written about, corrected and rebuilt, so that traces lie anywhere."""
    held = holding(record)
    document = next(one[0] for one in held["documents"] if MARK in one[2])
    quote = next(one[0] for one in held["quotes"] if MARK in one[1])
    assert onrecord(record, "tag", quote, "pier").code == 0
    assert onrecord(record, "rebuild").code == 0
    return document


def traces(home):
    """Files that hold the marked word, in any of the encodings in which a file might."""
    words = [MARK.encode(coding) for coding in ("utf-8", "utf-16-le", "utf-16-be")]
    words += [MARK.upper().encode(), MARK[:6].encode()]
    return [path.name for path in files(home) if any(word in path.read_bytes() for word in words)]


def purge(onrecord, record, document):
    return onrecord(record, "withdraw", document, "--purge", "--yes")


def test_no_file_of_the_record_holds_a_word_of_it(record, marked, onrecord):
    assert set(traces(record.parent)) != set()
    assert purge(onrecord, record, marked).code == 0
    assert traces(record.parent) == []
    assert faults(record) == []
    assert onrecord(record, "history").code == 0
    assert onrecord(record, "search", MARK).out == ""
    assert onrecord(record, "search", "--kind", "text", MARK).out == ""


def test_also_what_killed_commands_had_left(record, marked, onrecord, papers, tmp_path):
    wire = papers.with_name("wire.txt")
    snapshot = next(path for path in files(record.with_name("record.db.files")) if MARK in path.read_text())
    snapshot.unlink()
    lines = "path,source,kind,date\nwire.txt,Coastal Wire,agency,2031-03-04\n"
    (wire.parent / "wire.csv").write_text(lines)
    add = ["add", "--manifest", wire.parent / "wire.csv"]
    for number in range(20):  # until one was killed between writing the copy and giving it its name
        onrecord(record, *add, prepare=killed_at(number, record.parent))
        if any(path.name.startswith(".") for path in files(record.parent)):
            break
    assert [name for name in traces(record.parent) if name.startswith(".")] != []
    assert onrecord(record, *add).code == 0
    assert purge(onrecord, record, marked).code == 0
    assert traces(record.parent) == []


def test_a_backup_made_later_does_not_hold_it(record, marked, onrecord, tmp_path):
    assert purge(onrecord, record, marked).code == 0
    assert onrecord(record, "backup", tmp_path / "copy.zip").code == 0
    with ZipFile(tmp_path / "copy.zip") as archive:
        archive.extractall(tmp_path / "opened")
    assert traces(tmp_path / "opened") == []
    assert onrecord(tmp_path / "again" / "record.db", "restore", tmp_path / "copy.zip").code == 0
    assert holding(tmp_path / "again" / "record.db") == holding(record)


def test_adding_the_same_bytes_does_not_bring_it_back(record, marked, onrecord, papers):
    assert purge(onrecord, record, marked).code == 0
    held = holding(record)
    onrecord(record, "add", "--manifest", papers)
    onrecord(record, "rebuild")
    assert traces(record.parent) == []
    assert {**holding(record), "documents": []} == {**held, "documents": []}
    assert faults(record) == []


def test_while_another_program_reads_what_is_older_it_is_not_said_to_be_gone(
    record, marked, onrecord, tmp_path
):
    ready = tmp_path / "ready"

    def read():
        connection = sqlite3.connect(record, isolation_level=None)
        connection.execute("BEGIN")
        connection.execute("SELECT count(*) FROM document").fetchone()
        ready.touch()
        time.sleep(60)

    def impatient():
        failures.BUSY_SECONDS = 0.2

    reader = start(read, tmp_path / "scratch")
    while not ready.exists():
        time.sleep(0.01)
    ended = onrecord(record, "withdraw", marked, "--purge", "--yes", prepare=impatient)
    os.kill(reader.id, signal.SIGKILL)
    finish(reader)
    assert ended.code == 4
    assert ended.err.count("\n") == 1
    assert purge(onrecord, record, marked).code == 0
    assert traces(record.parent) == []
    assert faults(record) == []
