"""Files that are to be written: where, and whole or not at all."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from claims.errors import BadValue
from claims.ports import Exporter


def check_folder(target: Path) -> None:
    """Raise BadValue unless the folder of this file is there: a slip of the keys makes no new one."""
    if not target.parent.is_dir():
        raise BadValue("place for a file", str(target), f"there is no folder {target.parent}")


@contextlib.contextmanager
def written_whole(target: Path, *, mode: int = 0o666) -> Iterator[IO[bytes]]:
    """A file for bytes that takes its place at the end, as open to others as the one before it; a new
    one as `mode` and the umask say.

    A pipe or a device is written as it is.
    """
    target = target.resolve()
    if target.exists() and not target.is_file():
        with target.open("wb") as out:
            yield out
        return
    part = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
        with os.fdopen(handle, "wb") as out:
            if target.exists():
                shutil.copymode(target, part)
            yield out
        part.replace(target)
    except OSError as error:
        if error.filename in (None, str(part), part):  # our own name for it tells nobody anything
            error.filename = str(target)
        raise
    finally:
        with contextlib.suppress(OSError):  # where it could not be made, the first error is the one to tell
            part.unlink()


@contextlib.contextmanager
def written_for(exporter: Exporter, target: Path, *, mode: int = 0o666) -> Iterator[IO[Any]]:
    """A file that an exporter writes to, for bytes or for text; there whole or not at all."""
    check_folder(target.resolve())
    with written_whole(target, mode=mode) as out:
        if getattr(exporter, "is_binary", False):
            yield out
            return
        text = io.TextIOWrapper(out, encoding="utf-8", newline="")
        yield text
        text.detach()
