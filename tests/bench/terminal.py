"""How quick the app is, beside the least that Textual can do, in one run on one machine.

    python -P tests/bench/terminal.py

Times on a shared machine say little; the ratios say what the app adds.
"""

import asyncio
import os
import pty
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import DataTable

from claims import Ledger
from claims.model import PartialDate
from claims.ports import Material
from tui.state.rows import Column, PagedRows, Row
from tui.widgets.row_list import RowList

RUNS = 5
ROWS = 100_000
# Textual's own table takes about 0.2 ms a row: enough of them to measure.
TABLE_ROWS = 5_000

LEAST = """
from textual.app import App
from textual.widgets import Static

class Least(App):
    def compose(self):
        yield Static("ready")

Least().run()
"""
OURS = "import sys; from tui.running import run_app; run_app(sys.argv[1], by='bench')"
STORY = "Pier reopens\n\n“The pier is open,” Mayor Marisol Vega said on Monday.\n"


def drawn_after(program: str, words: Sequence[bytes], *arguments: str) -> list[float]:
    """Seconds from the start of the process until each of some words is drawn, in order."""
    fd, slave = pty.openpty()
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
    )
    os.close(slave)
    drawn, times = b"", []
    while len(times) < len(words) and time.perf_counter() < started + 30:
        if select.select([fd], [], [], 0.01)[0]:
            drawn += os.read(fd, 65536)
        while len(times) < len(words) and words[len(times)] in drawn:
            times.append(time.perf_counter() - started)
    process.kill()
    process.wait()
    os.close(fd)
    assert len(times) == len(words), "it was not drawn"
    return times


def record(folder: str) -> str:
    place = Path(folder) / "bench.db"
    retrieved = PartialDate.instant(datetime(2031, 3, 5, tzinfo=UTC), evidence="clock")
    with Ledger.open(place, by="bench", create=True) as ledger:
        list(ledger.add([Material(STORY.encode(), "pier.txt", retrieved)]))
    return str(place)


class Listed(App[None]):
    """Our list over 100,000 keys."""

    def compose(self) -> ComposeResult:
        yield RowList((Column("Date", 10), Column("Words", 20, grows=True)))

    def on_row_list_wanted(self, event: RowList.Wanted) -> None:
        assert isinstance(event.rows, PagedRows)
        for page in event.pages:
            event.rows.put(page, event.rows.keys_of(page))


class Tabled(App[None]):
    """Textual's table."""

    def compose(self) -> ComposeResult:
        yield DataTable()


async def our_list() -> tuple[float, float]:
    """Seconds to show the list, and to jump to its end."""
    async with Listed().run_test(size=(120, 40)) as pilot:
        list_ = pilot.app.query_one(RowList)
        opened = await timed(pilot, lambda: list_.show(PagedRows[int](range(ROWS), numbered)))
        return opened, await timed(pilot, lambda: list_.action_edge("end"))


async def textual_table() -> float:
    async with Tabled().run_test(size=(120, 40)) as pilot:
        table = pilot.app.query_one(DataTable)
        table.add_columns("Date", "Words")
        rows = [numbered(number).cells for number in range(TABLE_ROWS)]
        return await timed(pilot, lambda: table.add_rows(rows))


async def timed(pilot, work) -> float:
    await pilot.pause()
    started = time.perf_counter()
    work()
    await pilot.pause()
    return time.perf_counter() - started


def numbered(number: int) -> Row:
    return Row(("2031-03-05", f"The pier is open, statement {number}"))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = record(folder)
        runs = [
            (*drawn_after(LEAST, [b"ready"]), *drawn_after(OURS, [b"Search", b"1 quote"], place))
            for _ in range(RUNS)
        ]
    least, frame, results = (statistics.median(times) for times in zip(*runs, strict=True))
    print(f"the least Textual app: {least:.2f} s")
    print(f"first frame: {frame:.2f} s, {frame / least:.1f} times the least")
    print(f"first results: {results:.2f} s, {results / least:.1f} times the least")
    opened, end = asyncio.run(our_list())
    table = asyncio.run(textual_table())
    print(f"list of {ROWS:,}: open {opened * 1000:.0f} ms, jump to the end {end * 1000:.0f} ms")
    print(f"Textual's table of {TABLE_ROWS:,}: {table * 1000:.0f} ms")
    print(f"a row: Textual's table costs {(table / TABLE_ROWS) / (opened / ROWS):.0f} times as much")


if __name__ == "__main__":
    main()
