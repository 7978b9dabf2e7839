"""This process's line to its nursery: one for all runs, started when first asked for."""

from __future__ import annotations

import atexit
import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from multiprocessing.connection import Connection, Pipe
from threading import Lock

from claims.errors import NoWorkers
from claims.workers.nursery import END, FORK, REPLY, REQUEST

# -P: the user's folder may hold a file called like a module. The path is this
# program's own, so that plugins found here are found there.
_PROGRAM = (
    "import sys; sys.path[:] = sys.argv[3:]; from claims.workers.nursery import main; "
    "main(int(sys.argv[1]), sys.argv[2] == 'warm')"
)

# A nursery that answers no request for so long hangs in an import: all of ours
# together take 1 s here, 10 s on a cold disk of a slow machine.
_ANSWER_SECONDS = 60.0


class Nursery:
    """A running nursery. Its socket closes when this process ends, and then it ends too."""

    def __init__(self, *, warm: bool) -> None:
        self._line, theirs = socket.socketpair()
        self._line.settimeout(_ANSWER_SECONDS)
        program = [sys.executable, "-P", "-c", _PROGRAM, str(theirs.fileno()), "warm" if warm else "cold"]
        nowhere = subprocess.DEVNULL  # what a parser prints may be a document's words
        with theirs:
            # A session of its own: Ctrl-C is for this process, which then ends the workers.
            self._process = subprocess.Popen(  # noqa: S603 - this Python, and paths as arguments
                [*program, *sys.path],
                stdin=nowhere,
                stdout=nowhere,
                stderr=nowhere,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )

    def fork(self) -> tuple[int, Connection]:
        """A new worker: its pid and the line to it.

        Raises:
            OSError, EOFError: the nursery is gone or hangs.
        """
        ours, theirs = Pipe()
        with theirs:
            socket.send_fds(self._line, [REQUEST.pack(FORK, 0)], [theirs.fileno()])
            pid, _ = self._reply()
        return pid, ours

    def end(self, pid: int) -> tuple[int, int]:
        """Kill a worker unless it is dead; its wait status (0: it is no worker) and peak memory in bytes.

        Raises:
            OSError, EOFError: as of `fork`.
        """
        self._line.sendall(REQUEST.pack(END, pid))
        return self._reply()

    def close(self) -> None:
        """End it and its workers."""
        self._line.close()
        try:
            self._process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def forget(self) -> None:
        """In a fork of this process: leave the nursery to the process that started it."""
        self._line.close()
        self._process.returncode = 0

    def _reply(self) -> tuple[int, int]:
        reply = self._line.recv(REPLY.size, socket.MSG_WAITALL)
        if len(reply) < REPLY.size:
            raise EOFError
        first, second = REPLY.unpack(reply)
        return first, second


_lock = Lock()
_nursery: Nursery | None = None


def can_fork() -> bool:
    """Can this program have workers? Not on Windows, nor frozen into one file without a Python."""
    return hasattr(os, "fork") and bool(sys.executable) and not getattr(sys, "frozen", False)


def get_ready() -> None:
    """Start the nursery, if there is none: it imports while this process does something else."""
    with _lock:
        _started()


def fork() -> tuple[int, Connection]:
    """A new worker: its pid and the line to it.

    Raises:
        NoWorkers: none can be started.
    """
    with _lock:
        try:
            return _started().fork()
        except (OSError, EOFError):
            _closed()
        # Once more without imports: a plugin that crashes when it is imported then
        # fails the inputs, each by name, and not the whole run.
        try:
            return _started(warm=False).fork()
        except (OSError, EOFError) as error:
            _closed()
            raise NoWorkers(str(error)) from error


def end(pid: int) -> tuple[int, int]:
    """Kill a worker unless it is dead; see `Nursery.end`."""
    with _lock:
        try:
            return _started().end(pid)
        except (OSError, EOFError):  # somebody killed the nursery: its workers are nobody's
            _closed()
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
    return signal.SIGKILL, 0


def _started(*, warm: bool = True) -> Nursery:
    global _nursery
    if _nursery is None:
        _nursery = Nursery(warm=warm)
    return _nursery


def _closed() -> None:
    global _nursery
    if _nursery is not None:
        _nursery.close()
    _nursery = None


def _forgotten() -> None:
    global _lock, _nursery
    _lock = Lock()
    if _nursery is not None:
        _nursery.forget()
    _nursery = None


atexit.register(_closed)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forgotten)
