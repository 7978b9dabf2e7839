"""How far a long run is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tui.printing import say

# Where nobody watches, a line so often; a shorter run prints none.
LINE_SECONDS = 10.0

# The rate is that of the last while: a second run hurries past what it has,
# and its first minute says nothing of the rest.
_RECENT_SECONDS = 30.0


class Pace:
    """Counts what is done and says how long the rest takes.

    Args:
        total: how many there will be; 0 if nobody knows.
        clock: seconds, from any beginning.
    """

    def __init__(self, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._total, self._clock = total, clock
        self.done = 0
        # When how many were done: one entry a second, of the last while.
        self._recent: deque[tuple[float, int]] = deque([(clock(), 0)])

    @property
    def total(self) -> int:
        """How many there will be; an archive may hold more than was counted."""
        return max(self._total, self.done)

    def expect(self, total: int) -> None:
        """Say how many there will be."""
        self._total = total

    def step(self) -> None:
        """One more is done."""
        self.done += 1
        now = self._clock()
        if now - self._recent[-1][0] >= 1:
            self._recent.append((now, self.done))
        while len(self._recent) > 2 and now - self._recent[0][0] > _RECENT_SECONDS:
            self._recent.popleft()

    def __str__(self) -> str:
        """As in "412 of 1,319 read, 38 a second, about 24 s left"."""
        began, before = self._recent[0]
        seconds = self._clock() - began
        rate = (self.done - before) / seconds if seconds > 0 else 0.0
        told = f"{self.done:,} of {self.total:,} read" if self._total else f"{self.done:,} read"
        if rate > 0:
            told += f", {rate:,.0f} a second" if rate >= 1 else f", {rate * 60:,.0f} a minute"
            if self._total:
                told += f", {_time((self.total - self.done) / rate)}"
        return told


@contextmanager
def progress(count: Callable[[], int], *, as_json: bool) -> Iterator[Callable[[], None]]:
    """Gives a function to call after each result.

    Args:
        count: how many results there will be; asked once, and only where it is shown.
        as_json: the results are JSON, which a bar on the same terminal would fold.
    """
    if sys.stderr.isatty() and not (as_json and sys.stdout.isatty()):
        with _bar(Pace(count())) as step:
            yield step
    else:
        yield _lines(count)


def _lines(count: Callable[[], int], clock: Callable[[], float] = time.monotonic) -> Callable[[], None]:
    pace = Pace(0, clock)
    told = clock()
    counted = False

    def step() -> None:
        nonlocal told, counted
        pace.step()
        if clock() - told < LINE_SECONDS:
            return
        if not counted:
            pace.expect(count())
            counted = True
        say(str(pace))
        told = clock()

    return step


@contextmanager
def _bar(pace: Pace) -> Iterator[Callable[[], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (BarColumn(), TextColumn("{task.description}", markup=False))
    console = Console(stderr=True, highlight=False)
    # Result lines on the same terminal go above the bar; in a file or a pipe they stay as they are.
    same = sys.stdout.isatty()
    with Progress(
        *columns, console=console, transient=True, redirect_stdout=same, redirect_stderr=True
    ) as bar:
        task = bar.add_task(str(pace), total=pace.total or None)

        def step() -> None:
            pace.step()
            bar.update(task, completed=pace.done, total=pace.total, description=str(pace))

        yield step


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"about {seconds:.0f} s left"
    return f"about {seconds / 60:.0f} min left" if seconds < 5400 else f"about {seconds / 3600:.1f} h left"
