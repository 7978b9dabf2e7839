"""Where a copy went is told as it is; each program here is a script that notes what it was given."""

import os
from pathlib import Path

import pytest

from tui.clipboard import copy

SCRIPT = """#!/bin/sh
cat > "$OUT"
exit {code}
"""


@pytest.fixture
def tool(tmp_path, monkeypatch):
    """Makes a program of a name that takes text, or fails."""
    monkeypatch.setenv("OUT", str(tmp_path / "given"))

    def make(name: str, *, code: int = 0) -> None:
        (tmp_path / name).write_text(SCRIPT.format(code=code))
        (tmp_path / name).chmod(0o755)

    return make


@pytest.fixture
def copied(tmp_path):
    """Copies a text in an environment; gives the sentence, and what the terminal got."""

    def run(text: str = "The pier stays open.", **environment: str) -> tuple[str, list[str]]:
        sent: list[str] = []
        path = f"{tmp_path}{os.pathsep}/bin{os.pathsep}/usr/bin"
        around = {"TERM": "xterm-256color", **environment, "PATH": path}
        return copy(text, "the quote", around, sent.append, tmp_path), sent

    return run


def test_a_program_of_the_machine_comes_first(tool, copied, tmp_path):
    tool("wl-copy")
    assert copied("“Tide”", WAYLAND_DISPLAY="wayland-0") == ("Copied the quote (wl-copy).", [])
    assert (tmp_path / "given").read_text("utf-8") == "“Tide”"


def test_a_program_that_fails_is_not_said_to_have_it(tool, copied):
    tool("wl-copy", code=1)
    tool("xsel")
    assert copied(WAYLAND_DISPLAY="wayland-0", DISPLAY=":0")[0] == "Copied the quote (xsel)."


def test_on_another_machine_its_clipboard_is_of_no_use(tool, copied):
    tool("xsel")
    said, sent = copied(DISPLAY=":0", SSH_CONNECTION="10.0.0.1 22 10.0.0.2 22")
    assert said == (
        "Sent the quote to your terminal's clipboard. If it does not paste, y and f write a file."
    )
    assert sent == ["The pier stays open."]


def test_in_tmux_its_own_buffer_is_named(tool, copied):
    tool("tmux")
    said, sent = copied(TMUX="/run/tmux,1,0", SSH_CONNECTION="10.0.0.1 22 10.0.0.2 22")
    assert said == (
        "Copied the quote to tmux: its paste key has it, and the clipboard if your terminal lets it."
    )
    assert sent == []


@pytest.mark.parametrize(
    "around", [{"VTE_VERSION": "7200"}, {"TERM_PROGRAM": "Apple_Terminal"}, {"TERM": "linux"}]
)
def test_a_terminal_that_would_drop_it_is_not_asked(copied, tmp_path, around):
    said, sent = copied(**around)
    place = tmp_path / "onrecord-copy.txt"
    assert said == f"No clipboard can be reached from here: The quote is in {place}."
    assert place.read_text() == "The pier stays open."
    assert sent == []


def test_a_file_takes_no_other_ones_place(copied, tmp_path):
    (tmp_path / "onrecord-copy.txt").write_text("mine")
    said, _ = copied("x" * 60_000)
    assert said.endswith(f"is in {tmp_path / 'onrecord-copy-2.txt'}.")
    assert Path(tmp_path / "onrecord-copy.txt").read_text() == "mine"
