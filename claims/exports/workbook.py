"""A workbook whose text is text, whatever it begins with, and whose numbers are numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from io import BytesIO
from typing import Any

from claims.display import display_safe
from claims.errors import BadValue

Cell = int | float | str

# What a cell and a sheet hold (ECMA-376, "Excel specifications and limits").
_LONGEST = 32_767
_ROWS = 1_048_576
# A spreadsheet keeps this many digits of a number (IEEE 754 double).
_DIGITS = 15
_WIDTH = 12
# What no XML may hold, besides the control characters that `display_safe` shows.
_NO_XML = re.compile("[\ufffe\uffff]")


class Sheet:
    """One sheet, its headings in the first row, which stays in sight."""

    def __init__(self, page: Any, headings: Sequence[str], widths: Mapping[str, int]) -> None:
        from openpyxl.utils import get_column_letter

        self._page = page
        self._rows = 0
        page.freeze_panes = "A2"
        for number, heading in enumerate(headings, 1):
            page.column_dimensions[get_column_letter(number)].width = widths.get(heading, _WIDTH)
        self.append(headings)

    def append(self, values: Iterable[Cell]) -> None:
        """Raises BadValue where the sheet is full."""
        if self._rows == _ROWS:
            raise BadValue("number of rows", f"more than {_ROWS:,}", "a sheet holds no more: take csv")
        self._rows += 1
        self._page.append([self._text(value) if isinstance(value, str) else value for value in values])

    def _text(self, value: str) -> Any:
        from openpyxl.cell import WriteOnlyCell

        shown = _NO_XML.sub("\N{REPLACEMENT CHARACTER}", display_safe(value))
        cell = WriteOnlyCell(self._page, shown[:_LONGEST])
        # Else what begins with "=" runs as a formula.
        cell.data_type = "s"
        return cell


class Workbook:
    """Sheets in the order in which they are made."""

    def __init__(self) -> None:
        from openpyxl import Workbook as Book

        self._book = Book(write_only=True)

    def sheet(self, title: str, headings: Sequence[str], widths: Mapping[str, int]) -> Sheet:
        return Sheet(self._book.create_sheet(title), headings, widths)

    def bytes(self) -> bytes:
        """The whole file."""
        out = BytesIO()
        self._book.save(out)
        return out.getvalue()


def number(value: Any) -> Cell:
    """A number as a cell holds it; as text where the cell would lose digits; "" for none."""
    if value is None:
        return ""
    exact = Fraction(value)
    if exact.denominator == 1:
        return exact.numerator if abs(exact.numerator) < 10**_DIGITS else f"{exact.numerator}"
    return round(float(exact), 10)
