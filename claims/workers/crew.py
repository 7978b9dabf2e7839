"""The workers of one run, from the parent's side: forked as needed, held to time, replaced when lost."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable
from threading import Lock
from time import monotonic

from claims.errors import WorkLost
from claims.workers import forking
from claims.workers.limits import Limits
from claims.workers.stage import READING, WORKING
from claims.workers.worker import outcome_of

# A worker that died with this share of its memory in use died of it: the
# allocation that failed was the rest.
_NEARLY_ALL = 0.8


class Crew:
    """Workers for one function. Safe to use from several threads, each with one item."""

    def __init__(self, work: Callable[..., object], limits: Limits) -> None:
        self._work = work
        self._limits = limits
        self._idle: deque[Worker] = deque()
        self._busy: set[Worker] = set()
        self._lock = Lock()
        self._stopped = False

    def do(self, item: object) -> object:
        """The function on one item, in a worker that is free or new.

        Raises:
            WorkLost: the worker was killed at a limit, or died.
            NoWorkers: none can be started.
            Exception: whatever the function raises.
        """
        worker = self._taken()
        try:
            result, error = worker.do(item)
        finally:
            self._back(worker)
        if error is not None:
            raise error
        return result

    def stop(self) -> None:
        """Kill all workers, those at work too."""
        with self._lock:
            self._stopped = True
            workers = [*self._idle, *self._busy]
        for worker in workers:
            worker.kill()

    def _taken(self) -> Worker:
        with self._lock:
            worker = self._idle.pop() if self._idle else None
        worker = worker or Worker(self._work, self._limits)
        with self._lock:
            self._busy.add(worker)
            stopped = self._stopped
        if stopped:
            worker.kill()
        return worker

    def _back(self, worker: Worker) -> None:
        with self._lock:
            self._busy.discard(worker)
            if worker.lives:
                self._idle.append(worker)


class Worker:
    """One worker process and the line to it.

    Attributes:
        lives: it can take another item.
    """

    def __init__(self, work: Callable[..., object], limits: Limits) -> None:
        self._work, self._limits = work, limits
        self._pid, self._line = forking.fork()
        self.lives = True

    def do(self, item: object) -> tuple[object, Exception | None]:
        """Result, or what the function raised.

        Raises:
            WorkLost: it was killed at a limit, or died.
        """
        try:
            self._line.send((self._work, self._limits, item))
            message, stage = self._message()
        except (EOFError, OSError):
            raise WorkLost(self._why_it_died(*self._ended())) from None
        if not message:
            self._ended()
            limits = self._limits
            raise WorkLost(limits.read_too_long if stage == READING else limits.worked_too_long)
        result, error, spent = outcome_of(message, item)
        if spent:
            self._ended()
        return result, error

    def kill(self) -> None:
        """End it from another thread; the one that waits for it finds the line closed."""
        forking.end(self._pid)

    def _message(self) -> tuple[bytes, bytes]:
        """The message with the outcome, b"" if time ran out; and the stage it was at."""
        stage, deadline = WORKING, monotonic() + self._limits.working_seconds
        while self._line.poll(max(0.0, deadline - monotonic())):
            message = self._line.recv_bytes()
            if message not in (READING, WORKING):
                return message, stage
            reading = message == READING
            seconds = self._limits.reading_seconds if reading else self._limits.working_seconds
            stage, deadline = message, monotonic() + seconds
        return b"", stage

    def _ended(self) -> tuple[int, int]:
        self.lives = False
        ended = forking.end(self._pid)
        self._line.close()
        return ended

    def _why_it_died(self, status: int, peak: int) -> str:
        if peak >= _NEARLY_ALL * self._limits.reading_bytes:
            return self._limits.read_too_large
        code = os.waitstatus_to_exitcode(status)
        how = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return f"the process that read it died ({how})"
