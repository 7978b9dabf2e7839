"""Comma-separated values, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from typing import IO

from claims.display import display_safe
from claims.exports.findings import FINDING_COLUMNS, cells, passages
from claims.exports.rows import COLUMNS, FIELDS
from claims.ports import ExportRow
from claims.views import Assessed

_HEADINGS = (*COLUMNS, *FIELDS)

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
        sheet.writerow(_HEADINGS)
        count = 0
        for row in rows:
            count += 1
            sheet.writerow(self._made_safe(_cells(row)))
        return count

    def write_findings(self, findings: Iterable[Assessed], out: IO[str]) -> int:
        """A row a passage, each with all that is told of its finding; returns how many findings."""
        self.guarded = 0
        sheet = csv.writer(out)
        sheet.writerow((*FINDING_COLUMNS, *_HEADINGS))
        count = 0
        for found in findings:
            count += 1
            about = self._made_safe(cells(found))
            for row in map(_cells, passages(found)):
                sheet.writerow((*about, *self._made_safe(row)))
        return count

    def _made_safe(self, told: Sequence[str]) -> Sequence[str]:
        return told if self.raw else [self._safe(cell) for cell in told]

    def _safe(self, cell: str) -> str:
        if cell[:1] in _FORMULA and cell and not _NUMBER.fullmatch(cell):
            self.guarded += 1
            cell = f"'{cell}"
        return display_safe(cell)


def _cells(row: ExportRow) -> list[str]:
    plain = (str(getattr(row, column)) for column in COLUMNS)
    return [*plain, *(row.fields.get(name, "") for name in FIELDS)]
