"""The history of a figure as a spreadsheet: one row a claim, those that people dropped last."""

from __future__ import annotations

from claims.exports.workbook import Cell, Workbook, number
from claims.series.values import Series, SeriesRow

_HEADINGS = (
    "Date", "Date is", "Figure", "Value", "Unit", "Counts", "Place", "Population", "Period", "Event",
    "Speaker", "Source", "Change", "Change %", "Drift", "State", "Sentence", "Location", "Start", "End",
    "Claim", "Document",
)  # fmt: skip
_WIDTHS = {"Figure": 20, "Counts": 28, "Sentence": 80, "Location": 30, "Drift": 24, "Source": 24}


def sheet(series: Series) -> bytes:
    """An XLSX file; a value that is no plain decimal, and one of more digits than a sheet holds, is text."""
    book = Workbook()
    page = book.sheet("Figures", _HEADINGS, _WIDTHS)
    for one in (*series.rows, *series.dropped):
        page.append(_row(one))
    return book.bytes()


def _row(one: SeriesRow) -> tuple[Cell, ...]:
    claim, document, change = one.claim, one.citation.document, one.change
    quantity = claim.quantity
    return (
        str(one.date or ""), one.date_is, " ".join(claim.text.split()),
        number(quantity.value if quantity else None), claim.unit, one.counts, claim.place,
        claim.population.value if claim.population else "", claim.period, claim.event, one.speaker,
        one.source, number(change.by if change else None), number(change.percent if change else None),
        one.drift, "retracted" if one.retracted else one.state.value,
        " ".join(one.citation.sentence.split()), document.location,
        claim.span.start, claim.span.end, claim.id, document.id,
    )  # fmt: skip
