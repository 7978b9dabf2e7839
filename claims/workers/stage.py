"""Inside a worker: says when reading begins and ends, so that it is held to its limits."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from claims.errors import GivenUp
from claims.workers.limits import Limits, hold_memory

# What a worker says before its result; one byte each.
READING, WORKING = b"r", b"w"


@dataclass(slots=True)
class Held:
    """What the worker of this process is held to.

    Attributes:
        tell: sends a stage to the parent.
        spent: reading met the limit of memory. What the allocator keeps would
            count against the next input, so this worker shall be the last's.
    """

    limits: Limits
    tell: Callable[[bytes], None]
    spent: bool = False


# None in every process that is no worker.
_held: Held | None = None


def hold(limits: Limits, tell: Callable[[bytes], None]) -> Held:
    """Make this process a worker, from now on held to limits."""
    global _held
    _held = Held(limits, tell)
    hold_memory(limits.working_bytes)
    return _held


@contextmanager
def reading(location: str) -> Iterator[None]:
    """What runs under this is reading: in a worker it is held to the limits of reading.

    Raises:
        GivenUp: it needs more memory than it may have.
    """
    held = _held
    if held is None:
        yield
        return
    held.tell(READING)
    hold_memory(held.limits.reading_bytes)
    try:
        yield
    except MemoryError:
        held.spent = True
        raise GivenUp(location, held.limits.read_too_large) from None
    finally:
        hold_memory(held.limits.working_bytes)
        held.tell(WORKING)
