"""Paragraphs taken apart into rows of tables and what is no table."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

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
    """The rows of a text's tables, found once, however many windows it is read in."""

    def __init__(self, text: str) -> None:
        self._text = text

    def of(self, paragraph: Span) -> Iterator[RowOfTable | Span]:
        """The paragraph in order: rows that begin in it, and prose without outer blanks.

        A paragraph is mostly one or the other; in text wrapped at a fixed width, and where
        a long one was cut, it may hold both and end within a row.
        """
        if not self._rows:
            yield paragraph
            return
        at = paragraph.start
        for number in range(max(0, bisect_left(self._starts, paragraph.start) - 1), len(self._rows)):
            found = self._rows[number]
            if found.row.span.start >= paragraph.end:
                break
            if found.row.span.start >= paragraph.start:
                yield from self._prose(at, found.row.span.start)
                yield found
            at = max(at, found.row.span.end)
        yield from self._prose(at, paragraph.end)

    def _prose(self, start: int, end: int) -> Iterator[Span]:
        words = self._text[start:end]
        if inner := words.strip():
            first = start + words.index(inner[0])
            yield Span(first, first + len(inner))

    @cached_property
    def _rows(self) -> list[RowOfTable]:
        return [RowOfTable(table, row) for table in tables(self._text) for row in (*table.heads, *table.rows)]

    @cached_property
    def _starts(self) -> list[int]:
        return [found.row.span.start for found in self._rows]
