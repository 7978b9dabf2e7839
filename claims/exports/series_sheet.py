"""The history of a figure as a spreadsheet: text is text, whatever it begins with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from io import BytesIO
from typing import Any

from claims.display import display_safe
from claims.series.values import Series, SeriesRow

_HEADINGS = (
    "Date", "Date is", "Figure", "Value", "Unit", "Counts", "Place", "Population", "Period", "Event",
    "Speaker", "Source", "Change", "Change %", "Drift", "State", "Sentence", "Location", "Start", "End",
    "Claim", "Document",
)  # fmt: skip
_WIDTHS = {"Figure": 20, "Counts": 28, "Sentence": 80, "Location": 30, "Drift": 24, "Source": 24}
# What a cell holds (ECMA-376, "Excel specifications and limits").
_LONGEST = 32_767
# What no XML may hold, besides the control characters that `display_safe` shows.
_NO_XML = re.compile("[\ufffe\uffff]")


def sheet(series: Series) -> bytes:
    """An XLSX file: one row a claim, those that people dropped last; numbers are numbers.

    A value that is no plain decimal, and one of more digits than a spreadsheet holds, is text.
    """
    from openpyxl import Workbook
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    page = book.create_sheet("Figures")
    page.freeze_panes = "A2"
    for number, heading in enumerate(_HEADINGS, 1):
        page.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(heading, 12)
    page.append(_cells(page, _HEADINGS))
    for one in (*series.rows, *series.dropped):
        page.append(_cells(page, _row(one)))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _row(one: SeriesRow) -> tuple[Any, ...]:
    claim, document, change = one.claim, one.citation.document, one.change
    quantity = claim.quantity
    return (
        str(one.date or ""), one.date_is, " ".join(claim.text.split()),
        _number(quantity.value if quantity else None), claim.unit, one.counts, claim.place,
        claim.population.value if claim.population else "", claim.period, claim.event, one.speaker,
        one.source, _number(change.by if change else None), _number(change.percent if change else None),
        one.drift, one.state.value, " ".join(one.citation.sentence.split()), document.location,
        claim.span.start, claim.span.end, claim.id, document.id,
    )  # fmt: skip


# A spreadsheet keeps this many digits of a number (IEEE 754 double).
_DIGITS = 15


def _number(value: Any) -> int | float | str:
    """A number as a cell holds it; as text where the cell would lose digits; "" for none."""
    if value is None:
        return ""
    exact = Fraction(value)
    if exact.denominator == 1:
        return exact.numerator if abs(exact.numerator) < 10**_DIGITS else f"{exact.numerator}"
    return round(float(exact), 10)


def _cells(page: Any, values: Iterable[Any]) -> list[Any]:
    from openpyxl.cell import WriteOnlyCell

    cells = []
    for value in values:
        if isinstance(value, str):
            cell = WriteOnlyCell(
                page, _NO_XML.sub("\N{REPLACEMENT CHARACTER}", display_safe(value))[:_LONGEST]
            )
            # Else what begins with "=" runs as a formula.
            cell.data_type = "s"
            cells.append(cell)
        else:
            cells.append(value)
    return cells
