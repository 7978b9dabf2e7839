"""Kept bytes of a great many small documents, thousands in one file: a file each would take hours to sync.

A pack is

    "onrecord pack 1", each row on a line of its own, an index, an end

The index has 48 bytes a row, in order of SHA-256: the hash, where the row begins, how long it is. An
index that was damaged is made again from the lines, so a row is lost only with its own bytes.
"""

from __future__ import annotations

import os
import struct
import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from threading import RLock
from time import time
from typing import NamedTuple
from uuid import uuid4

from claims.store.files import PART, make_folder, sync, write_aside

_MAGIC = b"onrecord pack 1\n"
# Number of rows, where the index begins, and its SHA-256.
_END = struct.Struct(">QQ32s")
# Eight bytes each: of an entry four are the hash, then place and length.
_WORDS, _SIZE = 6, 48
# A folder's time of change is exact to some milliseconds: one that is younger may change unseen.
_SETTLED = 1.0


class _Index(NamedTuple):
    """What is kept in memory of a pack, 24 bytes a row: the first eighth of each hash, place and length."""

    begins: array[int]
    places: array[int]
    lengths: array[int]

    def found(self, name: str) -> list[tuple[int, int]]:
        """Places and lengths of rows whose hash may be this one."""
        wanted = int(name[:16], 16)
        number = bisect_left(self.begins, wanted)
        found = []
        while number < len(self.begins) and self.begins[number] == wanted:
            found.append((self.places[number], self.lengths[number]))
            number += 1
        return found


class Packs:
    """Rows by their SHA-256, in packs under `folder`. None of them holds a line break."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[str, _Index] = {}
        # What tells that a pack was written anew: its file's number, time of change and size.
        self._files: dict[str, tuple[int, int, int]] = {}
        self._stamp: int | None = None
        self._looking = RLock()

    def put(self, rows: Mapping[str, bytes]) -> None:
        """Keep rows, each under its SHA-256, in a new pack: all of them, or none if the power fails."""
        if rows:
            make_folder(self.folder.parent)
            make_folder(self.folder)
            write_aside(self.folder / uuid4().hex, packed(rows))
            sync(self.folder.parent)
            self._forget()

    def copies(self, name: str) -> Iterator[bytes]:
        """What is kept under a hash, whole or not: a damaged row that came again is there twice."""
        for pack, index in self._packs().items():
            for place, length in index.found(name):
                with (self.folder / pack).open("rb") as file:
                    file.seek(place)
                    yield file.read(length)

    def holds(self, name: str) -> bool:
        """Are there rows under this hash? They may have been changed."""
        return any(index.found(name) for index in self._packs().values())

    def whole(self, names: Iterable[str]) -> Iterator[tuple[str, dict[str, bytes]]]:
        """Of each pack its name and those of some rows that are as they were; each pack is read once at most.

        Quickest for names in the order in which they came in: those of one pack are found together.
        """
        names = list(names)
        left, unread = set(names), dict(self._packs())
        for name in names:
            if name not in left:
                continue
            for pack in [pack for pack, index in unread.items() if index.found(name)]:
                index = unread.pop(pack)
                rows = dict(_found(self._bytes(pack), index, left))
                left -= rows.keys()
                if rows:
                    yield pack, rows

    def drop(self, name: str) -> None:
        """Destroy what is kept under a hash, and what a killed process had written.

        Call it while nobody else puts.
        """
        if not self.folder.is_dir():
            return
        for part in self.folder.glob(f"{PART}*"):
            part.unlink(missing_ok=True)
        for pack, index in self._packs().items():
            if index.found(name):
                self._write_without(pack, name, index)
        sync(self.folder)
        self._forget()

    def __iter__(self) -> Iterator[str]:
        """Hashes as the indexes tell them, each once."""
        seen: set[str] = set()
        for pack in self._packs():
            for name, _, _ in _entries(self._bytes(pack)):
                if name not in seen:
                    seen.add(name)
                    yield name

    def _write_without(self, pack: str, name: str, index: _Index) -> None:
        raw = self._bytes(pack)
        gone = set(index.found(name))
        kept = [(hashed, raw[at : at + size]) for hashed, at, size in _entries(raw) if (at, size) not in gone]
        path = self.folder / pack
        if kept:
            write_aside(path, _packed(kept))
        else:
            path.unlink(missing_ok=True)

    def _packs(self) -> dict[str, _Index]:
        """Every pack with its index; the folder is looked through again after it changed."""
        with self._looking:
            try:
                stamp = self.folder.stat().st_mtime_ns
            except FileNotFoundError:
                return {}
            if stamp != self._stamp:
                self._look_again()
                self._stamp = stamp if time() - stamp / 1e9 > _SETTLED else None
            return self._known

    def _look_again(self) -> None:
        """An index is read once for each file that a pack is."""
        known, files = self._known, self._files
        self._known, self._files = {}, {}
        with os.scandir(self.folder) as found:
            for one in sorted(found, key=lambda one: one.name):
                if one.name.startswith(PART):
                    continue
                state = one.stat()
                self._files[one.name] = (state.st_ino, state.st_mtime_ns, state.st_size)
                is_known = files.get(one.name) == self._files[one.name]
                self._known[one.name] = known[one.name] if is_known else _index(self._bytes(one.name))

    def _forget(self) -> None:
        with self._looking:
            self._stamp = None

    def _bytes(self, pack: str) -> bytes:
        try:
            return (self.folder / pack).read_bytes()
        except FileNotFoundError:
            return b""


def packed(rows: Mapping[str, bytes]) -> bytes:
    """A pack of these rows, by their SHA-256."""
    return _packed(list(rows.items()))


def rows_of(raw: bytes) -> Iterator[tuple[str, bytes]]:
    """The rows of a pack, each with the SHA-256 that it has now."""
    for _, at, size in _entries(raw):
        row = raw[at : at + size]
        yield sha256(row).hexdigest(), row


def _found(raw: bytes, index: _Index, names: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Those of some rows that are in a pack and as they were."""
    for name in names:
        for place, length in index.found(name):
            row = raw[place : place + length]
            if sha256(row).hexdigest() == name:
                yield name, row


def _packed(rows: list[tuple[str, bytes]]) -> bytes:
    entries, lines, place = [], [_MAGIC], len(_MAGIC)
    for name, row in rows:
        entries.append(bytes.fromhex(name) + place.to_bytes(8, "big") + len(row).to_bytes(8, "big"))
        lines += [row, b"\n"]
        place += len(row) + 1
    index = b"".join(sorted(entries))
    return b"".join([*lines, index, _END.pack(len(rows), place, sha256(index).digest())])


def _entries(raw: bytes) -> Iterator[tuple[str, int, int]]:
    """Hash, place and length of each row."""
    index = _index_of(raw)
    for at in range(0, len(index), _SIZE):
        name = index[at : at + 32].hex()
        yield (
            name,
            int.from_bytes(index[at + 32 : at + 40], "big"),
            int.from_bytes(index[at + 40 : at + 48], "big"),
        )


def _index(raw: bytes) -> _Index:
    words = array("Q", _index_of(raw))
    if sys.byteorder == "little":
        words.byteswap()
    return _Index(words[0::_WORDS], words[4::_WORDS], words[5::_WORDS])


def _index_of(raw: bytes) -> bytes:
    """The index of a pack, or one made of its lines."""
    if len(raw) >= _END.size:
        count, place, digest = _END.unpack(raw[-_END.size :])
        index = raw[place : -_END.size]
        if len(index) == count * _SIZE and sha256(index).digest() == digest:
            return index
    return _salvaged(raw)


def _salvaged(raw: bytes) -> bytes:
    """What is no row of anybody's, as the damaged index itself, gets a hash that nobody asks for."""
    entries, place = [], 0
    for line in raw.split(b"\n"):
        size = place.to_bytes(8, "big") + len(line).to_bytes(8, "big")
        entries.append(sha256(line).digest() + size)
        place += len(line) + 1
    return b"".join(sorted(entries))
