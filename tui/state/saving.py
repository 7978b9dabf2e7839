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
        return self._thread.submit(work)

    def close(self) -> None:
        """Wait until everything that was submitted is saved."""
        self._thread.shutdown(wait=True)


def in_a_thread(work: Callable[[], Saved], future: Future[Saved] | None = None) -> Future[Saved]:
    """Begin some work at once, in a thread of its own.

    Args:
        future: gets what comes of it, for who has been waiting; if that was called off, nothing is begun.
    """
    coming: Future[Saved] = Future() if future is None else future

    def run() -> None:
        try:
            coming.set_result(work())
        except BaseException as error:  # noqa: BLE001 - whoever waits raises it
            coming.set_exception(error)

    if coming.set_running_or_notify_cancel():
        Thread(target=run).start()
    return coming
