"""A few rows in columns, drawn at once: for tables beside something else, not for lists."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from tui.state.rows import Column, Row, widths
from tui.widgets.row_list import fitted


class Table(Static):
    """Cells are cut to the width there is; a heading line stands above them."""

    def __init__(self, columns: Sequence[Column], id: str) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, markup=False)
        self._columns = tuple(columns)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> None:
        self._rows = tuple(rows)
        self.refresh(layout=True)

    def render(self) -> Content:
        given = widths(self._columns, max(0, self.content_size.width or self.app.size.width - 4))
        heading = Content(self._line([column.title for column in self._columns], given))
        lines = [Content(self._line(row.cells, given)) for row in self._rows]
        return Content("\n").join([heading.stylize("underline $text-muted"), *lines])

    def _line(self, cells: Sequence[str], given: Sequence[int]) -> str:
        parts = zip(self._columns, cells, given, strict=True)
        return " ".join(fitted(cell, size, column.right) for column, cell, size in parts if size)
