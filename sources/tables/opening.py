"""From a file to a table of its format, told by its first bytes."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO, Protocol

from claims.errors import InputError
from claims.readymade.row import Stated
from sources.tables.columns import no_table
from sources.tables.reading import AS_IT_IS, Reading

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")


class Table(Protocol):
    """Rows of ready-made quotes.

    Attributes:
        location: the file, for messages.
        notes: clauses on what of the file is not used.
    """

    location: str
    notes: list[str]

    def __iter__(self) -> Iterator[Stated | InputError]: ...

    def count(self) -> int:
        """How many rows there may be; 0 if that is not known before they are read. It may be asked while they
        are.
        """
        ...

    def told(self) -> list[str]:
        """Clauses on how rows were read; ask when all are."""
        ...


def table_in(stream: BinaryIO, location: str, reading: Reading = AS_IT_IS) -> Table:
    """The table in a file.

    Args:
        stream: one that can be read again; it must stay open while the table is read.

    Raises:
        BadValue: it is none.
    """
    stream.seek(0)
    begins = stream.read(4096)
    if not begins.strip():
        raise no_table(location, "it is empty")
    if begins.startswith(_OLD_OFFICE):
        raise no_table(location, "it is a workbook of an old form: save it as XLSX or CSV")
    if begins.startswith(_ZIP):
        from sources.tables.sheets import Sheet

        return Sheet(stream, location, reading)
    if begins.removeprefix(codecs.BOM_UTF8).lstrip()[:1] in (b"{", b"["):
        from sources.tables.objects import Objects

        return Objects(stream, location, reading)
    from sources.tables.delimited import Delimited

    return Delimited(stream, location, reading)
