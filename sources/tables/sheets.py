"""XLSX: the sheet of a workbook that has the columns of quotes."""

from __future__ import annotations

import warnings
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from datetime import date, datetime
from itertools import islice
from typing import Any, BinaryIO
from zipfile import BadZipFile

from claims.errors import InputError
from claims.readymade.row import Stated
from sources.tables.columns import columns_of, header, known, no_table, unused
from sources.tables.dating import Dating
from sources.tables.packed import MOST_ROWS, Packed, TooMuch
from sources.tables.reading import Reading
from sources.tables.stating import BadRow, is_header, stated

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

# A note names so many sheets.
_NAMED = 8


class Sheet:
    """A workbook.

    Of a cell with a formula the value counts that was saved with it.

    Args:
        stream: one that can be read again.

    Raises:
        BadValue: it is no workbook, unpacks to too much, or has no sheet of that name, or none that names
            the columns.
    """

    def __init__(self, stream: BinaryIO, location: str, reading: Reading) -> None:
        self._stream, self.location = stream, location
        with closing(self._workbook()) as book:
            titles = [sheet.title for sheet in book.worksheets]
            self._at = self._chosen(book, titles, reading)
            self._before, self._names = self._header(book, self._at, reading.columns)
            self._length = self._lengths[self._at]
        named = f"{location} sheet {titles[self._at]!r}" if len(titles) > 1 else location
        self._columns = columns_of(self._names, named, reading.columns)
        self.notes = unused(self._names, self._columns) + _not_read(titles, self._at)
        self._dating = Dating(reading.order, self._dates)

    def __iter__(self) -> Iterator[Stated | InputError]:
        """Rows have the numbers that a spreadsheet shows."""
        with closing(_Saved(self)) as saved:
            for number, row in self._numbered():
                if all(cell.value in (None, "") for cell in row):
                    continue
                if is_header([_name(cell.value) for cell in row], self._names):
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
                    yield stated(cells, place, self._dating)

    def count(self) -> int:
        return max(self._length - self._before - 1, 0)

    def told(self) -> list[str]:
        return self._dating.told()

    def saved_rows(self) -> Generator[tuple[Any, ...], None, None]:
        """Values as they were saved, formulas worked out."""
        with closing(self._workbook(values=True)) as book:
            yield from book.worksheets[self._at].iter_rows(values_only=True)

    def _numbered(self) -> Iterator[tuple[int, tuple[Any, ...]]]:
        """Number and cells of each row below the names of the columns."""
        with closing(self._workbook()) as book:
            yield from islice(enumerate(self._rows(book, self._at), 1), self._before + 1, None)

    def _dates(self) -> Iterator[str]:
        """Those that are words; what the spreadsheet holds as a date can be read one way only."""
        at = self._columns["date"]
        for _, row in self._numbered():
            if at < len(row) and isinstance(row[at].value, str):
                yield row[at].value

    def _chosen(self, book: Any, titles: list[str], reading: Reading) -> int:
        if reading.sheet:
            if reading.sheet not in titles:
                told = ", ".join(map(repr, titles))
                raise no_table(self.location, f"it has no sheet {reading.sheet!r} (its sheets: {told})")
            return titles.index(reading.sheet)
        for at in range(len(titles)):
            if known(self._header(book, at, reading.columns)[1], reading.columns):
                return at
        return 0

    def _header(self, book: Any, at: int, said: Mapping[str, str]) -> tuple[int, list[str]]:
        with closing(self._rows(book, at)) as rows:
            before, names = header(([_name(cell.value) for cell in row] for row in rows), said)
        return before, list(names)

    def _rows(self, book: Any, at: int) -> Generator[tuple[Any, ...], None, None]:
        try:
            # One past the limit tells that there are more; a row's number alone can claim billions before it.
            for number, row in enumerate(islice(book.worksheets[at].iter_rows(), MOST_ROWS + 1)):
                if number == MOST_ROWS:
                    break
                yield row
            else:
                return
        except TooMuch as error:
            raise no_table(self.location, str(error)) from None
        except _DAMAGED as error:
            raise no_table(self.location, f"its sheet cannot be read ({_line(error)})") from None
        raise no_table(self.location, f"it has more than {MOST_ROWS:,} rows, which no spreadsheet has")

    def _workbook(self, *, values: bool = False) -> Any:
        from openpyxl.reader.excel import ExcelReader

        self._stream.seek(0)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # it tells of styles that it does not know
                reader = ExcelReader(self._stream, read_only=True, data_only=values, keep_links=False)
                # As `load_workbook` does, but every part is unpacked within bounds.
                reader.archive = Packed(self._stream)
                reader.read()
        except TooMuch as error:
            raise no_table(self.location, str(error)) from None
        except _DAMAGED as error:
            raise no_table(self.location, f"it is no workbook ({_line(error)})") from None
        book = reader.wb
        if not book.worksheets:
            raise no_table(self.location, "it has no sheet")
        self._lengths = [sheet.max_row or 0 for sheet in book.worksheets]
        for sheet in book.worksheets:
            # A sheet may say that it is smaller than it is.
            sheet.reset_dimensions()
        return book


def _not_read(titles: list[str], chosen: int) -> list[str]:
    others = [repr(title) for at, title in enumerate(titles) if at != chosen]
    if not others:
        return []
    more = [f"{len(others) - _NAMED:,} more"] if len(others) > _NAMED else []
    told = ", ".join(others[:_NAMED] + more)
    what = "sheet is" if len(others) == 1 else "sheets are"
    return [f"the sheet {titles[chosen]!r} is read; the other {what} not: {told} (--sheet chooses one)"]


def _line(error: Exception) -> str:
    """What went wrong first, on one line."""
    first = error.__cause__ or error
    return " ".join(str(first).split())[:200] or type(first).__name__


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
