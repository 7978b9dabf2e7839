"""XLSX: the first sheet of a workbook, its first line the names of the columns."""

from __future__ import annotations

import warnings
from collections.abc import Generator, Iterator
from contextlib import closing
from datetime import date, datetime
from itertools import islice
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from claims.errors import InputError
from claims.readymade.row import Stated
from sources.tables.columns import columns_of, no_table, unused
from sources.tables.stating import BadRow, stated

# A million rows of news quotes are 0.5 GB of XML; a file of a few kilobytes can claim to hold far more.
_MOST_BYTES = 2 * 2**30

# As many as a sheet of Excel can have (Microsoft, "Excel specifications and limits").
_MOST_ROWS = 1_048_576

# What damaged workbooks raise in openpyxl.
_DAMAGED = (
    BadZipFile,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
    IndexError,
    OSError,
    SyntaxError,
    EOFError,
)


class Sheet:
    """A workbook.

    Of a cell with a formula the value counts that was saved with it.

    Args:
        stream: one that can be read again.

    Raises:
        BadValue: it is no workbook, is too large, or its first line does not name the columns.
    """

    def __init__(self, stream: BinaryIO, location: str) -> None:
        self._stream, self.location = stream, location
        self._must_be_small()
        with closing(self._workbook()) as book:
            names = [_name(cell.value) for cell in next(self._rows(book), [])]
            self._columns = columns_of(names, location)
            self.notes = [f"the column {name!r} is not used" for name in unused(names, self._columns)]
            self.notes += [f"the sheet {each.title!r} is not read" for each in book.worksheets[1:]]

    def __iter__(self) -> Iterator[Stated | InputError]:
        """Rows have the numbers that a spreadsheet shows."""
        with closing(self._workbook()) as book, closing(_Saved(self)) as saved:
            rows = self._rows(book)
            next(rows, None)
            for number, row in enumerate(rows, 2):
                if all(cell.value in (None, "") for cell in row):
                    continue
                place = f"{self.location} row {number}"
                try:
                    cells = {
                        field: _words(row[at], field, number, at, saved)
                        for field, at in self._columns.items()
                        if at < len(row)
                    }
                except BadRow as error:
                    yield InputError(place, str(error))
                else:
                    yield stated(cells, place)

    def count(self) -> int:
        return max(self._length - 1, 0)

    def saved_rows(self) -> Generator[tuple[Any, ...], None, None]:
        """Values as they were saved, formulas worked out."""
        with closing(self._workbook(values=True)) as book:
            yield from book.worksheets[0].iter_rows(values_only=True)

    def _rows(self, book: Any) -> Iterator[tuple[Any, ...]]:
        try:
            # One past the limit tells that there are more; a row's number alone can claim billions before it.
            for number, row in enumerate(islice(book.worksheets[0].iter_rows(), _MOST_ROWS + 1)):
                if number == _MOST_ROWS:
                    break
                yield row
            else:
                return
        except _DAMAGED as error:
            raise no_table(self.location, f"its sheet cannot be read ({error})") from None
        raise no_table(self.location, f"it has more than {_MOST_ROWS:,} rows, which no spreadsheet has")

    def _workbook(self, *, values: bool = False) -> Any:
        from openpyxl import load_workbook

        self._stream.seek(0)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # it tells of styles that it does not know
                book = load_workbook(self._stream, read_only=True, data_only=values)
        except _DAMAGED as error:
            raise no_table(self.location, f"it is no workbook ({error})") from None
        if not book.worksheets:
            raise no_table(self.location, "it has no sheet")
        self._length = book.worksheets[0].max_row or 0
        # A sheet may say that it is smaller than it is.
        book.worksheets[0].reset_dimensions()
        return book

    def _must_be_small(self) -> None:
        try:
            with ZipFile(self._stream) as packed:
                size = sum(part.file_size for part in packed.infolist())
        except _DAMAGED as error:
            raise no_table(self.location, f"it is no workbook ({error})") from None
        if size > _MOST_BYTES:
            raise no_table(
                self.location, f"unpacked it has {size:,} bytes, over the limit of {_MOST_BYTES:,}"
            )


class _Saved:
    """Values of formulas, as they were saved; read only where there is a formula, in order of rows."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._rows: Generator[tuple[Any, ...], None, None] | None = None
        self._number = 0
        self._row: tuple[Any, ...] = ()

    def value(self, number: int, at: int) -> Any:
        """Raises BadRow: nothing was saved with the formula."""
        if self._rows is None:
            self._rows = self._sheet.saved_rows()
        while self._number < number:
            self._number, self._row = self._number + 1, next(self._rows, ())
        found = self._row[at] if at < len(self._row) else None
        if found is None:
            raise BadRow("a formula in it has no saved value: save the workbook in a spreadsheet once")
        return found

    def close(self) -> None:
        if self._rows is not None:
            self._rows.close()


def _words(cell: Any, field: str, number: int, at: int, saved: _Saved) -> str:
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        value = saved.value(number, at)
    if cell.data_type == "e" or (isinstance(value, str) and value.startswith("#") and value in _ERRORS):
        raise BadRow(f"its {field} is the error {str(value)[:20]}")
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


_ERRORS = frozenset(("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A"))


def _name(value: object) -> str:
    return "" if value is None else str(value)
