"""One row of a table read: its figures, and its cells of words as prose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice

from claims.extraction.figures.tables.counting import CellOfWords, claims_of_row
from claims.extraction.figures.tables.stretches import RowOfTable
from claims.model import Claim, Document, Problem, Span

Prose = Callable[[Span], Iterator[Claim | Problem]]


def read_row(
    document: Document, found: RowOfTable, prose: Prose, *, event: str, country: str, most: int
) -> Iterator[Claim | Problem]:
    """The claims of one row in order, and a Problem where it goes on past `most` cells with words.

    Args:
        prose: reads a place of the document that is no cell of one figure.
    """
    made = claims_of_row(document, found.table, found.row, event=event, country=country)
    for item in islice(made, most):
        if isinstance(item, CellOfWords):
            yield from _of_words(item, found.row.span, prose)
        else:
            yield item
    if next(made, None) is not None:
        why = f"a row of a table with more than {most} cells: only the first {most} are read"
        yield Problem("claims", why, document.id, found.row.span)


def _of_words(cell: CellOfWords, row: Span, prose: Prose) -> Iterator[Claim | Problem]:
    """Figures among words stand in the row too, and count what the headings say if the words do not."""
    for item in prose(cell.span):
        if cell.is_long or isinstance(item, Problem):
            yield item
        else:
            yield replace(item, sentence=row, counted=item.counted or cell.counted)
