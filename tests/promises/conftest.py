"""What the tests of promises share: a record made once, and a child to try it in."""

import io
import os
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import lent
import records
import steps


@pytest.fixture(autouse=True)
def own_settings(monkeypatch, tmp_path):
    """No settings of the machine that runs the tests."""
    for variable in [name for name in os.environ if name.startswith("ONRECORD_")]:
        monkeypatch.delenv(variable)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


@pytest.fixture(scope="session")
def papers(tmp_path_factory):
    """The manifest of the three papers."""
    return records.write_papers(tmp_path_factory.mktemp("papers"))


@pytest.fixture(scope="session")
def made_once(tmp_path_factory, papers):
    """The record of the three papers, closed. Copy it."""
    record = tmp_path_factory.mktemp("made") / "record.db"
    lent.know()
    # In this process: children find imported what they need.
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        assert records.command(record, "add", "--manifest", papers)() == 0
    return record


@pytest.fixture
def record(made_once, tmp_path):
    """A copy of that record, in a folder of its own."""
    return records.copied(made_once, tmp_path / "home")


@pytest.fixture
def onrecord(tmp_path):
    """Run one command on a record in a child: `onrecord(record, "undo").code`."""

    def run(record, *words, prepare=lambda: None, by="okafor"):
        return steps.run(records.command(record, *words, by=by), tmp_path / "scratch", prepare)

    return run
