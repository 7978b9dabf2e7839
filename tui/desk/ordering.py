"""Keys typed ahead of the screen reach what they were typed for, in their order.

A terminal app sends a key to what has the focus, and learns what it does only when it
has travelled back up. A key typed meanwhile would go to the screen that is about to be
covered, or to the list that is about to lose the focus, and be lost. So each waits until
the one before has done what it does.
"""

from __future__ import annotations

from collections import deque
from functools import partial

from textual import events
from textual.message import Message

from tui.screens.base import Desk

# A key whose way back was cut, by a window that closed under it, holds up the next no longer than this.
LOST = 0.25


class Ordering(Desk):
    """What an app does with keys that come faster than it answers."""

    class Passed(Message):
        """Follows a key on its way up, and so arrives after it."""

    class Settled(Message):
        """What a key opened or focused is there."""

    def __init__(self) -> None:
        super().__init__()
        self._typed: deque[events.Key | events.Paste] = deque()
        self._passing = 0
        self._busy = False

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed.append(event)
        if self._busy:
            self._not_for_good()
        else:
            await self._next()

    async def _next(self) -> None:
        """Send the next key on its way; the one after follows when that has settled."""
        self._busy = bool(self._typed and self.screen_stack)
        if self._busy:
            self._passing += 1
            at = self.focused or self.screen
            await super().on_event(self._typed.popleft())
            if not at.post_message(self.Passed()):
                self._let_settle()
            if self._typed:
                self._not_for_good()

    def _not_for_good(self) -> None:
        self.set_timer(LOST, partial(self._settled, self._passing))

    def on_ordering_passed(self) -> None:
        self._let_settle()

    def _let_settle(self) -> None:
        """The focus is given by a message to the app, and by each screen once it is up."""
        settled = partial(self.post_message, self.Settled())
        self.call_later(lambda: self.screen_stack and self.screen.call_later(settled))

    async def on_ordering_settled(self) -> None:
        await self._settled(self._passing)

    async def _settled(self, which: int) -> None:
        if self._busy and which == self._passing:
            await self._next()
