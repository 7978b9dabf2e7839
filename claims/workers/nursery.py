"""The process from which workers are forked: it has done the slow imports, so a worker costs milliseconds.

It runs nothing of the user's program, holds no record and no thread of ours, and
ends with all its workers when the process that started it ends, however that ended.
"""

from __future__ import annotations

import gc
import os
import select
import signal
import socket
import struct
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module

from claims.registry import CHECKS, EXTRACTORS, READERS, plugins

# What the parent asks: FORK (a socket comes along) or END (with a pid).
REQUEST = struct.Struct("!cq")
FORK, END = b"f", b"e"
# What it is told: the new pid; or the wait status and the peak memory (bytes) of the one that ended.
REPLY = struct.Struct("!qq")


def main(control: int, warm: bool) -> None:
    """Serve requests on a socket until it closes; import between them, if `warm`."""
    gc.disable()  # what is imported stays, so that no collection need walk through it
    with socket.socket(fileno=control) as line:
        try:
            _serve(line, for_all() if warm else iter(()), for_some() if warm else iter(()))
        finally:
            for pid in _children:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            os._exit(0)  # nothing here needs tidying, and the parent waits


# Forked and not yet waited for, so these numbers are no other program's.
_children: set[int] = set()


def _serve(line: socket.socket, needed: Iterator[object], useful: Iterator[object]) -> None:
    """
    Args:
        needed: imports of every worker, done before the first is forked.
        useful: those of some documents. The first workers do not wait for them, nor share the processors
            with them: what a document needs then, its worker imports. They go on while there is no worker.
    """
    while True:
        asked = select.select([line], [], [], 0)[0]
        if not asked and (_goes_on(needed) or (not _children and _goes_on(useful))):
            continue
        request, sockets, _, _ = socket.recv_fds(line, REQUEST.size, 1, socket.MSG_WAITALL)
        if len(request) < REQUEST.size:
            return
        verb, pid = REQUEST.unpack(request)
        if verb == FORK:
            deque(needed, maxlen=0)
        line.sendall(_fork(line, sockets[0]) if verb == FORK else _end(pid))


def _goes_on(imports: Iterator[object]) -> bool:
    """Do the next; was there one?"""
    return any(True for _ in imports)


def _fork(line: socket.socket, end: int) -> bytes:
    gc.freeze()
    pid = os.fork()
    if pid == 0:
        code = 1
        gc.enable()
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


def for_all() -> Iterator[object]:
    """Imports what every worker needs, in the order in which it needs it."""
    for module in ("claims.workers.worker", "claims.intake"):
        yield _import(module)
    for group in (READERS, EXTRACTORS):
        yield from _loaded(group)


def for_some() -> Iterator[object]:
    """Imports what workers of a record need, and what extractors and readers say that they need."""
    # What is found in one document is found where it is read.
    yield from _loaded(CHECKS)
    for module in ("claims.arriving", "claims.rereading", "claims.readymade.figures"):
        yield _import(module)
    for plugin in (*_loaded(EXTRACTORS), *_loaded(READERS)):
        for name in getattr(plugin, "needs", ()):
            yield _import(name)


def _loaded(group: str) -> Iterator[object]:
    """The plugins that load; here and below a worker meets the others again, and says whose fault it is."""
    with suppress(Exception):
        for name in (installed := plugins(group)):
            with suppress(Exception):
                yield installed[name]


def _import(module: str) -> str:
    with suppress(Exception):
        import_module(module)
    return module
