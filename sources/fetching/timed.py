"""A limit of time for what blocks and cannot be interrupted: a name that is looked up, a slow answer."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

Made = TypeVar("Made")


def in_time(work: Callable[[], Made], seconds: float) -> Made:
    """What `work` gives or raises, if it ends in time.

    Else it goes on in its thread, unheard, which does not keep the program from ending.

    Raises:
        TimeoutError: it did not end.
    """
    made: list[Made] = []
    failed: list[BaseException] = []

    def run() -> None:
        try:
            made.append(work())
        except BaseException as error:  # noqa: BLE001  (raised again by who waits)
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True, name="onrecord-fetch")
    thread.start()
    thread.join(seconds)
    if failed:
        raise failed[0]
    if not made:
        raise TimeoutError
    return made[0]
