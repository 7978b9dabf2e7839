"""Inside a worker: takes items, gives results, until the parent closes the line."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from multiprocessing.connection import Connection

from claims.workers.limits import leave_no_core
from claims.workers.stage import Held, hold

# What a worker sends last of an item; the outcome follows in the same message.
DONE = b"d"

# Stands for the item inside its result.
_THE_ITEM = "item"


def serve(line: Connection) -> None:
    """Work on one item after another: each message is a function, its limits and an item."""
    leave_no_core()
    while True:
        item: object = None  # or the last large file stays while the worker waits
        try:
            work, limits, item = line.recv()
        except EOFError:
            return
        except Exception as error:  # noqa: BLE001 - a function that only the parent's script has, say
            line.send_bytes(_sent((None, error, False), None))
            continue
        held = hold(limits, line.send_bytes)
        line.send_bytes(_outcome(work, item, held))
        if held.spent:
            return


def outcome_of(message: bytes, item: object) -> tuple[object, Exception | None, bool]:
    """In the parent: result, or what `work` raised, and whether this worker is spent."""
    written = io.BytesIO(message)  # large messages are not copied, here and below
    written.seek(len(DONE))
    outcome: tuple[object, Exception | None, bool] = _WithItem(written, item).load()
    return outcome


def _outcome(work: Callable[[object], object], item: object, held: Held) -> bytes:
    try:
        result, error = work(item), None
        return _sent((result, None, held.spent), item)
    except Exception as raised:  # noqa: BLE001 - it is the parent's: raised there, in its turn
        error = raised
    try:
        return _sent((None, error, held.spent), item)
    except Exception:  # noqa: BLE001 - an exception may hold what cannot travel
        return _sent((None, RuntimeError(f"{type(error).__name__}: {error}"), held.spent), item)


def _sent(outcome: tuple[object, Exception | None, bool], item: object) -> bytes:
    written = io.BytesIO()
    written.write(DONE)
    _WithoutItem(written, item).dump(outcome)
    return written.getvalue()


class _WithoutItem(pickle.Pickler):
    """The item inside its own result is not sent back: it may be a file of 50 MB."""

    def __init__(self, file: io.BytesIO, item: object) -> None:
        super().__init__(file, pickle.HIGHEST_PROTOCOL)
        self._item = item

    def persistent_id(self, obj: object) -> str | None:
        return _THE_ITEM if obj is self._item else None


class _WithItem(pickle.Unpickler):
    def __init__(self, file: io.BytesIO, item: object) -> None:
        super().__init__(file)
        self._item = item

    def persistent_load(self, pid: str) -> object:
        return self._item
