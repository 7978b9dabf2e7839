"""Where work runs: in this process or in several. The one module that knows which."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

# Inputs read ahead of the writer for each worker: enough that no worker waits
# while one document is stored, few enough that a large file is held only a few times.
_AHEAD = 4


def run(work: Callable[[Item], Result], items: Iterable[Item], jobs: int) -> Iterator[Result]:
    """`work` on every item, results in the order of the items.

    Args:
        work: a function of a module; its items and results travel between processes.
        jobs: how many processes; 1 stays in this one.
    """
    if jobs <= 1:
        yield from map(work, items)
        return
    # "forkserver": a forked copy of a process with threads (the app) may hang.
    with ProcessPoolExecutor(jobs, mp_context=get_context("forkserver")) as pool:
        waiting: deque[Future[Result]] = deque()
        for item in items:
            waiting.append(pool.submit(work, item))
            if len(waiting) >= jobs * _AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
