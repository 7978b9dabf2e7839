"""How far a run is, in words; a line now and then where nobody watches."""

import io
import re
import sys

import pytest
from rich.control import Control

from tui import progress
from tui.progress import Pace


class Clock:
    def __init__(self):
        self.now = 100.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


def steps(pace, clock, number, seconds):
    for _ in range(number):
        clock.now += seconds
        pace.step()


def test_count_rate_and_time_left_are_told(clock):
    pace = Pace(1319, clock)
    steps(pace, clock, 412, 1 / 38)
    assert str(pace) == "412 of 1,319 read, 38 a second, about 24 s left"


def test_before_the_first_there_is_no_rate(clock):
    assert str(Pace(12, clock)) == "0 of 12 read"


def test_a_slow_run_is_told_by_the_minute_and_a_long_one_in_minutes_or_hours(clock):
    pace = Pace(100, clock)
    steps(pace, clock, 10, 5)
    assert str(pace) == "10 of 100 read, 12 a minute, about 8 min left"
    pace.expect(10_000)
    assert str(pace) == "10 of 10,000 read, 12 a minute, about 13.9 h left"


def test_the_rate_is_that_of_the_last_while(clock):
    pace = Pace(2_000, clock)
    steps(pace, clock, 1_000, 0.001)  # a second run hurries past what it has
    steps(pace, clock, 100, 1)
    assert str(pace) == "1,100 of 2,000 read, 1 a second, about 15 min left"


def test_more_results_than_were_counted_raise_the_total(clock):
    pace = Pace(1, clock)
    steps(pace, clock, 3, 1)
    assert str(pace) == "3 of 3 read, 1 a second"


def test_when_all_are_read_no_time_is_guessed_for_the_rest(clock):
    pace = Pace(1, clock)
    steps(pace, clock, 1, 1)
    clock.now += 20
    assert str(pace) == "1 of 1 read, finishing"


def test_without_a_terminal_a_line_comes_every_ten_seconds_and_none_before(clock, capsys):
    asked = []

    def count():
        asked.append(clock.now)
        return 60

    step = progress._lines(count, clock)
    for _ in range(19):
        clock.now += 0.5
        with step():
            pass
    assert (capsys.readouterr().err, asked) == ("", [])
    for _ in range(41):
        clock.now += 0.5
        with step():
            pass
    assert capsys.readouterr().err == (
        "20 of 60 read, 2 a second, about 20 s left\n"
        "40 of 60 read, 2 a second, about 10 s left\n"
        "60 of 60 read, finishing\n"
    )
    assert len(asked) == 1


def test_steps_are_told_with_their_name_every_ten_seconds(clock, capsys):
    pace = Pace(0, clock, counted="steps")
    show = progress._now_and_then(lambda: str(pace), clock)
    for done in range(1, 31):
        clock.now += 0.5
        progress._reach(pace, show, done, 60)
    assert capsys.readouterr().err == "20 of 60 steps, 2 a second, about 20 s left\n"


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_the_bar_is_drawn_on_the_terminal_while_a_result_is_being_printed(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress._bar(Pace(2)) as (console, _), progress._above(console):
        console.print(Control())  # as the bar's own thread does ten times a second
        sys.stderr.write("000.txt: stored\n")
    lines = re.split(r"[\r\n]|\x1b\[[0-9;?]*[A-Za-z]", terminal.getvalue())
    assert "000.txt: stored" in lines
