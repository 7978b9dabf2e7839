"""How quick the app is over a large record, by keys.

    python -P tests/bench/search_record.py QUOTES DB
    python -P tests/bench/terminal_record.py DB [WORD]

Each time runs from the key to the frame in which its answer stands, in an app without a
terminal; the first page of a search waits for nothing, the count of the rest follows it.
"""

import asyncio
import resource
import statistics
import sys
import time
from collections.abc import Callable

from textual.pilot import Pilot

from claims import Ledger
from tui.app import OnRecordApp
from tui.state.rows import PagedRows
from tui.widgets.row_list import RowList

WORDS = "harbor"
LONGEST = 60.0
# A quick typist: so long the rest of an answer has before it is given up.
BETWEEN = 0.15


async def until(pilot: Pilot, holds: Callable[[], object], key: str = "") -> float:
    """Milliseconds from a key until something holds and is drawn."""
    started = time.perf_counter()
    if key:
        pilot.app.simulate_key(key)
    while not holds():
        assert time.perf_counter() < started + LONGEST, f"nothing came of {key!r}"
        await asyncio.sleep(0.001)
    # Not `pilot.pause`: that waits until the machine rests, also from what nobody waits for.
    drawn = asyncio.Event()
    pilot.app.screen.call_after_refresh(drawn.set)
    await drawn.wait()
    return (time.perf_counter() - started) * 1000


def has(app: OnRecordApp, index: int) -> bool:
    """Is this row of the list here, so that it is drawn?"""
    rows = app.screen.query_one(RowList).rows
    return isinstance(rows, PagedRows) and len(rows) > index and rows.item(index) is not None


def megabytes() -> int:
    """The most memory so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (
        1024 * 1024 if sys.platform == "darwin" else 1024
    )


async def tried(db: str, words: str) -> None:
    least = megabytes()
    app = OnRecordApp(lambda: Ledger.open(db, by="bench", read_only=True))
    async with app.run_test(size=(120, 40)) as pilot:
        page = await until(pilot, lambda: has(app, 0))
        held = megabytes()
        whole = await until(pilot, lambda: app.screen.found.is_whole)
        print(
            f"{app.screen.found.total:,} quotes: opened and first page {page:.0f} ms, all counted {whole:.0f} more"
        )
        ahead = await until(pilot, lambda: all(each.group != "warm" for each in app.workers))
        print(f"read ahead {ahead:.0f} ms; memory {least} MB, with the list {held}, read ahead {megabytes()}")
        await until(pilot, lambda: isinstance(app.focused, RowList), "escape")
        list_ = app.screen.query_one(RowList)
        last = len(list_.rows) - 1
        print(f"to the end {await until(pilot, lambda: list_.cursor == last and has(app, last), 'G'):.0f} ms")
        print(f"to the top {await until(pilot, lambda: list_.cursor == 0 and has(app, 0), 'home'):.0f} ms")
        flipped = await until(pilot, lambda: app.screen.found.order.flipped and has(app, 0), "less_than_sign")
        back = await until(
            pilot, lambda: not app.screen.found.order.flipped and has(app, 0), "less_than_sign"
        )
        print(f"turned round {flipped:.0f} ms, and back {back:.0f} ms")
        times = await typed(app, pilot, words)
        for what, each in zip(("ms", "ms of CPU"), zip(*times, strict=True), strict=True):
            told = " ".join(f"{letter}:{one:.0f}" for letter, one in zip(words, each, strict=True))
            print(f"each letter, {what}: {told}; median {statistics.median(each):.0f}, most {max(each):.0f}")
        print(f"memory {megabytes()} MB")


async def typed(app: OnRecordApp, pilot: Pilot, words: str) -> list[tuple[float, float]]:
    """Milliseconds of each letter, by the clock and of CPU; the next comes when the one before has its answer."""
    await until(pilot, lambda: app.focused is app.screen.query_one("#query"), "slash")
    times = []
    for end in range(1, len(words) + 1):

        def answered(line: str = words[:end]) -> bool:
            found = app.screen.found
            return found.parsed.query.words == line and (not found.total or has(app, 0))

        cpu = time.process_time()
        took = await until(pilot, answered, words[end - 1])
        times.append((took, (time.process_time() - cpu) * 1000))
        await asyncio.sleep(BETWEEN)
    return times


if __name__ == "__main__":
    asyncio.run(tried(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else WORDS))
