"""CSV: with a first line that names the columns, and whatever mark between them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import BinaryIO

from claims.errors import InputError
from claims.readymade.row import Stated
from sources.tables.columns import columns_of, field_of, unused
from sources.tables.lines import LONGEST, Lines
from sources.tables.stating import BadRow, stated

# The first of those that give most columns that we know.
_MARKS = (",", ";", "\t", "|")


class Delimited:
    """A CSV file.

    Args:
        stream: one that can be read again.

    Raises:
        BadValue: its first line does not name the columns.
    """

    def __init__(self, stream: BinaryIO, location: str) -> None:
        self._stream, self.location = stream, location
        csv.field_size_limit(LONGEST)
        lines = Lines(stream)
        try:
            header = _first(lines)
        finally:
            lines.close()
        self._mark = max(_MARKS, key=lambda mark: _known(header, mark))
        names = next(csv.reader([header], delimiter=self._mark), [])
        self._columns = columns_of(names, location)
        self._width = len(names)
        self.notes = [f"the column {name!r} is not used" for name in unused(names, self._columns)]

    def __iter__(self) -> Iterator[Stated | InputError]:
        """Rows are counted as a spreadsheet shows them: the first line is row 1."""
        for number, cells in self._cells():
            place = f"{self.location} row {number}"
            if isinstance(cells, str):
                yield InputError(place, cells)
            else:
                yield stated(cells, place)

    def count(self) -> int:
        return sum(1 for _ in self._records()) - 1

    def _cells(self) -> Iterator[tuple[int, dict[str, str] | str]]:
        records = self._records()
        next((cells for _, cells in records if isinstance(cells, list) and any(map(str.strip, cells))), None)
        for number, cells in records:
            if isinstance(cells, str):
                yield number, cells
            elif any(map(str.strip, cells[self._width :])):
                # A mark inside an unquoted text would cut the words short.
                yield number, f"{len(cells)} fields under {self._width} columns"
            elif any(map(str.strip, cells)):
                yield number, {field: cells[at] for field, at in self._columns.items() if at < len(cells)}

    def _records(self) -> Iterator[tuple[int, list[str] | str]]:
        """Number and cells of each record, or why it is none: then the next line begins another."""
        lines = Lines(self._stream)
        reader = csv.reader(lines, delimiter=self._mark, strict=True)
        number = 0
        try:
            while True:
                number += 1
                first = lines.number + 1
                try:
                    yield number, next(reader)
                except StopIteration:
                    return
                except (csv.Error, BadRow) as error:
                    yield number, f"no CSV ({_where(first, lines.number)}: {error})"
        finally:
            lines.close()


def _where(first: int, last: int) -> str:
    return f"line {last}" if first >= last else f"lines {first} to {last}"


def _first(lines: Lines) -> str:
    """The first line that holds anything; "" if there is none."""
    try:
        return next((line for line in lines if line.strip()), "")
    except BadRow:
        return ""


def _known(header: str, mark: str) -> int:
    return sum(1 for name in next(csv.reader([header], delimiter=mark), []) if field_of(name))
