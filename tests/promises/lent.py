"""A nursery for a forked child, forked too: to start an interpreter and import for each child takes most of a run.

It serves as the one that the program would start does; only its birth differs. What is started
as people start it (`python -m tui`) has a nursery of its own making.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
from contextlib import suppress
from pathlib import Path

from claims.errors import PluginError
from claims.registry import CHECKS, EXTRACTORS, READERS, plugins
from claims.workers import forking, nursery


class Lent(forking.Nursery):
    """A fork of this process that serves until this process ends."""

    def __init__(self) -> None:
        self._line, theirs = socket.socketpair()
        self._line.settimeout(60)
        self._id = os.fork()
        if self._id == 0:
            try:
                self._line.close()
                _alone()
                nursery.main(theirs.detach(), warm=False)
            finally:
                os._exit(1)
        theirs.close()

    def close(self) -> None:
        self._line.close()
        os.kill(self._id, signal.SIGKILL)
        os.waitpid(self._id, 0)

    def forget(self) -> None:
        self._line.close()


def lend() -> None:
    """Give this process a nursery that knows what it knows now, before it asks for one."""
    forking._closed()
    forking._nursery = Lent()


def know() -> None:
    """Import here what workers need, once for all children that are forked from now on."""
    list(nursery.for_all())
    list(nursery.for_some())


def installed(folder: Path, extractor: str) -> None:
    """This process finds what lies in a folder as if it were installed, works there and has no other settings."""
    sys.path.insert(0, str(folder))
    plugins.cache_clear()
    # Before it forks: each worker would look for them again.
    for group in (CHECKS, EXTRACTORS, READERS):
        with suppress(PluginError):  # what is to be seen of one that does not load is seen there
            list(plugins(group).values())
    lend()
    for name in [name for name in os.environ if name.startswith("ONRECORD_")]:
        del os.environ[name]
    os.environ |= {"ONRECORD_EXTRACTOR": extractor, "XDG_CONFIG_HOME": str(folder)}
    os.chdir(folder)


def _alone() -> None:
    """What a document makes a parser print is nobody's, and Ctrl-C is for the parent."""
    os.setsid()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nowhere, number)
