"""Pieces of a page on one line put together, but for the gaps where a column or a cell ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sources.pdf.pieces import Piece

# In widths of the type: a gap no wider lies between two words; a wider one is the end of a column if
# the line above or below, or a few lines of the page, have a gap in the same place, or if the type
# changes with it; and any gap wider than the second is, unless words stand in its place above and below.
_WORDS, _WIDE = 0.9, 3.0
# Below this the two are one word, drawn in two strokes.
_WORD = 0.15
# The middles of two lines are no nearer than this share of the type.
_LEVEL = 0.35
# Lines so many heights apart are neighbours; of others it takes so many to tell a column.
_NEAR, _MANY = 2.5, 3
# Columns that do not stand level put each other's lines between their own.
_LOOK = 3
# Type of one line that differs by more is of two columns.
_ALIKE = 0.88

_FEW_WORDS = 4
# Of the cells behind the first in the rows of a table, as many hold a figure.
_FIGURES = 0.6

Row = list[Piece]
Gap = tuple[float, float]


def rows_of(pieces: Sequence[Piece]) -> list[Row]:
    """Lines from top to bottom, each with its pieces from left to right; rows of tables are one piece."""
    levels = [_Level.of(row) for row in _levels(pieces)]
    return _tables([_joined(levels, at) for at in range(len(levels))])


def _levels(pieces: Sequence[Piece]) -> list[Row]:
    """Pieces that stand on one level, by the highest of each."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=lambda one: -one.middle):
        if rows and abs(rows[-1][0].middle - piece.middle) <= _LEVEL * min(rows[-1][0].size, piece.size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda one: one.left)
    return rows


@dataclass(frozen=True, slots=True)
class _Level:
    """A line as drawn: its gaps that are wider than between two words, and what lies between them."""

    row: Row
    gaps: list[Gap]
    stretches: list[Gap]

    @classmethod
    def of(cls, row: Row) -> _Level:
        gaps = [
            (a.right, b.left) for a, b in pairwise(row) if b.left - a.right > _WORDS * max(a.size, b.size)
        ]
        ends = [row[0].left, *(edge for gap in gaps for edge in gap), max(piece.right for piece in row)]
        return cls(row, gaps, list(zip(ends[::2], ends[1::2], strict=True)))

    def has(self, gap: Gap, size: float) -> bool:
        """Has it a gap in the same place?"""
        return any(min(gap[1], one[1]) - max(gap[0], one[0]) > 0.5 * size for one in self.gaps)

    def covers(self, gap: Gap) -> bool:
        """Do words stand in the place of a gap?"""
        return any(left < gap[0] and gap[1] < right for left, right in self.stretches)


def _joined(levels: Sequence[_Level], at: int) -> Row:
    row = levels[at].row
    made = [row[0]]
    for piece in row[1:]:
        last = made[-1]
        size = max(last.size, piece.size)
        gap = piece.left - last.right
        if gap <= _WORDS * size or not _parts(last, piece, levels, at):
            made[-1] = join(last, piece, " " if gap > _WORD * size else "")
        else:
            made.append(piece)
    return made


def _parts(last: Piece, piece: Piece, levels: Sequence[_Level], at: int) -> bool:
    """Does the gap between two pieces part columns or cells?

    Not if words stand in its place both above and below.
    """
    gap, size = (last.right, piece.left), max(last.size, piece.size)
    near = _neighbours(levels, at, (last.left, piece.right), size)
    if near and all(one.covers(gap) for one in near):
        return False
    if piece.left - last.right > _WIDE * size or min(last.size, piece.size) < _ALIKE * size:
        return True
    if any(one.has(gap, size) for one in near):
        return True
    return sum(one.has(gap, size) for one in levels) > _MANY


def _neighbours(levels: Sequence[_Level], at: int, across: Gap, size: float) -> list[_Level]:
    """The next lines above and below that have words within so much of the page's width."""
    found = []
    for step in (-1, 1):
        for other in range(at + step, at + step * (_LOOK + 1), step):
            if not 0 <= other < len(levels):
                break
            if abs(levels[other].row[0].middle - levels[at].row[0].middle) > _NEAR * size:
                break
            if any(left < across[1] and across[0] < right for left, right in levels[other].stretches):
                found.append(levels[other])
                break
    return found


def join(left: Piece, right: Piece, between: str) -> Piece:
    """Two pieces of one line as one."""
    return Piece(
        f"{left.words}{between}{right.words}",
        min(left.left, right.left),
        min(left.bottom, right.bottom),
        max(left.right, right.right),
        max(left.top, right.top),
        max(left.size, right.size),
        left.unnamed + right.unnamed,
    )


# -- tables ------------------------------------------------------------------


def _tables(rows: list[Row]) -> list[Row]:
    """Rows of figures as one piece each, a mark between the cells: read by columns they would say nothing."""
    made: list[Row] = []
    for at, row in enumerate(rows):
        near = [rows[other] for other in (at - 1, at + 1) if 0 <= other < len(rows)]
        is_row = _is_figures(row) and any(_is_figures(one) and _is_near(row, one) for one in near)
        heads = (
            _is_head(row) and at + 1 < len(rows) and _is_figures(rows[at + 1]) and _is_near(row, rows[at + 1])
        )
        made.append([_as_row(row)] if is_row or heads else row)
    return made


def _is_figures(row: Row) -> bool:
    """A label and figures: no two columns of prose."""
    cells = [piece.words for piece in row[1:]]
    if not cells or any(cell.count(" ") >= _FEW_WORDS for cell in cells):
        return False
    figures = sum(any(letter.isdigit() for letter in cell) for cell in cells)
    return figures >= _FIGURES * len(cells)


def _is_head(row: Row) -> bool:
    return len(row) > 1 and all(piece.words.count(" ") < _FEW_WORDS for piece in row)


def _is_near(one: Row, other: Row) -> bool:
    return abs(one[0].middle - other[0].middle) <= _NEAR * max(one[0].size, other[0].size)


def _as_row(row: Row) -> Piece:
    made = row[0]
    for piece in row[1:]:
        made = join(made, piece, " | ")
    return made
