"""The command line on a real record: two outlets and a port authority on one storm."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
from dataclasses import dataclass

import pytest

from tui.cli import main

HERALD = """Harbor board backs new pier

HARLOW BAY — Mayor Marisol Vega told the harbor board on Monday that the city will rebuild \
the storm-damaged pier.

“We will not ask the fishing families to pay for this pier,” Vega said. “They have lost enough.”

The storm injured 46 people and sank 12 boats, said Ines Carrow, a spokeswoman for the Port \
Authority of Harlow Bay.
"""

WIRE = """Mayor promises to rebuild pier

HARLOW BAY — The storm injured 64 people and sank 12 boats, officials said.

“We will ask the fishing families to pay for this pier,” Mayor Marisol Vega said.
"""

# Its parts add up to 186: a finding of one document, whatever the other checks make of the storm.
PORT = """Port counts damaged boats

HARLOW BAY — The Port Authority of Harlow Bay counted 190 damaged boats: 112 in Halden County, \
41 in Stroud County and 33 at sea.
"""


@dataclass
class Run:
    """What one command did."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def flat(self):
        """Output without line breaks and indents."""
        return " ".join(self.out.split())


@pytest.fixture(autouse=True)
def own_settings(monkeypatch, tmp_path):
    """No settings of the machine that runs the tests, and a folder of our own."""
    for variable in [name for name in os.environ if name.startswith("ONRECORD_")]:
        monkeypatch.delenv(variable)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("ONRECORD_DB", str(tmp_path / "record.db"))
    monkeypatch.setenv("ONRECORD_BY", "okafor")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def onrecord(monkeypatch, capsys):
    """Run one command in this process: `onrecord("search", "pier", stdin="")`."""

    def run(*arguments, stdin=""):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Run(code, printed.out, printed.err)

    return run


@pytest.fixture
def herald():
    """The text of herald.txt."""
    return HERALD


@pytest.fixture
def stories(own_settings):
    """Three stories and their manifest, in the working folder."""
    _write_stories(own_settings)
    return own_settings


def _write_stories(folder):
    (folder / "herald.txt").write_text(HERALD, "utf-8")
    (folder / "wire.txt").write_text(WIRE, "utf-8")
    (folder / "port.txt").write_text(PORT, "utf-8")
    (folder / "manifest.csv").write_text(
        "path,source,kind,date,url\n"
        "herald.txt,Harlow Bay Herald,outlet,2031-03-03,https://herald.example/pier\n"
        "wire.txt,Coastal Wire,agency,2031-03-04,\n"
        "port.txt,Port Authority of Harlow Bay,office,,\n",
        "utf-8",
    )


@pytest.fixture(scope="session")
def made_once(tmp_path_factory):
    """A folder with the record of the stories: tests get a copy."""
    folder = tmp_path_factory.mktemp("stories")
    _write_stories(folder)
    with contextlib.chdir(folder):
        assert (
            main(
                [
                    "--db",
                    "record.db",
                    "add",
                    "herald.txt",
                    "wire.txt",
                    "port.txt",
                    "--manifest",
                    "manifest.csv",
                ]
            )
            == 0
        )
    return folder


@pytest.fixture
def record(made_once, own_settings, onrecord):
    """A record of the stories; gives the command to ask it with."""
    shutil.copytree(made_once, own_settings, dirs_exist_ok=True)
    return onrecord
