"""Raw bytes as they came, each in a file that is named by its SHA-256."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

Thing = TypeVar("Thing")

_PART = ".part-"
_MARKS = "destroying"
# A disk that takes 5 ms to sync one file syncs eight at once in hardly more.
_AT_ONCE = 8


class Snapshots:
    """Kept bytes under `folder`/ab/abcdef…; files are for their owner only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, raw: bytes) -> str:
        """Keep bytes; returns their SHA-256, 64 hex digits. The same bytes are kept once.

        After it returns they are on disk: the file is written aside, synced,
        renamed, and its folder synced. A kept file that was damaged is mended.
        """
        name = sha256(raw).hexdigest()
        self.put_all({name: raw})
        return name

    def put_all(self, raw: Mapping[str, bytes]) -> None:
        """`put` for many, each under its SHA-256; they wait for the disk together."""
        new = [(self.path(name), one) for name, one in self.lacking(raw).items()]
        folders = sorted({path.parent for path, _ in new})
        if not new:
            return
        make_folder(self.folder)
        if [folder for folder in folders if make_folder(folder)]:
            sync(self.folder)
        with ThreadPoolExecutor(min(_AT_ONCE, len(new))) as threads:
            list(threads.map(_write_all, _dealt(new)))
            list(threads.map(_sync_all, _dealt(folders)))

    def lacking(self, raw: Mapping[str, bytes]) -> dict[str, bytes]:
        """Those of some bytes, by their SHA-256, that are not kept, or were changed since."""
        return {name: one for name, one in raw.items() if not self._holds(name, one)}

    def get(self, name: str) -> bytes:
        """Raises FileNotFoundError where there are none."""
        return self.path(name).read_bytes()

    def path(self, name: str) -> Path:
        return self.folder / name[:2] / name

    def drop(self, name: str) -> None:
        """Remove kept bytes, and what a killed process had written of them."""
        path = self.path(name)
        if path.is_file():
            raw = path.read_bytes()
            for part in path.parent.glob(f"{_PART}*"):
                # One that is empty may be somebody's who begins to write other bytes.
                if (begun := part.read_bytes()) and raw.startswith(begun):
                    part.unlink(missing_ok=True)
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            sync(path.parent)

    def mark(self, name: str) -> None:
        """Say that these bytes are about to be destroyed; on disk when this returns."""
        path = self._mark(name)
        make_folder(path.parent)
        write_aside(path, b"")

    def marked(self) -> Iterator[str]:
        for path in sorted((self.folder / _MARKS).glob("*")):
            if not path.name.startswith(_PART):
                yield path.name

    def unmark(self, name: str) -> None:
        self._mark(name).unlink(missing_ok=True)

    def _mark(self, name: str) -> Path:
        return self.folder / _MARKS / name

    def is_whole(self, name: str) -> bool:
        """Are the bytes there, and are they those of the name?"""
        return self.whole(name) is not None

    def whole(self, name: str) -> bytes | None:
        """The bytes; None if they are gone or were changed."""
        try:
            raw = self.get(name)
        except FileNotFoundError:
            return None
        return raw if sha256(raw).hexdigest() == name else None

    def _holds(self, name: str, raw: bytes) -> bool:
        path = self.path(name)
        return path.is_file() and path.read_bytes() == raw

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and self.path(name).is_file()

    def __iter__(self) -> Iterator[str]:
        for path in sorted(self.folder.glob("??/*")):
            if path.is_file() and not path.name.startswith(_PART):
                yield path.name


def write_aside(path: Path, raw: bytes) -> None:
    """Write a file so that it is there whole or not at all, whenever the power fails."""
    _write_synced(path, raw)
    sync(path.parent)


def _write_all(files: Iterable[tuple[Path, bytes]]) -> None:
    for path, raw in files:
        _write_synced(path, raw)


def _sync_all(folders: Iterable[Path]) -> None:
    for folder in folders:
        sync(folder)


def _dealt(things: Sequence[Thing]) -> list[Sequence[Thing]]:
    """One share for each thread."""
    return [things[first::_AT_ONCE] for first in range(min(_AT_ONCE, len(things)))]


def _write_synced(path: Path, raw: bytes) -> None:
    with _placed(path):
        _write_aside(path, raw)


def _write_aside(path: Path, raw: bytes) -> None:
    handle, aside = tempfile.mkstemp(prefix=_PART, dir=path.parent)
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
