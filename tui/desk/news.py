"""What others decide meanwhile, here as in any other program on the same record."""

from __future__ import annotations

import asyncio
from collections import Counter

from tui.screens.base import Desk

# Seconds between two looks; a look costs less than a millisecond.
LOOK_EVERY = 2.0


class News(Desk):
    """What an app does when somebody else decided something."""

    def on_mount(self) -> None:
        self.set_interval(LOOK_EVERY, self._look)

    def _look(self) -> None:
        if self.opening.done() and not self.opening.exception():
            self.run_worker(self.heed_news(), group="news")

    async def heed_news(self) -> None:
        """Say who decided something since the last look, and let the screen show it."""
        news = await asyncio.to_thread(self.ledger.news)
        if news:
            from tui.state.words import counted

            names = Counter(one.by for one in news)
            told = "; ".join(f"{by} decided {counted(number, 'thing')}" for by, number in names.items())
            self.say(f"{told} meanwhile.")
            self.changes += 1
            self.catch_up()
