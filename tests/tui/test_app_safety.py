"""A hostile release on a real terminal: its text is shown and its bytes do nothing.

A pseudo-terminal takes every byte that the app draws. Each wait is bounded,
and the app is ended whatever happens.
"""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.color import Color

from claims import Ledger
from claims.model import PartialDate
from tui.safe import ControlFilter, line, q

CLIPBOARD = "\x1b]52;c;T1dORUQ=\x07"
TITLE = "\x1b]0;OWNED\x07"
C1_CLIPBOARD = "\x9d52;c;T1dORUQ=\x9c"
BLINKING = "\x1b[31;5mBLINKING"
TURNED = "\u202eDENRUT\u200b"
MARKUP = "[/] [sic] [@click=app.quit]out[/] [b]"
PAYLOADS = [
    b"\x1b]52",
    b"\x1b]0;",
    b"\xc2\x9d",
    b"\xc2\x9c",
    b"\x1b[31;5m",
    "\u202e".encode(),
    "\u200b".encode(),
]

RELEASE = f"""Pier release {TITLE} {MARKUP}

“Pier {MARKUP} is {CLIPBOARD} safe and {BLINKING} will {TURNED} stay {C1_CLIPBOARD} open,” Ines Carrow said.
"""
REPRINT = RELEASE.replace(" safe ", " not safe ")

# The longest any single screen may take to appear; far more than it needs.
PATIENCE = 20.0


class Terminal:
    """A Python program on a pseudo-terminal of 120 by 40."""

    def __init__(self, program: str, *arguments: str) -> None:
        self._fd, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.process = subprocess.Popen(
            [sys.executable, "-c", program, *arguments],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
        )
        os.close(slave)
        self.drawn = b""

    def until(self, words: str, key: str = "") -> None:
        """Take what is drawn until words appear that had not been drawn before this call.

        The key is pressed every second until then: a key that comes while the
        focus moves goes to the widget that had it. Before it the rest of the last
        picture is taken: the words may stand there, below those that were awaited.
        """
        while key and self._take():
            pass
        start, pressed, end = len(self.drawn), 0.0, time.monotonic() + PATIENCE
        while words.encode() not in self.drawn[start:]:
            if key and time.monotonic() > pressed + 1:
                pressed = time.monotonic()
                self.press(key)
            assert time.monotonic() < end, f"{words!r} never came: {self.drawn[-300:]!r}"
            self._take()

    def press(self, keys: str) -> None:
        os.write(self._fd, keys.encode())

    def rest(self) -> int:
        """Take everything until the program ends; its exit code."""
        end = time.monotonic() + PATIENCE
        while self.process.poll() is None:
            assert time.monotonic() < end, "it did not end"
            self._take()
        while self._take():
            pass
        return self.process.returncode

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait(PATIENCE)
        os.close(self._fd)

    def _take(self) -> bool:
        ready, _, _ = select.select([self._fd], [], [], 0.1)
        if not ready:
            return False
        try:
            taken = os.read(self._fd, 65536)
        except OSError:  # Linux: the other end is closed
            return False
        self.drawn += taken
        return bool(taken)


@pytest.fixture
def hostile(place: Path, make_material) -> Path:
    """A record of two hostile releases that differ, with a hostile source and note."""
    with Ledger.open(place, by="okafor", create=True) as ledger:
        stories = [
            make_material(
                RELEASE, "a.txt", source=f"Bay {TITLE} Wire {MARKUP}", date=PartialDate.parse("2031-03-04")
            ),
            make_material(REPRINT, "b.txt", source="Coastal Wire", date=PartialDate.parse("2031-03-03")),
        ]
        assert [added.quotes for added in ledger.add(stories)] == [1, 1]
        ledger.note(ledger.documents()[0].id, f"note {CLIPBOARD} {MARKUP}")
    return place


@pytest.fixture
def terminal() -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for each in opened:
        each.close()


APP = "import sys; from tui.running import run_app; sys.exit(run_app(sys.argv[1], by='okafor'))"


def test_no_byte_of_a_document_acts_on_the_terminal(hostile: Path, terminal: list[Terminal]):
    screen = Terminal(APP, str(hostile))
    terminal.append(screen)
    screen.until("2 quotes")
    screen.until("Where this comes from", "\r")
    screen.until("Is it a quote?", "e")
    screen.until("Where this comes from", "\x1b")
    screen.until("Taken back", "u")
    for key, words in (
        ("6", "2 documents"),
        ("2", "speaker"),
        ("3", "statement"),
        ("8", "decision"),
        ("5", "left"),
    ):
        screen.until(words, key)
    screen.press("\x11")
    assert screen.rest() == 0
    assert [payload for payload in PAYLOADS if payload in screen.drawn] == []
    for shown in ("OWNED", "BLINKING", "DENRUT", "[sic]", "[@click=app.quit]out[/]"):
        assert shown.encode() in screen.drawn


CRASH = f"""
import sys
from tui import app, running

def fail(self):
    raise RuntimeError({(CLIPBOARD + TITLE)!r})

app.OnRecordApp.action_theme = fail
sys.exit(running.run_app(sys.argv[1], by="okafor", start="sources"))
"""


def test_a_fault_of_ours_prints_a_trace_that_does_nothing(hostile: Path, terminal: list[Terminal]):
    screen = Terminal(CRASH, str(hostile))
    terminal.append(screen)
    screen.until("2 documents")
    screen.until("RuntimeError", ",")
    assert screen.rest() == 1
    assert b"RuntimeError" in screen.drawn
    assert b"every decision is kept" in screen.drawn
    assert [payload for payload in PAYLOADS if payload in screen.drawn] == []


def test_markup_is_only_brackets():
    assert q(MARKUP).plain == MARKUP
    assert q(MARKUP).spans == []
    assert line(f" a\n{MARKUP} ").plain == f"a {MARKUP}"


def test_the_net_takes_out_what_a_widget_forgot_and_keeps_the_rest():
    bold = Style(bold=True)
    segments = [Segment("plain", bold), Segment(f"x{TITLE}y{TURNED}", bold), Segment("渡し船 …", bold)]
    kept = ControlFilter().apply(segments, Color(0, 0, 0))
    assert [segment.text for segment in kept] == ["plain", "x]0;OWNEDyDENRUT", "渡し船 …"]
    assert [segment.style for segment in kept] == [bold, bold, bold]


def test_no_byte_acts_from_windows_prompts_menus_and_what_is_compared(
    hostile: Path, terminal: list[Terminal]
):
    screen = Terminal(APP, str(hostile))
    terminal.append(screen)
    screen.until("2 quotes")
    screen.until("preview", "\x1b")  # the keys of the list
    for key, words, behind in (
        ("c", "Note", "2 quotes"),
        ("y", "the citation", "2 quotes"),
        ("f", "Show only", "2 quotes"),
        ("C", "aste or type", "2 quotes"),  # the cursor stands on the first letter
        ("4", "to decide", ""),
        ("\r", "dismiss", "to decide"),
        ("3", "printed", ""),
        ("?", "Keys: Duplicates", "printed"),
    ):
        screen.until(words, key)
        if behind:
            screen.until(behind, "\x1b")
    screen.press("\x11")
    assert screen.rest() == 0
    assert [payload for payload in PAYLOADS if payload in screen.drawn] == []


REVIEW = "import sys; from tui.running import run_app; run_app(sys.argv[1], by='okafor', start='review')"


def test_what_was_decided_before_a_kill_is_decided(hostile: Path, terminal: list[Terminal]):
    with Ledger.open(hostile) as ledger:
        left = len(ledger.queue().items)
    assert left
    screen = Terminal(REVIEW, str(hostile))
    terminal.append(screen)
    screen.until("0 done")
    screen.until("1 done", "m")
    screen.process.kill()
    with Ledger.open(hostile, by="okafor") as ledger:
        assert len(ledger.queue().items) == left - 1
        assert ledger.verify().faults == ()
