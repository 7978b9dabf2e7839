"""CSV: with a line that names the columns, and whatever mark between them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from claims.errors import InputError
from claims.readymade.row import Stated
from sources.tables.columns import columns_of, header, known, no_table, unused
from sources.tables.dating import Dating
from sources.tables.lines import Lines
from sources.tables.reading import Reading
from sources.tables.records import Records
from sources.tables.stating import BadRow, is_header, stated

# The first of those that give most columns that we know.
_MARKS = (",", ";", "\t", "|")

# So many lines at the beginning tell the mark.
_SAMPLE = 20


class Delimited:
    """A CSV file.

    Args:
        stream: one that can be read again.

    Raises:
        BadValue: no line of its first ones names the columns, or it has no sheet to choose.
    """

    def __init__(self, stream: BinaryIO, location: str, reading: Reading) -> None:
        if reading.sheet:
            raise no_table(location, "only a workbook has sheets: leave out --sheet")
        self._stream, self.location = stream, location
        self._mark = self._mark_of(reading)
        self._width = 0
        self._before, self._names = header(self._first(), reading.columns)
        self._width = len(self._names)
        self._columns = columns_of(self._names, location, reading.columns)
        self.notes = unused(self._names, self._columns)
        self._dating = Dating(reading.order, self._dates)

    def __iter__(self) -> Iterator[Stated | InputError]:
        """Rows are counted as a spreadsheet shows them: the first line is row 1."""
        for number, cells in self._cells():
            place = f"{self.location} row {number}"
            if isinstance(cells, str):
                yield InputError(place, cells)
            else:
                yield stated(cells, place, self._dating)

    def count(self) -> int:
        return max(sum(1 for _ in self._records()) - self._before - 1, 0)

    def told(self) -> list[str]:
        return self._dating.told()

    def _cells(self) -> Iterator[tuple[int, dict[str, str] | str]]:
        for number, cells in islice(self._records(), self._before + 1, None):
            if isinstance(cells, str):
                yield number, cells
            elif any(map(str.strip, cells[self._width :])):
                # A mark inside an unquoted text would cut the words short.
                yield number, f"{len(cells)} fields under {self._width} columns"
            elif any(map(str.strip, cells)) and not is_header(cells, self._names):
                yield number, {field: cells[at] for field, at in self._columns.items() if at < len(cells)}

    def _records(self) -> Iterator[tuple[int, list[str] | str]]:
        """Number and cells of each record, or why it is none."""
        lines = Lines(self._stream)
        records = Records(lines, self._mark, self._width)
        number = 0
        try:
            while True:
                number += 1
                try:
                    yield number, next(records)
                except StopIteration:
                    return
                except BadRow as error:
                    yield number, str(error)
        finally:
            lines.close()

    def _first(self) -> Iterator[list[str]]:
        for _, cells in self._records():
            yield [] if isinstance(cells, str) else cells

    def _dates(self) -> Iterator[str]:
        at = self._columns["date"]
        for _, cells in self._records():
            if not isinstance(cells, str) and at < len(cells):
                yield cells[at]

    def _mark_of(self, reading: Reading) -> str:
        lines = Lines(self._stream)
        try:
            sample = list(islice(lines, _SAMPLE))
        except BadRow:
            sample = []
        finally:
            lines.close()

        def fields(mark: str) -> int:
            return max((known(_alone(line, mark), reading.columns) for line in sample), default=0)

        return max(_MARKS, key=fields)


def _alone(line: str, mark: str) -> list[str]:
    """The cells of a line by itself."""
    try:
        return next(csv.reader([line], delimiter=mark), [])
    except csv.Error:
        return []
