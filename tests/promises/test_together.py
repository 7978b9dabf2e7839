"""Several programs write to one record at once (RELIABILITY section 3, "2 TUIs + ingest")."""

import os
import signal
import sqlite3
import time
from collections import Counter

import pytest
from records import command, faults, holding
from steps import finish, run, start

from claims import Ledger
from claims.store import failures

EACH = 100


def deciding(record, by):
    """What an app does: it stays open and writes one decision after another."""

    def work():
        with Ledger.open(record, by=by) as ledger:
            subject = ledger.documents()[0].id
            for n in range(EACH):
                ledger.note(subject, f"{by} asked {n}")

    return work


@pytest.mark.slow
def test_two_apps_and_an_add_write_a_hundred_times_each_and_nothing_is_lost(record, tmp_path):
    stories = tmp_path / "stories"
    stories.mkdir()
    for n in range(EACH):
        (stories / f"{n:03}.txt").write_text(f"Notice {n}\n\nThe harbor office is closed.\n")
    scratch = tmp_path / "scratch"
    children = [start(deciding(record, by), scratch) for by in ("vega", "okafor")]
    children.append(start(command(record, "add", stories), scratch))
    ended = [finish(child) for child in children]
    assert [(one.code, "Traceback" in one.err) for one in ended] == [(0, False)] * 3, ended
    made = holding(record)
    assert Counter(one[4] for one in made["decisions"]) == {"vega": EACH, "okafor": EACH}
    assert len(made["documents"]) == 3 + EACH
    assert faults(record) == []


@pytest.fixture
def locked(record, tmp_path):
    """The record while another program holds its write lock; `locked()` lets go of it."""
    ready = tmp_path / "ready"

    def hold():
        connection = sqlite3.connect(record, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        ready.touch()
        time.sleep(60)

    child = start(hold, tmp_path / "scratch")
    while not ready.exists():
        time.sleep(0.01)

    held = [child]

    def let_go():
        os.kill(held[0].id, signal.SIGKILL)
        finish(held.pop())

    yield let_go
    if held:
        let_go()


def _patient(seconds):
    """Wait for so long at most, instead of 15 s."""

    def shorten():
        failures.BUSY_SECONDS = seconds

    return shorten


@pytest.mark.parametrize("words", [["note", "DOCUMENT", "ask the harbor office"], ["rebuild"], ["undo"]])
def test_a_lock_that_is_held_too_long_is_said_and_exits_4(record, locked, tmp_path, words):
    document = holding(record)["documents"][0][0]
    words = [document if word == "DOCUMENT" else word for word in words]
    if words == ["undo"]:
        words = ["tag", document, "pier"]
    ended = run(command(record, *words), tmp_path / "scratch", _patient(0.2))
    assert (ended.code, ended.out) == (4, "")
    assert ended.err == f"onrecord: {record}: another program has been writing for 0 s: try again\n"
    locked()
    assert run(command(record, *words), tmp_path / "scratch").code == 0
    assert faults(record) == []


def test_reading_goes_on_while_another_program_writes(record, locked, tmp_path):
    for words in (["search", "fishing"], ["audit"], ["export"]):
        ended = run(command(record, *words), tmp_path / "scratch", _patient(0.2))
        assert (ended.code, bool(ended.out)) == (0, True), ended.err


def test_who_waits_is_told_so_and_goes_on_when_the_lock_is_free(record, locked, tmp_path):
    document = holding(record)["documents"][0][0]
    child = start(command(record, "note", document, "ask the harbor office"), tmp_path / "scratch")
    while "waiting" not in child.err.read_text():
        time.sleep(0.02)
        assert os.waitpid(child.id, os.WNOHANG) == (0, 0)
    locked()
    ended = finish(child)
    assert ended.code == 0
    assert ended.err.startswith("onrecord: another program is writing to the record; waiting")
    assert len(holding(record)["decisions"]) == 1


def test_who_need_not_wait_is_told_nothing(record, tmp_path):
    document = holding(record)["documents"][0][0]
    ended = run(command(record, "note", document, "ask the harbor office"), tmp_path / "scratch")
    assert "waiting" not in ended.err
