"""Saving in order: one decision after the other, none lost when the app closes."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Thread
from typing import TypeVar

Saved = TypeVar("Saved")


class Saver:
    """One thread that writes. An undo pressed after a decision runs after it."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="saving")

    def submit(self, work: Callable[[], Saved]) -> Future[Saved]:
        """Save after all that was submitted before, even if who waits for it is told to stop: as the app
        closes, asyncio calls off every future that still can be.
        """
        future: Future[Saved] = Future()
        future.set_running_or_notify_cancel()
        self._thread.submit(_fill, future, work)
        return future

    def close(self) -> None:
        """Wait until everything that was submitted is saved."""
        self._thread.shutdown(wait=True)


def in_a_thread(work: Callable[[], Saved], future: Future[Saved] | None = None) -> Future[Saved]:
    """Begin some work at once, in a thread of its own.

    Args:
        future: gets what comes of it, for who has been waiting; if that was called off, nothing is begun.
    """
    coming: Future[Saved] = Future() if future is None else future

    if coming.set_running_or_notify_cancel():
        Thread(target=_fill, args=(coming, work)).start()
    return coming


def _fill(future: Future[Saved], work: Callable[[], Saved]) -> None:
    try:
        future.set_result(work())
    except BaseException as error:  # noqa: BLE001 - whoever waits raises it
        future.set_exception(error)
