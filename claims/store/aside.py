"""A folder for what is not whole yet, on the disk where it will lie.

It is gone afterwards; where its process was killed, the next one sweeps it away.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path

from claims.errors import RecordError
from claims.store.files import make_folder

_PREFIX = ".onrecord-"


@contextmanager
def folder_aside(parent: Path, location: str) -> Iterator[Path]:
    """An empty folder inside `parent`, for its owner only.

    Args:
        location: what could not be written, for the error.

    Raises:
        RecordError: for whatever the disk refuses while the folder is used.
    """
    try:
        make_folder(parent)
        with _locked(parent):
            sweep(parent)
            folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=parent))
            handle = os.open(folder, os.O_RDONLY)
            flock(handle, LOCK_EX)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            os.close(handle)
    except OSError as error:
        raise RecordError(location, f"it cannot be written ({error.strerror or error})") from error


def sweep(parent: Path) -> None:
    """Remove the folders that killed processes left here: those that nobody holds the lock of."""
    for folder in parent.glob(f"{_PREFIX}*"):
        with suppress(OSError), _locked(folder, wait=False):
            shutil.rmtree(folder)


@contextmanager
def _locked(folder: Path, *, wait: bool = True) -> Iterator[None]:
    """The lock of a folder, which ends with the process that holds it."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        flock(handle, LOCK_EX | (0 if wait else LOCK_NB))
        yield
    finally:
        os.close(handle)
