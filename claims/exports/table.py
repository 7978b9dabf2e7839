"""Comma-separated values, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from typing import IO

from claims.display import display_safe
from claims.exports.rows import COLUMNS, FIELDS
from claims.ports import ExportRow

# What makes a spreadsheet take a cell for a formula (OWASP, "CSV Injection"),
# with the full-width forms that some programs fold to the same signs.
_FORMULA = "=+-@\t\r\n＝＋－＠"
_NUMBER = re.compile(r"[-+]?\d{1,40}(\.\d{1,40})?", re.ASCII)


class Csv:
    """One row a value, a header first, RFC 4180.

    Attributes:
        raw: write cells exactly as they are: for programs, never for a spreadsheet.
        guarded: how many cells of the last `write` got a ' in front, because a
            spreadsheet would have run them as a formula.
    """

    name = "csv"
    suffix = ".csv"

    def __init__(self) -> None:
        self.raw = False
        self.guarded = 0

    def write(self, rows: Iterable[ExportRow], out: IO[str]) -> int:
        """Write all rows to `out`, which should be opened with `newline=""`; returns how many."""
        self.guarded = 0
        sheet = csv.writer(out)
        sheet.writerow((*COLUMNS, *FIELDS))
        count = 0
        for row in rows:
            cells = [str(getattr(row, column)) for column in COLUMNS]
            cells += [row.fields.get(name, "") for name in FIELDS]
            sheet.writerow(cells if self.raw else [self._safe(cell) for cell in cells])
            count += 1
        return count

    def _safe(self, cell: str) -> str:
        if cell[:1] in _FORMULA and cell and not _NUMBER.fullmatch(cell):
            self.guarded += 1
            cell = f"'{cell}"
        return display_safe(cell)
