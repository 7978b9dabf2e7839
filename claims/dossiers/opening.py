"""A folder or a ZIP file that may be hostile: which files are there, and their bytes, within bounds.

No name that it tells is ever used as a path, unless it is one that a dossier has.
"""

from __future__ import annotations

import os
import re
import stat
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import IO, Protocol
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from claims.dossiers.bags import FOLDERS, TAG_MANIFEST, TAGS
from claims.dossiers.packing import SEAL
from claims.errors import NoDossier, NothingThere

TOLD = ("dossier.json", "documents.jsonl", "passages.jsonl", "findings.jsonl", "decisions.jsonl")
PAGE = "index.html"
_PAYLOAD = re.compile(
    rf"data/(?:{'|'.join(map(re.escape, (*TOLD, PAGE)))}|texts/[0-9a-f]{{20}}\.txt|snapshots/[0-9a-f]{{64}})"
)
_TOP = re.compile(r"([^/]{1,255}/)?(?:bagit\.txt|data/dossier\.json)")
# So much of a foreign name is repeated.
_NAME = 120

# What a ZIP file may unpack to, besides what takes a second to hash: a dossier of 300 releases shrank to
# an eighth, and pictures hardly shrink.
_TIMES, _ANYWAY = 50, 200 * 2**20
# Python takes some 600 bytes for an entry of 100 in the list of a ZIP file's files.
_LONGEST_LIST = 32 * 2**20
_END, _END_MARK = 22, b"PK\x05\x06"
_LONGEST_COMMENT = 2**16

# What reading of wrong bytes raises; a RuntimeError, where they seem encrypted.
_DAMAGED = (BadZipFile, KeyError, EOFError, RuntimeError, ValueError, OverflowError, struct.error, zlib.error)


class Unpackable(Exception):
    """The bytes of one file cannot be had; `str(error)` is a clause that says why."""


# What a stream may raise.
UNREADABLE = (Unpackable, OSError, *_DAMAGED)


@dataclass(slots=True)
class Found:
    """What lies in a folder or ZIP file.

    Attributes:
        sizes: files of a dossier, by name, as far as they are there.
        faults: a sentence for all else that is there.
        notes: what is no fault, and is to be known.
    """

    sizes: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


class Opened(Protocol):
    """A dossier whose files can be read, one at a time."""

    found: Found

    def stream(self, name: str) -> IO[bytes]:
        """One of `found.sizes`. It, and its reads, raise one of `UNREADABLE`."""
        ...


@contextmanager
def opened(place: Path) -> Iterator[Opened]:
    """Raises NothingThere, NoDossier."""
    try:
        kind = place.stat().st_mode
    except (OSError, ValueError):
        raise NothingThere(str(place)) from None
    if stat.S_ISDIR(kind):
        yield _Folder(place)
        return
    if not stat.S_ISREG(kind):
        raise NoDossier(str(place))
    with place.open("rb") as stream:
        try:
            archive = _archive(stream)
        except _DAMAGED as error:
            raise NoDossier(str(place)) from error
        except _TooMuch as error:
            raise NoDossier(str(place), str(error)) from None
        with archive:
            yield _Zipped(archive, stream)


def is_known(name: str) -> bool:
    """Is it the name of a file of a dossier?"""
    return name in TAGS or name == TAG_MANIFEST or _PAYLOAD.fullmatch(name) is not None


def shortened(name: str) -> str:
    """A foreign name in a message."""
    return repr(name if len(name) <= _NAME else f"{name[:_NAME]}…")


class _Folder:
    def __init__(self, root: Path) -> None:
        self._root = root
        self.found = Found()
        self._look("")

    def stream(self, name: str) -> IO[bytes]:
        if name not in self.found.sizes:
            raise Unpackable("it is not there")
        # It may have become a link or a pipe since we looked.
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        handle = os.open(self._root / name, flags)
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise Unpackable("it is no file")
        return os.fdopen(handle, "rb")

    def _look(self, folder: str) -> None:
        with os.scandir(self._root / folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                self._take(f"{folder}/{entry.name}" if folder else entry.name, entry)

    def _take(self, name: str, entry: os.DirEntry[str]) -> None:
        faults = self.found.faults
        if entry.is_symlink():
            faults.append(f"{shortened(name)} is a link: a dossier has none, and it was not followed")
        elif entry.is_dir(follow_symlinks=False) and name in FOLDERS:
            self._look(name)
        elif entry.is_dir(follow_symlinks=False):
            faults.append(f"the folder {shortened(name)} was added: it was not looked into")
        elif not entry.is_file(follow_symlinks=False):
            faults.append(f"{shortened(name)} is no file: it was not opened")
        elif is_known(name):
            self.found.sizes[name] = entry.stat(follow_symlinks=False).st_size
        else:
            faults.append(f"{shortened(name)} was added: no dossier has such a file")


class _Zipped:
    def __init__(self, archive: ZipFile, stream: IO[bytes]) -> None:
        self._archive = archive
        self._members: dict[str, ZipInfo] = {}
        self.found = Found()
        self._look_at_seal(stream)
        top = _top(archive)
        names = Counter(one.orig_filename for one in archive.infolist())
        for one in archive.infolist():
            if names[one.orig_filename] > 1:
                self.found.faults.append(f"{shortened(one.orig_filename)} is there more than once")
            self._take(one.orig_filename.removeprefix(top), one)

    def stream(self, name: str) -> IO[bytes]:
        one = self._members[name]
        if one.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise Unpackable("it is packed in a way that no dossier is")
        return self._archive.open(one)

    def _take(self, name: str, one: ZipInfo) -> None:
        faults = self.found.faults
        if name.rstrip("/") in ("", *FOLDERS) and one.is_dir():
            return
        if stat.S_ISLNK(one.external_attr >> 16):
            faults.append(f"{shortened(name)} is a link: a dossier has none, and it was not followed")
        elif is_known(name):
            self._members[name] = one
            self.found.sizes[name] = one.file_size
        else:
            faults.append(f"{shortened(name)} was added: no dossier has such a file")

    def _look_at_seal(self, stream: IO[bytes]) -> None:
        """The seal covers what no manifest does: names, times and what stands between the files."""
        comment = self._archive.comment
        size = stream.seek(0, os.SEEK_END) - len(comment)
        stream.seek(max(0, size - _END))
        ends = stream.read().startswith(_END_MARK)
        if not comment and ends:
            self.found.notes.append(
                "the ZIP file was packed by another program: the files in it were verified, not itself"
            )
        elif not ends or comment != SEAL.format(_digest(stream, size)).encode():
            self.found.faults.append("the ZIP file itself was altered: its seal is not that of its bytes")


class _TooMuch(Exception):
    """It would take more memory or time than a dossier does."""


def _archive(stream: IO[bytes]) -> ZipFile:
    """Raises _TooMuch, and what `_DAMAGED` names."""
    size = stream.seek(0, os.SEEK_END)
    stream.seek(max(0, size - _END - _LONGEST_COMMENT))
    tail = stream.read()
    end = tail.rfind(_END_MARK)
    if end >= 0 and int.from_bytes(tail[end + 12 : end + 16], "little") > _LONGEST_LIST:
        raise _TooMuch("it lists more files than a dossier has: it was not opened")
    archive = ZipFile(stream)
    if sum(one.file_size for one in archive.infolist()) > max(_ANYWAY, _TIMES * size):
        raise _TooMuch(f"it unpacks to more than {_TIMES} times its size: it was not unpacked")
    return archive


def _top(archive: ZipFile) -> str:
    """The folder that the dossier lies in, with its "/"; "" if there is none."""
    found = (_TOP.fullmatch(one.orig_filename) for one in archive.infolist())
    return next((one[1] or "" for one in found if one), "")


def _digest(stream: IO[bytes], size: int) -> str:
    """Of the first bytes."""
    stream.seek(0)
    digest = sha256()
    while size and (block := stream.read(min(size, 2**20))):
        digest.update(block)
        size -= len(block)
    return digest.hexdigest()
