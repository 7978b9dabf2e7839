"""Long work from the app: started, shown in the top bar, stopped; the app goes on meanwhile."""

from __future__ import annotations

import asyncio
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from claims.errors import OnRecordError, ReadOnlyRecord
from tui.screens.base import Desk
from tui.screens.dialogs import Ask, Choose
from tui.state.saving import in_a_thread
from tui.widgets.bars import TopBar

if TYPE_CHECKING:
    from tui.state.jobs import Job

# Seconds between two words on how far it is: over a slow line each is a line of the screen.
_BETWEEN = 0.5


class Working(Desk):
    """What an app does with one long work at a time."""

    _told = 0.0

    def action_work(self) -> None:
        """Add documents, or do another long work; while one runs, look at it or stop it."""
        if self.job:
            words = f"{self.job.words}. It goes on while you work."
            self.push_screen(Choose(words, [("b", "", "back"), ("s", "stop", "stop it")]), self._stop)
            return
        choices = [
            ("a", "add", "add a file or a folder"),
            ("r", "rebuild", "read and compare everything again (decisions stay)"),
        ]
        if self.ledger.waiting():
            choices.append(("m", "match", "compare the imported quotes that wait for it"))
        self.push_screen(Choose("Documents", choices), self._begin)

    def _stop(self, chosen: str | None) -> None:
        if chosen == "stop" and self.job:
            self.job.stop()
            self._refresh_bar()

    def _begin(self, chosen: str | None) -> None:
        from tui.desk.paths import PathSuggester
        from tui.state.jobs import matching, rebuilding

        if chosen and self.ledger.read_only:
            self.trouble(ReadOnlyRecord(self.ledger.location))
        elif chosen == "add":
            hint = "a path; → takes what is offered"
            self.push_screen(Ask("Which file or folder?", hint=hint, suggester=PathSuggester()), self._add)
        elif chosen == "rebuild":
            self.start(rebuilding(self.ledger, self.chosen.jobs, self.chosen.extractor))
        elif chosen == "match":
            self.start(matching(self.ledger))

    def _add(self, path: str | None) -> None:
        from tui.state.jobs import adding

        if path:
            self.start(adding(self.ledger, path, self.chosen.jobs, self.chosen.extractor))

    def start(self, job: Job) -> None:
        """Do it in a thread of its own."""
        self.job = job
        loop = asyncio.get_running_loop()
        job.told = partial(self._heard, loop)
        self.run_worker(self._wait(job), group="job")
        self._refresh_bar()

    def _heard(self, loop: asyncio.AbstractEventLoop) -> None:
        """In the thread of the work: show how far it is, now and then."""
        if monotonic() - self._told >= _BETWEEN:
            self._told = monotonic()
            loop.call_soon_threadsafe(self._refresh_bar)

    async def _wait(self, job: Job) -> None:
        from tui.state.words import counted

        future = asyncio.wrap_future(in_a_thread(job.run))
        try:
            words = await future
        except OnRecordError as error:
            self.trouble(error)
            return
        finally:
            self.job = None
            self.changes += 1
            self.catch_up()
            self._refresh_bar()
        unread = counted(len(job.failed), "document")
        failed = f" {unread} could not be read: Sources (6) lists them." if job.failed else ""
        self.say(words + failed, warn=bool(job.failed))

    def _refresh_bar(self) -> None:
        for bar in self.screen.query(TopBar):
            bar.refresh()
