"""A plot of figures over time, of plain signs: read without colour, and at any width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claims.series.values import RowState, Series, SeriesRow
from tui.state.series import value_of
from tui.state.words import counted

# One figure in a cell, several (as many as nine), and the one under the cursor of the list.
ONE, HERE, MANY = "●", "◆", "+"


@dataclass(frozen=True, slots=True)
class Point:
    """A figure: its claim, its day (proleptic ordinal) and its value."""

    claim: str
    day: int
    value: float


def points_of(series: Series, unit: str) -> list[Point]:
    """The figures in one unit that have a day and one value; what was taken back is none."""
    return [
        Point(one.claim.id, one.date.earliest.toordinal(), value)
        for one in series.rows
        if one.claim.unit == unit and one.date and _stands(one) and (value := value_of(one)) is not None
    ]


def unit_of(series: Series, claim: str) -> str:
    """The unit of a claim, else that of most figures."""
    units = {one.claim.id: one.claim.unit for one in series.rows}
    return units.get(claim) or next((unit for unit, _ in Counter(units.values()).most_common(1)), "")


def plot(points: Sequence[Point], width: int, height: int, claim: str = "") -> list[str]:
    """Lines of at most `width` cells: values from zero upwards, days from left to right.

    Args:
        height: lines, of which the last two are the axis and its days.
        claim: the figure to be marked.
    """
    if not points:
        return []
    top = max(max(point.value for point in points), 0.0) or 1.0
    bottom = min(0.0, *(point.value for point in points))
    labels = [_short(top), _short((top + bottom) / 2), _short(bottom)]
    margin, rows = max(map(len, labels)) + 1, max(3, height - 2)
    columns = max(8, width - margin - 1)
    first, last = min(point.day for point in points), max(point.day for point in points)
    cells: dict[tuple[int, int], list[str]] = {}
    for point in points:
        x = round((point.day - first) * (columns - 1) / (last - first)) if last > first else columns // 2
        y = round((top - point.value) * (rows - 1) / (top - bottom))
        cells.setdefault((y, x), []).append(point.claim)
    at = {0: labels[0], (rows - 1) // 2: labels[1], rows - 1: labels[2]}
    lines = [_line(cells, y, columns, at.get(y, "").rjust(margin), claim) for y in range(rows)]
    axis = " " * margin + "└" + "─" * columns
    return [*lines, axis, " " * (margin + 1) + _days(first, last, columns)]


def left_out_words(series: Series, points: Sequence[Point]) -> str:
    """How many rows of the list the plot does not show; "" for none."""
    missing = len(series.rows) - len(points)
    why = "without a day or one value, taken back, or in another unit"
    return f"{counted(missing, 'figure')} {why}: in the list only" if missing else ""


def _stands(one: SeriesRow) -> bool:
    return one.state is not RowState.DROPPED and not one.retracted and not one.claim.negated


def _line(cells: dict[tuple[int, int], list[str]], y: int, columns: int, label: str, claim: str) -> str:
    drawn = "".join(_sign(cells.get((y, x), []), claim) for x in range(columns))
    return f"{label}{'┤' if label.strip() else '│'}{drawn}".rstrip()


def _sign(claims: Sequence[str], claim: str) -> str:
    if not claims:
        return " "
    if claim in claims:
        return HERE
    return ONE if len(claims) == 1 else str(len(claims)) if len(claims) < 10 else MANY


def _days(first: int, last: int, columns: int) -> str:
    """The first and the last day at the ends; one day in the middle."""
    begin, end = str(date.fromordinal(first)), str(date.fromordinal(last))
    if first == last:
        return begin.center(columns).rstrip()
    if columns < len(begin) + len(end) + 1:
        return begin[:columns]
    return begin + " " * (columns - len(begin) - len(end)) + end


def _short(number: float) -> str:
    """ "1.2M", "850", "0": what fits beside an axis."""
    for least, sign in ((1e9, "B"), (1e6, "M"), (1e4, "k")):
        if abs(number) >= least:
            return f"{number / (1e3 if sign == 'k' else least):.3g}{sign}"
    return f"{number:,.4g}"
