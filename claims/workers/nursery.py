"""The process from which workers are forked: it has done the slow imports, so a worker costs milliseconds.

It runs nothing of the user's program, holds no record and no thread of ours, and
ends with all its workers when the process that started it ends, however that ended.
"""

from __future__ import annotations

import os
import select
import signal
import socket
import struct
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from importlib import import_module

# What the parent asks: FORK (a socket comes along) or END (with a pid).
REQUEST = struct.Struct("!cq")
FORK, END = b"f", b"e"
# What it is told: the new pid; or the wait status and the peak memory (bytes) of the one that ended.
REPLY = struct.Struct("!qq")


def main(control: int, warm: bool) -> None:
    """Serve requests on a socket until it closes; import between them."""
    with socket.socket(fileno=control) as line:
        try:
            _serve(line, deque(_imports() if warm else ()))
        finally:
            for pid in _children:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            os._exit(0)  # nothing here needs tidying, and the parent waits


# Forked and not yet waited for, so these numbers are no other program's.
_children: set[int] = set()


def _serve(line: socket.socket, chores: deque[Callable[[], object]]) -> None:
    while True:
        # A first small input does not wait for what only web pages need.
        if chores and not select.select([line], [], [], 0)[0]:
            with suppress(Exception):  # a worker meets it again, and says whose fault it is
                chores.popleft()()
            continue
        request, sockets, _, _ = socket.recv_fds(line, REQUEST.size, 1, socket.MSG_WAITALL)
        if len(request) < REQUEST.size:
            return
        verb, pid = REQUEST.unpack(request)
        line.sendall(_fork(line, sockets[0]) if verb == FORK else _end(pid))


def _fork(line: socket.socket, end: int) -> bytes:
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            from multiprocessing.connection import Connection

            from claims.workers.worker import serve

            line.close()
            serve(Connection(end))
            code = 0
        finally:
            os._exit(code)
    os.close(end)
    _children.add(pid)
    return REPLY.pack(pid, 0)


def _end(pid: int) -> bytes:
    """Kill, unless it is dead already, and wait: then the status says how it died."""
    if pid not in _children:
        return REPLY.pack(0, 0)
    os.kill(pid, signal.SIGKILL)
    _, status, used = os.wait4(pid, 0)
    _children.discard(pid)
    return REPLY.pack(status, used.ru_maxrss * 1024)


def _imports() -> Iterator[Callable[[], object]]:
    """What reading and extraction need, in the order in which a first document needs it."""
    from claims.registry import CHECKS, EXTRACTORS, READERS, plugins

    def modules() -> None:
        for plugin in (*plugins(EXTRACTORS).values(), *plugins(READERS).values()):
            for name in getattr(plugin, "needs", ()):
                with suppress(ImportError):
                    import_module(name)

    yield lambda: import_module("claims.workers.worker")
    yield lambda: import_module("claims.intake")
    yield lambda: plugins(EXTRACTORS)
    yield lambda: plugins(READERS)
    # What is found in one document is found where it is read.
    yield lambda: plugins(CHECKS)
    for module in ("claims.arriving", "claims.rereading", "claims.readymade.figures"):
        yield partial(import_module, module)
    yield modules
