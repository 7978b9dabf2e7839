"""The parts of a Word file that hold text, taken out within limits; its headers are not relied on."""

from __future__ import annotations

import io
import re
import struct
import zlib
from zipfile import BadZipFile, ZipFile, ZipInfo

from claims.errors import UnreadableDocument

# XML of all parts together. A novel of 1,400 pages has some 30 MB of it, and its parser takes
# twenty times as much memory.
MOST_XML = 64_000_000
# Word's XML is a tenth to a thirtieth of its size when packed; a part that is under the second
# number of bytes harms nobody.
_MOST_RATIO, _SMALL = 200, 1_000_000
_MOST_PARTS = 10_000

# What else such a package holds says nothing of the text: pictures, fonts, comments, building blocks.
_TEXT = (".xml", ".rels")
_NO_TEXT = ("word/comments", "word/glossary/", "word/theme/", "customXml/")

# Where links lead and pictures lie is no text; mammoth gives up a file in which one is called that is
# not there. Words between tags may say the same, and stay.
_TAG = re.compile(rb"<[^<>]*\sr:[^<>]*>")
_RELATED = re.compile(rb"""\sr:(?:id|embed|link|pict)=(?:"[^"<>]{0,200}"|'[^'<>]{0,200}')""")

_ENCRYPTED = 0x1
_SPOILT = (
    BadZipFile,
    EOFError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)


class Package:
    """The parts with text, by name."""

    def __init__(self, raw: bytes, location: str) -> None:
        """Raises UnreadableDocument: damaged, over a limit, encrypted, or with a DTD."""
        self._location = location
        try:
            self.parts = self._read(raw)
        except _SPOILT:
            raise UnreadableDocument(location, "the Word file is damaged or cut off: get it again") from None

    def _read(self, raw: bytes) -> dict[str, bytes]:
        parts: dict[str, bytes] = {}
        room = MOST_XML
        with ZipFile(io.BytesIO(raw)) as file:
            entries = [one for one in file.infolist() if _holds_text(one.filename)]
            if len(entries) > _MOST_PARTS:
                raise self._refused(f"it has {len(entries):,} parts, over the limit of {_MOST_PARTS:,}")
            for entry in entries:
                parts[entry.filename] = self._part(file, entry, room)
                room -= len(parts[entry.filename])
        return parts

    def _part(self, file: ZipFile, entry: ZipInfo, room: int) -> bytes:
        if entry.flag_bits & _ENCRYPTED:
            raise self._refused("it is encrypted: save a copy without a password and add that")
        most = min(room, max(_SMALL, _MOST_RATIO * entry.compress_size))
        with file.open(entry) as part:
            content = part.read(most + 1)
        if len(content) > most:
            raise self._refused(f"its text unpacks to more than {most:,} bytes")
        # Between the letters of UTF-16 stand zeros.
        if b"<!DOCTYPE" in content.replace(b"\0", b""):
            raise self._refused("a part of it declares a DTD, which no Word file does")
        return content

    def _refused(self, why: str) -> UnreadableDocument:
        return UnreadableDocument(self._location, why)

    def file(self) -> io.BytesIO:
        """A Word file of nothing but these parts, which call nothing outside of them."""
        made = io.BytesIO()
        with ZipFile(made, "w") as packed:
            for name, content in self.parts.items():
                packed.writestr(name, _TAG.sub(_unrelated, content))
        made.seek(0)
        return made


def _unrelated(tag: re.Match[bytes]) -> bytes:
    return _RELATED.sub(b"", tag.group())


def _holds_text(name: str) -> bool:
    return name.endswith(_TEXT) and not name.startswith(_NO_TEXT)
