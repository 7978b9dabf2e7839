"""Long work in short transactions, so that whoever judges meanwhile waits for one at most."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from time import monotonic, sleep
from typing import TypeVar

from claims.decisions import Decisions

Item = TypeVar("Item")

# For how long one transaction goes on taking items, in seconds: whoever judges meanwhile
# waits so long. After it others have a tenth of that time to begin: a waiting program looks
# ten times a second whether it may.
_HELD = 1.0
_PAUSE = 0.1


def in_turns(decisions: Decisions, items: Sequence[Item], step: Callable[[Item], None]) -> Iterator[int]:
    """Take each item, as many in one transaction as fit its time; yields how many those were."""
    rest = deque(items)
    while rest:
        taken, start = 0, monotonic()
        with decisions.together():
            while rest and (not taken or monotonic() - start < _HELD):
                step(rest.popleft())
                taken += 1
        yield taken
        sleep(_PAUSE * (monotonic() - start))
