"""The files of a dossier into a folder, or into one ZIP file."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from claims.dossiers.bags import FOLDERS
from claims.dossiers.values import File
from claims.errors import BadValue

# A ZIP file has its files in one folder, as RFC 8493 asks.
TOP = "dossier/"
# At the end of a ZIP file, as its comment: what all bytes before it hash to. Names and times of a ZIP
# file stand outside of the files that the manifests cover.
SEAL = "onrecord dossier, SHA-256 of all before: {}"
SEALED = len(SEAL.format("0" * 64))

# The earliest moment that a ZIP file can tell: the time of export stands in one place only.
_NO_TIME = (1980, 1, 1, 0, 0, 0)
_UNIX, _MODE = 3, 0o100600


def write_zip(files: Iterable[File], out: IO[bytes]) -> None:
    """One at a time, sealed."""
    sealed = _Sealed(out)
    with ZipFile(sealed, "w", ZIP_DEFLATED) as archive:
        for file in files:
            about = ZipInfo(TOP + file.name, _NO_TIME)
            about.compress_type, about.create_system = ZIP_DEFLATED, _UNIX
            about.external_attr = _MODE << 16
            archive.writestr(about, file.raw)
        archive.comment = SEAL.format("0" * 64).encode()
    sealed.finish()


def write_folder(files: Iterable[File], place: Path) -> None:
    """A new folder, there whole or not at all, and its owner's only.

    Raises:
        BadValue: there is something already.
    """
    if place.exists() or place.is_symlink():
        raise BadValue("free place", str(place), "something is there already: name a new folder, or a .zip")
    aside = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        for folder in ("", *FOLDERS):
            (aside / folder).mkdir(0o700)
        for file in files:
            _write(aside / file.name, file.raw)
        aside.replace(place)
    except OSError as error:
        error.filename = str(place)  # our own name for it tells nobody anything
        raise
    finally:
        with suppress(OSError):
            rmtree(aside)


def _write(path: Path, raw: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
        out.write(raw)


class _Sealed:
    """Writes on what comes, but for the last bytes, in whose place the seal is put."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._hash = sha256()
        self._held = b""

    def write(self, raw: bytes) -> int:
        held = self._held + raw
        ready, self._held = held[:-SEALED], held[-SEALED:]
        self._hash.update(ready)
        self._out.write(ready)
        return len(raw)

    def flush(self) -> None:
        self._out.flush()

    def close(self) -> None:
        """The file is its caller's, who closes it."""

    def finish(self) -> None:
        self._out.write(SEAL.format(self._hash.hexdigest()).encode())
