"""How far a long run is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import io
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, redirect_stderr, redirect_stdout
from typing import TYPE_CHECKING

from tui.printing import say

if TYPE_CHECKING:
    from rich.console import Console

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

    @property
    def expected(self) -> bool:
        """Is it known how many there will be?"""
        return self._total > 0

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


# Around what is printed for one result, which is then counted.
Step = Callable[[], AbstractContextManager[None]]


@contextmanager
def progress(count: Callable[[], int], *, as_json: bool) -> Iterator[Step]:
    """Gives a function whose context is entered to print each result.

    Args:
        count: how many results there will be; asked once, and only where it is shown.
        as_json: the results are JSON: no bar on the terminal that shows them.
    """
    if sys.stderr.isatty() and not (as_json and sys.stdout.isatty()):
        with _bar(Pace(count())) as step:
            yield step
    else:
        yield _lines(count)


def _lines(count: Callable[[], int], clock: Callable[[], float] = time.monotonic) -> Step:
    pace = Pace(0, clock)
    told = clock()

    @contextmanager
    def step() -> Iterator[None]:
        nonlocal told
        yield
        pace.step()
        if clock() - told >= LINE_SECONDS:
            pace.expect(pace.total if pace.expected else count())
            say(str(pace))
            told = clock()

    return step


@contextmanager
def _bar(pace: Pace) -> Iterator[Step]:
    """A bar in the last line; what is printed for a result stands above it."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (BarColumn(), TextColumn("{task.description}", markup=False))
    console = Console(stderr=True, highlight=False)
    with Progress(
        *columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False
    ) as bar:
        task = bar.add_task(str(pace), total=pace.total)

        @contextmanager
        def step() -> Iterator[None]:
            with _above(console):
                yield
            pace.step()
            bar.update(task, completed=pace.done, total=pace.total, description=str(pace))

        yield step


@contextmanager
def _above(console: Console) -> Iterator[None]:
    """What is printed meanwhile on this terminal goes above its bar; a file or a pipe gets it as it is."""
    from rich.text import Text

    held = io.StringIO()
    with redirect_stderr(held), redirect_stdout(held) if sys.stdout.isatty() else nullcontext():
        yield
    if held.tell():
        # Lines come wrapped and made safe; only our own colours are read from them.
        console.print(Text.from_ansi(held.getvalue().rstrip("\n")), soft_wrap=True)


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"about {seconds:.0f} s left"
    return f"about {seconds / 60:.0f} min left" if seconds < 5400 else f"about {seconds / 3600:.1f} h left"
