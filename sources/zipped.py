"""ZIP archives: each file in one is an input of its own."""

from __future__ import annotations

import io
import stat
import struct
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from claims.errors import InputError, TooLarge, UnreadableDocument
from claims.model import Document, Problem
from claims.ports import Material, Room
from claims.unpacking import MOST_MEMBERS, inside, overfull
from sources.files import MAX_BYTES
from sources.left_out import not_wanted, parts_of_pages

_BEGINS = (b"PK\x03\x04", b"PK\x05\x06")
# The first file of Word and other Office files, of books (EPUB) and OpenDocument, and of programs.
_PACKAGES = (b"[Content_Types].xml", b"mimetype", b"META-INF/")
# Wherever they stand; the first file of an Office file may be another.
_MARKS_OF_PACKAGES = frozenset({"[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"})

# Folders above a file that are looked at, from the outermost: a name may be made of thirty thousand.
_MOST_FOLDERS = 30

_ENCRYPTED = 0x1
_WAYS = {ZIP_STORED, ZIP_DEFLATED}
# What `zipfile` raises of bytes that are no good ZIP.
_SPOILT = (BadZipFile, EOFError, OSError, RuntimeError, ValueError, struct.error, zlib.error)


class Zip:
    """Opener of ZIP archives.

    Members are taken by their number; their names are shown and never used as paths. What a
    header says of sizes is not relied on.
    """

    name = "zip"

    def claims(self, material: Material) -> bool:
        """No: a ZIP is no document, what lies in it is."""
        return False

    def read(self, material: Material) -> Iterator[Document | Problem]:
        raise UnreadableDocument(material.location, "an archive is opened, not read")

    def opens(self, material: Material) -> bool:
        """A ZIP that does not begin as a package of another format does."""
        raw = material.raw
        return raw.startswith(_BEGINS) and not raw[30:80].startswith(_PACKAGES)

    def members(self, material: Material, room: Room) -> Iterator[Material | InputError]:
        """Every file in it; of a package of another format, itself alone.

        Raises:
            UnreadableDocument: it is damaged, empty, or holds too many files.
        """
        try:
            archive = ZipFile(io.BytesIO(material.raw))
        except _SPOILT:
            raise UnreadableDocument(material.location, "the ZIP archive is damaged or cut off") from None
        with archive:
            # A name may be empty, for which `is_dir` has no answer.
            entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
            if _MARKS_OF_PACKAGES.intersection(entry.filename for entry in entries):
                yield material
                return
            if not entries:
                raise UnreadableDocument(material.location, "the archive holds no files")
            if len(entries) > room.members:
                why = f"the archive holds {len(entries):,} files, over the limit of {MOST_MEMBERS:,}"
                raise UnreadableDocument(material.location, why)
            parts = _parts(entries)
            for entry in entries:
                if page := next((parts[one] for one in _folders(entry) if one in parts), ""):
                    yield InputError(
                        f"{material.location}/{entry.filename}", f"it is a part of the saved page {page}"
                    )
                else:
                    yield _member(archive, entry, material, room)


def _parts(entries: list[ZipInfo]) -> dict[PurePosixPath, str]:
    """Folders with the pictures and frames of a saved page that lies beside them, with the page's name."""
    held: defaultdict[PurePosixPath, set[str]] = defaultdict(set)
    for entry in entries:
        path = _path(entry)
        held[path.parent].add(path.name)
        for folder in _folders(entry):
            held[folder.parent].add(folder.name)
    return {
        folder / part: page for folder, names in held.items() for part, page in parts_of_pages(names).items()
    }


def _folders(entry: ZipInfo) -> Sequence[PurePosixPath]:
    return _path(entry).parents


def _path(entry: ZipInfo) -> PurePosixPath:
    return PurePosixPath(*entry.filename.split("/", _MOST_FOLDERS)[:_MOST_FOLDERS])


def _member(archive: ZipFile, entry: ZipInfo, material: Material, room: Room) -> Material | InputError:
    location = f"{material.location}/{entry.filename}"
    if why := _left_out(entry):
        return InputError(location, why)
    if entry.flag_bits & _ENCRYPTED:
        return UnreadableDocument(location, "it is encrypted: unpack it with its password and add the file")
    if entry.compress_type not in _WAYS:
        return UnreadableDocument(
            location, f"it is compressed in a way that is not read (number {entry.compress_type})"
        )
    most = min(MAX_BYTES, room.size)
    try:
        with archive.open(entry) as file:
            raw = file.read(most + 1)
    except _SPOILT:
        return UnreadableDocument(location, "this file of the archive is damaged")
    if len(raw) > room.size:
        raise overfull(material.location)
    if len(raw) > MAX_BYTES:
        return TooLarge(location, max(len(raw), entry.file_size), MAX_BYTES)
    return inside(material, entry.filename, raw)


def _left_out(entry: ZipInfo) -> str:
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "it is a symbolic link"
    return not_wanted(PurePosixPath(entry.filename.replace("\\", "/")).name)
