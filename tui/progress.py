"""How far a long run is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import io
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, redirect_stderr, redirect_stdout
from functools import partial
from typing import TYPE_CHECKING, Protocol

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
        counted: what is done to each, or what they are: "read", "steps".
    """

    def __init__(
        self, total: int, clock: Callable[[], float] = time.monotonic, *, counted: str = "read"
    ) -> None:
        self._total, self._clock, self._counted = total, clock, counted
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
        self.reach(self.done + 1)

    def reach(self, done: int) -> None:
        """So many are done."""
        self.done = done
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
        of = f" of {self.total:,}" if self._total else ""
        told = f"{self.done:,}{of} {self._counted}"
        if 0 < self._total == self.done:
            # What is left is work of another kind: no rate says how long it takes.
            return f"{told}, finishing"
        if rate > 0:
            told += f", {rate:,.0f} a second" if rate >= 1 else f", {rate * 60:,.0f} a minute"
            if self._total > self.done:
                told += f", {_time((self.total - self.done) / rate)}"
        return told


class Step(Protocol):
    """Around what is printed for one result, or for several, which are then counted."""

    def __call__(self, many: int = 1) -> AbstractContextManager[None]: ...


@contextmanager
def progress(count: Callable[[], int], *, as_json: bool, counted: str = "read") -> Iterator[Step]:
    """Gives a function whose context is entered to print each result.

    Args:
        count: how many results there will be; asked once, and only where it is shown.
        as_json: the results are JSON: no bar on the terminal that shows them.
        counted: what is done to each, see `Pace`.
    """
    if sys.stderr.isatty() and not (as_json and sys.stdout.isatty()):
        pace = Pace(count(), counted=counted)
        with _bar(pace) as (console, show):
            yield lambda many=1: _step(pace, show, _above(console), many)
    else:
        yield _lines(count, counted=counted)


@contextmanager
def steps(counted: str) -> Iterator[Callable[[int, int], None]]:
    """Gives a function that is told how many steps are done, and of how many; meanwhile nothing is printed.

    Args:
        counted: what the steps are called.
    """
    pace = Pace(0, counted=counted)
    if sys.stderr.isatty():
        with _bar(pace) as (_, show):
            yield partial(_reach, pace, show)
    else:
        yield partial(_reach, pace, _now_and_then(lambda: str(pace)))


def _reach(pace: Pace, show: Callable[[], None], done: int, total: int) -> None:
    pace.expect(total)
    pace.reach(done)
    show()


@contextmanager
def _step(
    pace: Pace, show: Callable[[], None], around: AbstractContextManager[None], many: int
) -> Iterator[None]:
    with around:
        yield
    pace.reach(pace.done + many)
    show()


def _lines(
    count: Callable[[], int], clock: Callable[[], float] = time.monotonic, *, counted: str = "read"
) -> Step:
    pace = Pace(0, clock, counted=counted)

    def words() -> str:
        pace.expect(pace.total if pace.expected else count())
        return str(pace)

    show = _now_and_then(words, clock)
    return lambda many=1: _step(pace, show, nullcontext(), many)


def _now_and_then(
    words: Callable[[], str], clock: Callable[[], float] = time.monotonic
) -> Callable[[], None]:
    """Says a line each time that it is called so long after the last one."""
    told = clock()

    def show() -> None:
        nonlocal told
        if clock() - told >= LINE_SECONDS:
            say(words())
            told = clock()

    return show


@contextmanager
def _bar(pace: Pace) -> Iterator[tuple[Console, Callable[[], None]]]:
    """A bar in the last line of a terminal, and what draws it anew."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = (BarColumn(), TextColumn("{task.description}", markup=False))
    # The file is given: one that is looked up is what `_above` puts in its place while the bar is drawn.
    console = Console(file=sys.stderr, highlight=False)
    with Progress(
        *columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False
    ) as bar:
        task = bar.add_task(str(pace), total=pace.total)
        yield (
            console,
            lambda: bar.update(task, completed=pace.done, total=pace.total, description=str(pace)),
        )


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
