"""Where work runs: in guarded worker processes. The one module that knows which."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from typing import TypeVar

from claims.errors import WorkLost
from claims.workers import forking
from claims.workers.crew import Crew
from claims.workers.limits import LIMITS, Limits

Item = TypeVar("Item")
Result = TypeVar("Result")

# Inputs under way or waiting for their turn, for each worker: one that takes its 20 s
# holds back the results behind it, and the other workers shall have work meanwhile.
_AHEAD = 64
# Bytes of those inputs: one more file of the largest size than is at work.
_AHEAD_BYTES = 64 * 1024 * 1024

_IDLE_SECONDS = 1.0

get_ready = forking.get_ready


def _weightless(_: object) -> int:
    return 0


def run(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    jobs: int,
    *,
    lost: Callable[[Item, str], Result] | None = None,
    weigh: Callable[[Item], int] = _weightless,
    idle: Callable[[], Result] | None = None,
    limits: Limits = LIMITS,
) -> Iterator[Result]:
    """`work` on every item, results in the order of the items.

    Each of `jobs` worker processes has one item at a time. A worker that goes
    over a limit is killed, one that dies is replaced, and the other items go on.
    Where the system has no fork (Windows), work runs in this process, unguarded.

    Args:
        work: a function of a module that can be imported; its items and results travel between processes.
        jobs: 0 for one a processor.
        lost: makes the result of an item whose worker was lost, from a clause that says why.
        weigh: bytes that an item holds, so that not too many are held at once.
        idle: makes what is given each time that the next result is not ready for a second.

    Raises:
        WorkLost: an item's worker was lost, and `lost` is not given.
        NoWorkers: no worker can be started.
        Exception: whatever `work` raises, in the turn of its item.
    """
    if not forking.can_fork():
        yield from map(work, items)
        return
    jobs = jobs or _processors()
    crew = Crew(work, limits)
    threads = ThreadPoolExecutor(jobs, "onrecord-worker")

    def done(item: Item) -> Result:
        try:
            return crew.do(item)  # type: ignore[return-value]  # what `work` gives
        except WorkLost as error:
            if lost is None:
                raise
            return lost(item, error.why)

    try:
        yield from _in_order(threads, done, items, weigh, jobs * _AHEAD, idle)
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        crew.stop()
        threads.shutdown()


@contextmanager
def apart(
    work: Callable[[Item], Result], *, lost: Callable[[Item, str], Result], limits: Limits = LIMITS
) -> Iterator[Callable[[Item], Result]]:
    """`work` for one item whenever it is asked for, in a guarded process that is kept for the next.

    Args: as of `run`.
    """
    if not forking.can_fork():
        yield work
        return
    crew = Crew(work, limits)

    def done(item: Item) -> Result:
        try:
            return crew.do(item)  # type: ignore[return-value]  # what `work` gives
        except WorkLost as error:
            return lost(item, error.why)

    try:
        yield done
    finally:
        crew.stop()


def _in_order(
    threads: ThreadPoolExecutor,
    done: Callable[[Item], Result],
    items: Iterable[Item],
    weigh: Callable[[Item], int],
    ahead: int,
    idle: Callable[[], Result] | None,
) -> Iterator[Result]:
    waiting: deque[tuple[Future[Result], int]] = deque()
    held = 0
    for item in items:
        weight = weigh(item)
        while waiting and (len(waiting) >= ahead or held + weight > _AHEAD_BYTES or waiting[0][0].done()):
            held -= waiting[0][1]
            yield from _awaited(waiting.popleft()[0], idle)
        waiting.append((threads.submit(done, item), weight))
        held += weight
    while waiting:
        yield from _awaited(waiting.popleft()[0], idle)


def _awaited(future: Future[Result], idle: Callable[[], Result] | None) -> Iterator[Result]:
    while idle and not wait([future], _IDLE_SECONDS).done:
        yield idle()
    yield future.result()


def _processors() -> int:
    """Those that this process may use: a container may have few of a large machine's."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
