"""A list that draws only what is on screen, however long it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from claims.display import one_line
from tui import keys
from tui.state.rows import Column, HeldRows, Row, RowSource, widths

# The sign before the row under the cursor, so that it is not told by colour alone; its mark follows.
CURSOR, NO_CURSOR = "▸", " "
GUTTER = 2


class RowList(ScrollView, can_focus=True):
    """Columns with a heading line that stays; one row under the cursor.

    Line API: 100,000 rows cost what 40 do. Rows that are not in memory are
    asked for with `Wanted` and drawn as an ellipsis until they are put.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--plain", "rows--heading", "rows--cursor", "rows--quiet"}
    BINDINGS = keys.bindings("list")  # type: ignore[assignment]  # Textual's type is wider

    class Moved(Message):
        """The cursor is on another row."""

        def __init__(self, list_: RowList, index: int) -> None:
            self.list, self.index = list_, index
            super().__init__()

    class Chosen(Moved):
        """The row under the cursor was opened."""

    class Ticked(Moved):
        """The place before a row, where its mark stands, was clicked."""

    class Wanted(Message):
        """Pages of rows that are on screen and not in memory."""

        def __init__(self, rows: RowSource, pages: list[int]) -> None:
            self.rows, self.pages = rows, pages
            super().__init__()

    def __init__(self, columns: Sequence[Column], *, marks: bool = False) -> None:
        """Args: marks: rows may be marked; a blank stands after the marks."""
        super().__init__()
        self._gap = " " * marks
        self.columns = tuple(columns)
        self.rows: RowSource = HeldRows[Row]()
        self.cursor = 0
        # The end was asked for, wherever it will be.
        self._to_end = False

    def show(self, rows: RowSource, cursor: int = 0) -> None:
        """Show other rows, with the cursor on one of them."""
        self.rows, self._to_end = rows, False
        self.virtual_size = Size(0, len(rows) + 1)
        self.cursor = min(max(0, cursor), max(0, len(rows) - 1))
        self._keep_in_sight()
        self.refresh()
        self._want()
        if len(rows):
            self.post_message(self.Moved(self, self.cursor))

    def grow(self) -> None:
        """There are more rows than there were, after those that are shown."""
        was_full = self.virtual_size.height > self.scroll_offset.y + self._visible
        self.virtual_size = Size(0, len(self.rows) + 1)
        if self._to_end:
            self.go(len(self.rows) - 1)
        if not was_full:
            self.refresh()
        self._want()

    def go(self, index: int) -> None:
        """Put the cursor on a row."""
        if not len(self.rows):
            return
        self._to_end = False
        self.cursor = min(max(0, index), len(self.rows) - 1)
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Moved(self, self.cursor))

    def action_move(self, rows: int) -> None:
        self.go(self.cursor + rows)

    def action_page(self, pages: float) -> None:
        self.go(self.cursor + int(pages * self._visible))

    def action_edge(self, edge: str) -> None:
        self.go(0 if edge == "top" else len(self.rows) - 1)
        # Rows may still be to come.
        self._to_end = edge != "top"

    def action_choose(self) -> None:
        if len(self.rows):
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        index = self.scroll_offset.y + event.y - 1
        if event.y < 1 or index >= len(self.rows):
            return
        again = index == self.cursor
        self.go(index)
        if event.x < GUTTER + self.styles.padding.left:
            self.post_message(self.Ticked(self, index))
        elif again:
            self.action_choose()

    def on_resize(self) -> None:
        self._keep_in_sight()
        self._want()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._want()

    @property
    def _visible(self) -> int:
        """Rows that fit below the heading."""
        return max(1, self.scrollable_content_region.height - 1)

    def _keep_in_sight(self) -> None:
        top = self.scroll_offset.y
        if self.cursor < top:
            self.scroll_to(y=self.cursor, animate=False, immediate=True)
        elif self.cursor >= top + self._visible:
            self.scroll_to(y=self.cursor - self._visible + 1, animate=False, immediate=True)

    def _want(self) -> None:
        top = self.scroll_offset.y
        pages = self.rows.missing(top, top + self._visible)
        if pages:
            self.post_message(self.Wanted(self.rows, pages))

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        if y == 0:
            titles = tuple(column.title for column in self.columns)
            return self._line(Row(titles), " " * GUTTER + self._gap, "rows--heading", width)
        index = self.scroll_offset.y + y - 1
        if index >= len(self.rows):
            return Strip.blank(width, self.rich_style)
        row = self.rows.at(index) or Row(("", "…"), quiet=True)
        here = index == self.cursor
        style = "rows--cursor" if here else "rows--quiet" if row.quiet else "rows--plain"
        gutter = (CURSOR if here else NO_CURSOR) + row.mark + self._gap
        return self._line(row, gutter, style, width)

    def _line(self, row: Row, gutter: str, style: str, width: int) -> Strip:
        rich_style = self.get_component_rich_style(style)
        given = widths(self.columns, max(0, width - len(gutter)))
        parts, (marked, places) = [gutter], row.bold
        bold: list[slice] = []
        for number, (column, cell, size) in enumerate(zip(self.columns, row.cells, given, strict=False)):
            if size:
                at, shown = sum(map(len, parts)), fitted(cell, size, column.right)
                if number == marked:
                    bold = [slice(at + one.start, at + one.end) for one in places if one.end < len(shown)]
                parts.append(shown + " ")
        text = "".join(parts)
        if _width(text) != width:
            text = set_cell_size(text, width)
        return Strip(list(_segments(text, bold, rich_style)), width)

    def refresh_rows(self) -> None:
        """Rows that were asked for are here now."""
        self.refresh(Region(0, 0, self.size.width, self.size.height))


# The line under the cursor is bold throughout.
MARKED = Style(bold=True, underline=True)


def _segments(text: str, bold: Iterable[slice], style: Style) -> Iterator[Segment]:
    at = 0
    for place in bold:
        if at < place.start:
            yield Segment(text[at : place.start], style)
        yield Segment(text[place], style + MARKED)
        at = place.stop
    yield Segment(text[at:], style)


# Letters, signs, quotation marks and dashes of one cell each: nearly every line, and told at once.
_OF_ONE_CELL = re.compile("[ -~\u00a0-\u02ff\u2010-\u2027·…▸]*")


def _width(text: str) -> int:
    """Cells that a text takes."""
    return len(text) if _OF_ONE_CELL.fullmatch(text) else cell_len(text)


def fitted(text: str, width: int, right: bool = False) -> str:
    """One line of exactly `width` cells, safe to draw; cut with an ellipsis where it is longer."""
    # Four code points a cell is more than any text needs that is not made to
    # slow us down; a line of a megabyte is cut before it is looked at.
    text = one_line(text[: 4 * width + 8])
    length = _width(text)
    if length > width:
        kept = max(0, width - 1)
        return (text[:kept] if length == len(text) else set_cell_size(text, kept)) + "…"
    blank = " " * (width - length)
    return blank + text if right else text + blank
