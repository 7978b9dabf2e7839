"""Lines of a text at a width: where each starts and ends in the text itself."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from rich.cells import cell_len, chop_cells

_PIECE = re.compile(r"[^\s]+|[^\S\n]+|\n")


@dataclass(frozen=True, slots=True)
class Lines:
    """Half-open [start, end) of every line, in code points; line breaks belong to none."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def line_of(self, place: int) -> int:
        """The line that holds a code point (the last one that starts at or before it)."""
        return max(0, bisect_right(self.starts, place) - 1)


def wrap(text: str, width: int) -> Lines:
    """Break a text into lines of at most `width` terminal cells, at blanks where there are any.

    `text` is `display_safe` already, so every code point is as wide as it looks.
    """
    filling = _Filling(max(1, width))
    for found in _PIECE.finditer(text):
        piece = found.group()
        if piece == "\n":
            filling.end_line(found.start(), found.end())
        else:
            filling.add(piece, found.start())
    filling.end_line(len(text), len(text))
    return Lines(tuple(filling.starts), tuple(filling.ends))


class _Filling:
    """The line being filled."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.start = 0
        self.used = 0

    def add(self, piece: str, at: int) -> None:
        cells = len(piece) if piece.isascii() else cell_len(piece)
        if self.used + cells <= self.width:
            self.used += cells
            return
        if piece.isspace():
            self.used = self.width
            return
        if self.used:
            self.end_line(at, at)
        if cells > self.width:
            self._add_long(piece, at)
        else:
            self.used = cells

    def _add_long(self, piece: str, at: int) -> None:
        *full, last = chop_cells(piece, self.width)
        for part in full:
            at += len(part)
            self.end_line(at, at)
        self.used = cell_len(last)

    def end_line(self, end: int, next_start: int) -> None:
        self.starts.append(self.start)
        self.ends.append(end)
        self.start, self.used = next_start, 0
