"""What `onrecord import` does with a table of ready-made quotes: stores them, then looks what is in them."""

from __future__ import annotations

import time
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from claims.views import Added, Status
from tui import jsonforms, jsonviews
from tui.commands.added import print_added
from tui.commands.import_ import STDIN
from tui.printing import counted, say
from tui.progress import progress, steps
from tui.session import Session

if TYPE_CHECKING:
    from claims import Ledger
    from sources.tables import Table


def import_quotes(session: Session, table: Table, *, jobs: int, as_json: bool) -> int:
    """Take in every row; returns the exit code."""
    extractor = session.extractor
    for note in table.notes:
        say(f"{table.location}: {note}")
    with session.writing(create=True) as ledger:
        told = _Told(_last_time(ledger, table.location))
        try:
            _store(session, ledger, table, told, as_json)
            for note in table.told():
                say(f"{table.location}: {note}")
            say(told.stored())
            _derive(ledger, jobs, extractor)
            if told.fates[Status.STORED]:
                say("`onrecord import --undo` takes this import back.")
        except KeyboardInterrupt:
            say(f"What was stored stays: {told.counts()}.")
            if waiting := ledger.waiting():
                say(f"{_wait(waiting)}: the same command goes on there, and so does `onrecord rebuild`.")
            raise
    return 1 if told.fates[Status.FAILED] else 0


def _store(session: Session, ledger: Ledger, table: Table, told: _Told, as_json: bool) -> None:
    with progress(table.count, as_json=as_json, counted="stored") as step:
        for lot in ledger.import_quotes(table):
            told.count(lot)
            # A reader of our output who leaves does not stop the rest from being stored.
            with step(len(lot)), suppress(BrokenPipeError):
                for result in lot:
                    _print(session, result, as_json)


def _print(session: Session, result: Added, as_json: bool) -> None:
    """Of a hundred thousand rows people want to know those that were not taken."""
    if as_json:
        # Nobody has looked yet which figures are in it.
        jsonforms.emit_json(jsonviews.added(result) | {"claims": None})
    elif result.status in (Status.FAILED, Status.SKIPPED):
        print_added(session.paper, result, as_json=False)


def _derive(ledger: Ledger, jobs: int, extractor: str) -> None:
    """Also for what an import before this one left."""
    waiting = ledger.waiting()
    if not waiting:
        return
    began = time.monotonic()
    with steps("matched") as matches:
        ledger.match_waiting(progress=matches)
    matched = time.monotonic()
    with steps("read for figures") as figures:
        claims = ledger.read_figures(jobs=jobs, extractor=extractor, progress=figures)
    read = time.monotonic()
    with steps("checked against other documents") as checks:
        ledger.check_waiting(progress=checks)
    checked = time.monotonic()
    say(
        f"Matched {counted(waiting, 'quote')} in {_seconds(matched - began)}, "
        f"read {counted(claims, 'figure')} in {_seconds(read - matched)}, "
        f"checked against other documents in {_seconds(checked - read)}."
    )


def _last_time(ledger: Ledger, location: str) -> str:
    """The day on which the same table was imported before and not taken back; "" if it was not. What came
    from standard input is another table each time.
    """
    before = (one for one in ledger.imports() if one.location == location and not one.taken_back)
    found = None if location == STDIN else next(before, None)
    return found.moment[:10] if found else ""


class _Told:
    """What became of the rows, counted.

    Args:
        before: the day on which the same table was imported before, if it was.
    """

    def __init__(self, before: str) -> None:
        self.fates: Counter[Status] = Counter()
        self._before = before
        self._began = time.monotonic()

    def count(self, lot: list[Added]) -> None:
        self.fates.update(result.status for result in lot)

    def counts(self) -> str:
        """ "3 quotes stored, 1 unchanged, 2 failed"; of a table that was here before "1 row known, 3 new"."""
        stored, unchanged, skipped, failed = (self.fates[status] for status in Status)
        told = [f"{counted(stored, 'quote')} stored", f"{unchanged:,} unchanged"]
        if self._before and unchanged:
            when = f"Imported before, on {self._before}"
            told = [f"{when}: {counted(unchanged, 'row')} known", f"{stored:,} new"]
        told += [f"{skipped:,} skipped"] if skipped else []
        return ", ".join(told + ([f"{failed:,} failed"] if failed else []))

    def stored(self) -> str:
        """With the time that it took, and where to look for what failed."""
        seconds = time.monotonic() - self._began
        rate = f" ({self.fates.total() / seconds:,.0f} rows a second)" if seconds >= 1 else ""
        kept = " `onrecord problems` keeps what failed." if self.fates[Status.FAILED] else ""
        return f"{self.counts()} in {_seconds(seconds)}{rate}.{kept}"


def _wait(waiting: int) -> str:
    return f"{counted(waiting, 'quote')} {'waits' if waiting == 1 else 'wait'} for figures and matches"


def _seconds(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds < 90 else f"{seconds / 60:.1f} min"
