"""Long work beside the app: how far it is, what could not be done, and stopping it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING

from tui.progress import Pace

if TYPE_CHECKING:
    from claims import Ledger


class Stopped(Exception):
    """Somebody asked for the work to stop."""


class Job:
    """One work.

    Attributes:
        doing: what is done, for the top bar: "adding".
        failed: what could not be done, each a place and why.
        told: hears that there is something to show; called in the thread of the work.
    """

    def __init__(self, doing: str, counted: str, work: Callable[[Job], str]) -> None:
        self.doing, self._work = doing, work
        self._pace = Pace(0, counted=counted)
        self._stop = Event()
        self.failed: list[tuple[str, str]] = []
        self.told: Callable[[], object] = lambda: None

    def run(self) -> str:
        """Do it; gives a sentence on what came of it."""
        return self._work(self)

    def stop(self) -> None:
        """Ask it to stop, which it does at its next step; what is stored stays."""
        self._stop.set()

    def reach(self, done: int, of: int) -> None:
        """So many steps are done.

        Raises:
            Stopped: it is to stop.
        """
        self._pace.expect(of)
        self._pace.reach(done)
        self.told()
        if self._stop.is_set():
            raise Stopped

    def step(self) -> None:
        """One more is done. Raises as `reach`."""
        self.reach(self._pace.done + 1, self._pace.total)

    def expect(self, total: int) -> None:
        self._pace.expect(total)

    @property
    def words(self) -> str:
        """ "adding: 12 of 40 read, about 8 s left"."""
        return f"{self.doing}: {'stopping …' if self._stop.is_set() else self._pace}"


def adding(ledger: Ledger, path: str, jobs: int, extractor: str) -> Job:
    """Read a file or a folder into the record."""

    def work(job: Job) -> str:
        from claims.ports import Given
        from claims.views import Status
        from tui.commands.add import Intake

        intake = Intake([path], Given(), None)
        job.expect(intake.expected())
        results = intake.run(ledger, jobs, extractor)
        try:
            for fate in results:
                if fate.status is Status.FAILED:
                    job.failed.append((fate.location, fate.reason))
                job.step()
        except Stopped:
            return f"Stopped; what was stored stays: {intake.summary()}"
        finally:
            results.close()
        return f"Added: {intake.summary()}"

    return Job("adding", "read", work)


def rebuilding(ledger: Ledger, jobs: int, extractor: str) -> Job:
    """Derive everything again from the kept documents."""

    def work(job: Job) -> str:
        try:
            done = ledger.rebuild(jobs=jobs, extractor=extractor, progress=job.reach)
        except Stopped:
            return (
                "Stopped: what was derived again stays, the rest is as it was. I goes on from the beginning."
            )
        job.failed += [(each.location or each.document, each.message) for each in done.problems]
        return (
            f"Read and compared again: {done.changed:,} of {done.documents:,} documents came out otherwise."
        )

    return Job("reading and comparing again", "steps", work)


def matching(ledger: Ledger) -> Job:
    """What imported quotes still wait for: being matched, read for figures, and checked."""

    def work(job: Job) -> str:
        try:
            matched = ledger.match_waiting(progress=job.reach)
            ledger.read_figures(progress=job.reach)
            ledger.check_waiting(progress=job.reach)
        except Stopped:
            return "Stopped: what was compared stays, the rest waits."
        return f"{matched:,} imported quotes were compared."

    return Job("comparing imported quotes", "done", work)
