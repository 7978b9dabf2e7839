"""Files and folders of a record: there whole or not at all, on disk at once, for their owner only."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# What the name of a file begins with that is not written whole yet.
PART = ".part-"


def write_aside(path: Path, raw: bytes) -> None:
    """Write a file so that it is there whole or not at all, whenever the power fails."""
    write_synced(path, raw)
    sync(path.parent)


def write_synced(path: Path, raw: bytes) -> None:
    """`write_aside`, but the folder is not synced: the caller does that, once for many files."""
    with _placed(path):
        _write_aside(path, raw)


def _write_aside(path: Path, raw: bytes) -> None:
    handle, aside = tempfile.mkstemp(prefix=PART, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        Path(aside).replace(path)
    except BaseException:
        Path(aside).unlink(missing_ok=True)
        raise


def make_folder(path: Path) -> bool:
    """Make a folder, and those above it, for its owner only, whatever the umask; False if it is there."""
    if path.is_dir():
        return False
    make_folder(path.parent)
    path.mkdir(exist_ok=True)
    path.chmod(0o700)
    return True


def sync(folder: Path) -> None:
    with _placed(folder):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextmanager
def _placed(path: Path) -> Iterator[None]:
    """A write to an open file that fails does not say where: name the place."""
    try:
        yield
    except OSError as error:
        error.filename = error.filename or str(path)
        raise
