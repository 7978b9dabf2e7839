"""Raw bytes as they came, each in a file that is named by its SHA-256, or thousands of rows in a pack."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from claims.store.files import PART, make_folder, sync, write_aside, write_synced
from claims.store.packs import Packs

Thing = TypeVar("Thing")

_MARKS, _PACKS = "destroying", "packs"
# A disk that takes 5 ms to sync one file syncs eight at once in hardly more.
_AT_ONCE = 8


class Snapshots:
    """Kept bytes under `folder`/ab/abcdef… and `folder`/packs; files are for their owner only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.packs = Packs(folder / _PACKS)

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

    def put_rows(self, rows: Mapping[str, bytes]) -> None:
        """`put` for a great many that are small and hold no line break, each under its SHA-256: in one file.

        They are not looked for first: what is there already is there twice then.
        """
        self.packs.put(rows)

    def lacking(self, raw: Mapping[str, bytes]) -> dict[str, bytes]:
        """Those of some bytes, by their SHA-256, that are not kept, or were changed since."""
        unheld = {name: one for name, one in raw.items() if not self._holds(name, one)}
        for _, rows in self.packs.whole(unheld):
            for name in rows:
                del unheld[name]
        return unheld

    def get(self, name: str) -> bytes:
        """As they are kept, whole or not. Raises FileNotFoundError where there are none."""
        try:
            return self.path(name).read_bytes()
        except FileNotFoundError:
            copies = list(self.packs.copies(name))
            if not copies:
                raise
            return next((one for one in copies if sha256(one).hexdigest() == name), copies[0])

    def every(self, names: Iterable[str]) -> dict[str, bytes]:
        """Those of some bytes that are whole, by their SHA-256; each pack is read once."""
        wanted = set(names)
        found = {name: raw for _, rows in self.packs.whole(wanted) for name, raw in rows.items()}
        for name in wanted - found.keys():
            if (raw := self.whole(name)) is not None:
                found[name] = raw
        return found

    def path(self, name: str) -> Path:
        return self.folder / name[:2] / name

    def drop(self, name: str) -> None:
        """Remove kept bytes, and what a killed process had written of them."""
        path = self.path(name)
        if path.is_file():
            raw = path.read_bytes()
            for part in path.parent.glob(f"{PART}*"):
                # One that is empty may be somebody's who begins to write other bytes.
                if (begun := part.read_bytes()) and raw.startswith(begun):
                    part.unlink(missing_ok=True)
        path.unlink(missing_ok=True)
        if path.parent.is_dir():
            sync(path.parent)
        self.packs.drop(name)

    def mark(self, name: str) -> None:
        """Say that these bytes are about to be destroyed; on disk when this returns."""
        path = self._mark(name)
        make_folder(path.parent)
        write_aside(path, b"")

    def marked(self) -> Iterator[str]:
        for path in sorted((self.folder / _MARKS).glob("*")):
            if not path.name.startswith(PART):
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
        return isinstance(name, str) and (self.path(name).is_file() or self.packs.holds(name))

    def __iter__(self) -> Iterator[str]:
        for path in sorted(self.folder.glob("??/*")):
            if path.is_file() and not path.name.startswith(PART):
                yield path.name
        yield from (name for name in self.packs if not self.path(name).is_file())


def _write_all(files: Iterable[tuple[Path, bytes]]) -> None:
    for path, raw in files:
        write_synced(path, raw)


def _sync_all(folders: Iterable[Path]) -> None:
    for folder in folders:
        sync(folder)


def _dealt(things: Sequence[Thing]) -> list[Sequence[Thing]]:
    """One share for each thread."""
    return [things[first::_AT_ONCE] for first in range(min(_AT_ONCE, len(things)))]
