"""Who is told that a write has to wait for another program."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

# Short enough that nobody thinks a command hangs; most waits end before it.
SECONDS = 1.0

_listeners: list[Callable[[], None]] = []


def tell(listener: Callable[[], None]) -> None:
    """From now on call this, in a thread of its own, once for each write that waits longer than SECONDS."""
    _listeners[:] = [listener]


@contextmanager
def patience() -> Iterator[None]:
    """Around what may have to wait."""
    timers = [Timer(SECONDS, listener) for listener in _listeners]
    for timer in timers:
        timer.daemon = True
        timer.start()
    try:
        yield
    finally:
        for timer in timers:
            timer.cancel()
