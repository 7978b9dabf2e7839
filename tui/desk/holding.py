"""A key that is held down decides once."""

from __future__ import annotations

from functools import partial

from textual import events
from textual.widgets import Input

from tui.screens.base import Desk, RecordScreen
from tui.state.held import BETWEEN_REPEATS, Held


class Holding(Desk):
    """What an app does with the repetitions of a key."""

    def __init__(self) -> None:
        super().__init__()
        self._held = Held()
        self._withheld: events.Key | None = None
        self._seen_then = ""

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        deciding = self.keyboard.deciding
        if event.key in deciding and self._held.repeats(event.key, event.time):
            self._withheld = None
            return
        await self._let_go()
        decides = event.key in deciding and not isinstance(self.focused, Input)
        if decides and self._held.must_wait(event.key, event.time):
            self._withheld, self._seen_then = event, self._seen()
            self.set_timer(BETWEEN_REPEATS, partial(self._let_go, event))
        else:
            await super().on_event(event)

    async def _let_go(self, only: events.Key | None = None) -> None:
        """A press that waited was no repetition: it counts now."""
        event = self._withheld
        if event is not None and only in (None, event):
            self._withheld = None
            if not self.screen_stack:  # the app closed meanwhile
                return
            if self._seen() == self._seen_then:
                await super().on_event(event)
            else:
                self.say("What was on screen changed just then: nothing was decided.")

    def _seen(self) -> str:
        """What a key pressed now is about."""
        return self.screen.about() if isinstance(self.screen, RecordScreen) else ""
