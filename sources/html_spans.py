"""Cells of a saved page's table that span several rows or columns, as one cell for each place.

What goes on from the cell to the left is "<", what goes on from the cell above "^".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LEFT, ABOVE = "<", "^"

# Places that spanning cells may take, for each cell and in all: a table of 5,000 cells that
# each claim a hundred columns and rows would take trafilatura hours.
_MOST_PLACES, _PLACES_FREE = 8, 2_000

_SPAN = re.compile(r"[0-9]{1,4}", re.ASCII)


def cells_of(row: HtmlElement) -> list[HtmlElement]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def unspan(rows: Iterable[HtmlElement]) -> None:
    """Every cell takes one place."""
    for row in rows:
        for cell in cells_of(row):
            _unspan(cell)


def has_absurd_spans(rows: Sequence[HtmlElement]) -> bool:
    """Do its cells claim far more places than it has cells?"""
    sizes = [_size(cell) for row in rows for cell in cells_of(row)]
    taken = sum(wide * min(high, len(rows)) for wide, high in sizes)
    return taken > _MOST_PLACES * len(sizes) + _PLACES_FREE


def spread(rows: Sequence[HtmlElement]) -> None:
    """A cell for every place that a spanning cell takes, in as many columns as the table has."""
    sizes = [[_size(cell) for cell in cells_of(row)] for row in rows]
    if all(size == (1, 1) for row in sizes for size in row):
        return
    # A caption or a note may claim more columns than there are.
    width = max((sum(wide for wide, _ in row) for row in sizes if len(row) > 1), default=1)
    going_on: dict[int, int] = {}  # rows that a cell of an earlier row still takes, by column
    for row in rows:
        row[:] = _filled(row, width, going_on)


def _filled(row: HtmlElement, width: int, going_on: dict[int, int]) -> list[HtmlElement]:
    """What a row holds, with the marks of cells that go on into it."""
    made: list[HtmlElement] = []
    column = 0
    for cell in [*row, None]:
        while going_on.get(column, 0):
            going_on[column] -= 1
            made.append(_mark(row, ABOVE))
            column += 1
        if cell is None:
            break
        made.append(cell)
        if cell.tag not in ("td", "th"):
            continue
        wide, high = _size(cell)
        wide = min(wide, max(1, width - column))
        going_on.update(dict.fromkeys(range(column, column + wide), high - 1))
        made += [_mark(row, LEFT, cell.tag) for _ in range(wide - 1)]
        column += wide
        _unspan(cell)
    return made


def _mark(row: HtmlElement, mark: str, tag: str = "td") -> HtmlElement:
    made = row.makeelement(tag)
    made.text = mark
    return made


def _unspan(cell: HtmlElement) -> None:
    for name in ("colspan", "rowspan"):
        cell.attrib.pop(name, None)


def _size(cell: HtmlElement) -> tuple[int, int]:
    """Columns and rows that a cell takes."""
    wide, high = (
        int(said) if _SPAN.fullmatch(said := cell.get(name, "1").strip()) else 1
        for name in ("colspan", "rowspan")
    )
    return max(wide, 1), max(high, 1)
