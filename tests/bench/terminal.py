"""How quick the app is, beside the least that Textual can do, in one run on one machine.

    python -P tests/bench/terminal.py [DB]

With a record of yours its first frame is measured too. Times on a shared machine say little, CPU more; the ratios say what the app adds. The app is started as
people start it, by its command.
"""

import asyncio
import json
import os
import pty
import select
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import DataTable

from claims import Ledger
from claims.model import PartialDate
from claims.ports import Material
from tui.app import OnRecordApp
from tui.screens.review import Review
from tui.state.deck import Deck
from tui.state.rows import Column, PagedRows, Row
from tui.widgets.row_list import RowList

RUNS = 5
ROWS = 100_000
# Seconds in which the app is left alone, after so many in which it comes to rest.
REST, SETTLING = 10.0, 4.0
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
OURS = "import sys; from tui.cli import main; main(['--db', sys.argv[1]])"
# Decisions in a row, among what so many documents leave open, while another program writes some more.
DECISIONS, REPORTS, WRITTEN = 200, 60, 20
COSTS = "The port spent ${} million: ${} million on cranes and $20 million on piers.\n"
STORY = "Pier reopens\n\n“The pier is open,” Mayor Marisol Vega said on Monday.\n"


def started(program: str, *arguments: str, state: str = "") -> tuple[subprocess.Popen[bytes], int]:
    """A program in a terminal of its own, and what reads that.

    Args:
        state: folder that says that the tour was seen; that of the record if none is given.
    """
    fd, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        env={**os.environ, "XDG_STATE_HOME": state or (str(Path(arguments[0]).parent) if arguments else "")},
    )
    os.close(slave)
    return process, fd


def drawn_after(program: str, word: bytes, *arguments: str, state: str = "") -> tuple[float, float]:
    """Seconds from the start of the process until a word is drawn, and of CPU until then."""
    begun = time.perf_counter()
    process, fd = started(program, *arguments, state=state)
    read_until(fd, word)
    took = time.perf_counter() - begun
    process.kill()
    _, _, used = os.wait4(process.pid, 0)
    os.close(fd)
    return took, used.ru_utime + used.ru_stime


def read_until(fd: int, word: bytes) -> None:
    drawn, ends = b"", time.perf_counter() + 60
    while word not in drawn:
        assert time.perf_counter() < ends, "it was not drawn"
        if select.select([fd], [], [], 0.01)[0]:
            drawn += os.read(fd, 65536)


def read_for(fd: int, seconds: float) -> int:
    """How many bytes come in some seconds."""
    ends, count = time.perf_counter() + seconds, 0
    while (left := ends - time.perf_counter()) > 0:
        if select.select([fd], [], [], left)[0]:
            count += len(os.read(fd, 65536))
    return count


def at_rest(place: str) -> int:
    """Bytes that the app sends while nobody touches it."""
    process, fd = started(OURS, place)
    read_until(fd, b"1 quote")
    read_for(fd, SETTLING)
    sent = read_for(fd, REST)
    process.kill()
    process.wait()
    os.close(fd)
    return sent


def record(folder: str) -> str:
    """A record of one quote; its folder says that the tour was seen."""
    place = Path(folder) / "bench.db"
    (Path(folder) / "onrecord").mkdir()
    (Path(folder) / "onrecord" / "app.json").write_text(json.dumps({"toured": True}))
    retrieved = PartialDate.instant(datetime(2031, 3, 5, tzinfo=UTC), evidence="clock")
    with Ledger.open(place, by="bench", create=True) as ledger:
        list(ledger.add([Material(STORY.encode(), "pier.txt", retrieved)]))
    return str(place)


def open_findings(folder: str) -> str:
    """A record of figures that do not fit, more than are decided."""
    place = Path(folder) / "findings.db"
    with Ledger.open(place, by="bench", create=True) as ledger:
        list(ledger.add(map(report, range(REPORTS)), extractor="rules"))
        assert len(ledger.queue().items) >= DECISIONS, "too little is open"
    return str(place)


def report(number: int) -> Material:
    retrieved = PartialDate.instant(datetime(2031, 3, 5, tzinfo=UTC), evidence="clock")
    return Material(COSTS.format(1000 + number, number + 3).encode(), f"report-{number}.txt", retrieved)


async def decided(place: str) -> list[float]:
    """Milliseconds from each key that decides to the frame with the next thing to decide."""
    app = OnRecordApp(lambda: Ledger.open(place, by="bench"), start="review")
    async with app.run_test(size=(120, 40)) as pilot:
        while not (isinstance(app.screen, Review) and app.screen.deck.left >= DECISIONS):
            await asyncio.sleep(0.05)
        await pilot.pause()
        other = threading.Thread(target=written, args=(place,))
        other.start()
        times = [await one_decided(app, app.screen.deck) for _ in range(DECISIONS)]
        await asyncio.to_thread(other.join)
    app.saver.close()
    with Ledger.open(place, by="bench", read_only=True) as ledger:
        assert len(ledger.history(limit=2 * DECISIONS)) == DECISIONS, "a decision was lost"
    return times


async def one_decided(app: OnRecordApp, deck: Deck) -> float:
    shown = shown_in(deck)
    begun = time.perf_counter()
    # The same key twice might be one that is held.
    app.simulate_key("am"[deck.place % 2])
    while shown_in(deck) == shown:
        await asyncio.sleep(0.001)
    drawn = asyncio.Event()
    app.screen.call_after_refresh(drawn.set)
    await drawn.wait()
    return (time.perf_counter() - begun) * 1000


def shown_in(deck: Deck) -> str:
    """The id: the record is asked again meanwhile, and what is on screen is another object then."""
    return deck.shown.id if deck.shown else ""


def written(place: str) -> None:
    """Somebody else adds documents meanwhile, one at a time."""
    retrieved = PartialDate.instant(datetime(2031, 3, 5, tzinfo=UTC), evidence="clock")
    with Ledger.open(place, by="other") as ledger:
        for number in range(WRITTEN):
            text = STORY.replace("pier", f"pier {number}")
            list(ledger.add([Material(text.encode(), f"pier-{number}.txt", retrieved)], extractor="rules"))


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
        larger = sys.argv[1:2]
        runs = [
            (
                drawn_after(LEAST, b"ready"),
                drawn_after(OURS, b"Search", place),
                drawn_after(OURS, b"1 quote", place),
                *(drawn_after(OURS, b"Search", db, state=folder) for db in larger),
                *(drawn_after(OURS, b" quotes", db, state=folder) for db in larger),
            )
            for _ in range(RUNS)
        ]
        sent = at_rest(place)
        keys = asyncio.run(decided(open_findings(folder)))
    names = ["the least Textual app", "first frame", "first results"]
    names += [f"{what} of {db}" for db in larger for what in ("first frame", "first results")]
    least = [statistics.median(each) for each in zip(*(run[0] for run in runs), strict=True)]
    for at, name in enumerate(names):
        took, cpu = (statistics.median(each) for each in zip(*(run[at] for run in runs), strict=True))
        times = f"{took / least[0]:.1f} and {cpu / least[1]:.1f} times the least"
        print(f"{name}: {took:.2f} s, {cpu:.2f} s of CPU; {times}")
    print(f"at rest: {sent} bytes in {REST:.0f} s")
    worst = statistics.quantiles(keys, n=20)[-1]
    print(f"a decision: {statistics.median(keys):.0f} ms, 95th percentile {worst:.0f}, most {max(keys):.0f}")
    opened, end = asyncio.run(our_list())
    table = asyncio.run(textual_table())
    print(f"list of {ROWS:,}: open {opened * 1000:.0f} ms, jump to the end {end * 1000:.0f} ms")
    print(f"Textual's table of {TABLE_ROWS:,}: {table * 1000:.0f} ms")
    print(f"a row: Textual's table costs {(table / TABLE_ROWS) / (opened / ROWS):.0f} times as much")


if __name__ == "__main__":
    main()
