"""Paragraphs taken apart into rows of tables and what is no table."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from claims.extraction.figures.tables.grid import Row
from claims.extraction.figures.tables.layout import Table, tables
from claims.model import Span


@dataclass(frozen=True, slots=True)
class RowOfTable:
    """A row with the table it belongs to; a row of headings has no figures."""

    table: Table
    row: Row

    @property
    def is_heading(self) -> bool:
        return any(self.row is head for head in self.table.heads)


class Stretches:
    """The rows of a text's tables, found as far as the text is asked for and held as long as needed."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._to_come = (
            RowOfTable(table, row) for table in tables(text) for row in (*table.heads, *table.rows)
        )
        self._rows: deque[RowOfTable] = deque()

    def of(self, paragraph: Span) -> Iterator[RowOfTable | Span]:
        """The paragraph in order: rows that begin in it, and prose without outer blanks.

        Paragraphs are asked for in order. One is mostly rows or mostly prose; in text wrapped at
        a fixed width, and where a long one was cut, it may hold both and end within a row.
        """
        self._reach(paragraph)
        if not self._rows or self._rows[0].row.span.start >= paragraph.end:
            yield paragraph
            return
        at = paragraph.start
        for found in takewhile(lambda found: found.row.span.start < paragraph.end, self._rows):
            if found.row.span.start >= paragraph.start:
                yield from self._prose(at, found.row.span.start)
                yield found
            at = max(at, found.row.span.end)
        yield from self._prose(at, paragraph.end)

    def _reach(self, paragraph: Span) -> None:
        """Let go of the rows before a paragraph, and find those up to its end."""
        while self._rows and self._rows[0].row.span.end <= paragraph.start:
            self._rows.popleft()
        while not self._rows or self._rows[-1].row.span.start < paragraph.end:
            found = next(self._to_come, None)
            if found is None:
                return
            if found.row.span.end > paragraph.start:
                self._rows.append(found)

    def _prose(self, start: int, end: int) -> Iterator[Span]:
        words = self._text[start:end]
        if inner := words.strip():
            first = start + words.index(inner[0])
            yield Span(first, first + len(inner))
