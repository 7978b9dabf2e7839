"""XLSX: a row a value; of findings a sheet of them and one of their passages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from claims.exports.findings import FINDING_COLUMNS, cells, passages
from claims.exports.rows import COLUMNS, FIELDS
from claims.exports.workbook import Cell, Workbook, number
from claims.ports import ExportRow
from claims.views import Assessed

_HEADINGS = (*COLUMNS, *FIELDS)
_AMOUNTS = ("value", "low", "high")
_WIDTHS = {
    "text": 80,
    "sentence": 80,
    "why": 80,
    "explains": 40,
    "settles": 40,
    "decisions": 40,
    "source": 24,
}


class Xlsx:
    """Text is text, whatever it begins with; figures are numbers where a cell holds them exactly."""

    name = "xlsx"
    suffix = ".xlsx"
    is_binary = True

    def write(self, rows: Iterable[ExportRow], out: IO[bytes]) -> int:
        """Write all rows to `out`; returns how many."""
        book = Workbook()
        page = book.sheet("Values", _HEADINGS, _WIDTHS)
        count = 0
        for row in rows:
            count += 1
            page.append(_row(row))
        out.write(book.bytes())
        return count

    def write_findings(self, findings: Iterable[Assessed], out: IO[bytes]) -> int:
        """A sheet with a row a finding, and one with a row a passage, which names its finding."""
        book = Workbook()
        page = book.sheet("Findings", (*FINDING_COLUMNS, "passages"), _WIDTHS)
        evidence = book.sheet("Passages", ("finding", *_HEADINGS), _WIDTHS)
        count = 0
        for found in findings:
            count += 1
            page.append((*cells(found), len(found.citations)))
            for row in passages(found):
                evidence.append((found.finding.id, *_row(row)))
        out.write(book.bytes())
        return count


def _row(row: ExportRow) -> tuple[Cell, ...]:
    plain = (getattr(row, column) for column in COLUMNS)
    return (*plain, *(_field(row, name) for name in FIELDS))


def _field(row: ExportRow, name: str) -> Cell:
    told = row.fields.get(name, "")
    return number(told or None) if name in _AMOUNTS else told
