"""The parts of a workbook, unpacked within bounds: a file of a few kilobytes can unpack to gigabytes.

What is held at once is bounded, not only the whole: a part that is read as a whole, one row, one shared
string, and how many of them there are. Whatever the parts are called, they come through here.
"""

from __future__ import annotations

from typing import IO, Any, BinaryIO
from xml.parsers import expat
from zipfile import ZipFile

# A million rows of news quotes are 0.5 GB of XML.
_MOST_BYTES = 2 * 2**30

# Sheets of real quotes unpack to 4 to 15 times their size, one value a million times over to 60. Zip can do
# a thousand; what is small unpacked does no harm.
_MOST_TIMES, _HARMLESS = 200, 64 * 2**20

# Parts that are read as a whole: styles and names. The largest seen are a few megabytes.
_WHOLE = 16 * 2**20

# Bytes and elements of one row or string. Excel's own limits (16,384 cells of 32,767 characters) allow more,
# but a row of quotes has a handful of cells; a text of 50 MB is more than `add` takes.
_ROW_BYTES, _ROW_ELEMENTS = 64 * 2**20, 1_000_000

# As many rows as a sheet of Excel can have (Microsoft, "Excel specifications and limits"), and shared strings
# for ten cells of each.
MOST_ROWS = 1_048_576
_MOST = {"row": MOST_ROWS, "si": 10 * MOST_ROWS}


class TooMuch(Exception):
    """It unpacks to more than any workbook of quotes; `str(error)` is a clause that says to what."""


class Packed(ZipFile):
    """An archive whose parts are read within bounds.

    Raises:
        TooMuch: by its own list of parts it unpacks to too much; no part gives more than the list says.
        BadZipFile: it is no archive.
    """

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__(stream)
        size = sum(part.file_size for part in self.infolist())
        if size > _MOST_BYTES:
            raise TooMuch(f"unpacked it has {size:,} bytes, over the limit of {_MOST_BYTES:,}")
        times = size / max(stream.seek(0, 2), 1)
        if size > _HARMLESS and times > _MOST_TIMES:
            raise TooMuch(
                f"it unpacks to {size:,} bytes, {times:,.0f} times its size, which no workbook does"
            )

    def read(self, name: Any, pwd: bytes | None = None) -> bytes:
        with super().open(name, pwd=pwd) as part:
            return _whole(part)

    def open(self, name: Any, *_: Any, **__: Any) -> IO[bytes]:
        """A part to be read piece by piece, its rows or strings counted."""
        return _Part(super().open(name))  # type: ignore[return-value]


class _Part:
    """One part in XML, looked at before it is handed on."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._parser = expat.ParserCreate()
        self._parser.EndElementHandler = self._ends
        self._parser.StartDoctypeDeclHandler = _refuse
        self._elements = self._since = self._read = 0
        self._ended = dict.fromkeys(_MOST, 0)

    def __enter__(self) -> _Part:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self._stream.close()

    def read(self, size: int = -1) -> bytes:
        if size < 0:
            return _whole(self._stream)
        piece = self._stream.read(size)
        try:
            self._parser.Parse(piece, not piece)
        except expat.ExpatError as error:
            raise SyntaxError(str(error)) from None
        self._read += len(piece)
        if self._read - self._since > _ROW_BYTES:
            raise TooMuch(f"one row or cell has more than {_ROW_BYTES:,} bytes")
        return piece

    def _ends(self, name: str) -> None:
        self._elements += 1
        if self._elements > _ROW_ELEMENTS:
            raise TooMuch(f"one row has more than {_ROW_ELEMENTS:,} parts")
        name = name.rpartition(":")[2]
        if name not in _MOST:
            return
        self._elements, self._since = 0, self._parser.CurrentByteIndex
        self._ended[name] += 1
        if self._ended[name] > _MOST[name]:
            what = "rows" if name == "row" else "shared texts"
            raise TooMuch(f"it has more than {_MOST[name]:,} {what}, which no spreadsheet has")


def _whole(part: IO[bytes]) -> bytes:
    found = part.read(_WHOLE + 1)
    if len(found) > _WHOLE:
        raise TooMuch(f"its part {part.name[:60]!r} has more than {_WHOLE:,} bytes")
    return found


def _refuse(*_: object) -> None:
    raise TooMuch("it declares entities, which no spreadsheet does")
