"""A figure over time: where its points and lines lie on a plot, and the same as rows of a table."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from claims.display import one_line
from claims.model.quantities import Number
from claims.series.values import Series, SeriesRow

# In units of the drawing, which is scaled to the page.
WIDTH, HEIGHT = 680, 260
_TOP, _RIGHT, _BOTTOM, _CHARACTER = 14, 24, 34, 8
_STEPS, _DAYS = 4, 4
# Nobody counts further, and its digits would fill the drawing.
_MOST = 1e18
# Of figures that differ so much the smaller ones would all lie on the ground.
_WIDE = 1000
# Rows of a table; a longer history is for a spreadsheet.
_ROWS = 60


@dataclass(frozen=True, slots=True)
class Point:
    """A figure; `x_low` to `x_high` are the days, `y_low` to `y_high` the amounts, that its words allow."""

    x: float
    y: float
    x_low: float
    x_high: float
    y_low: float
    y_high: float
    label: str


@dataclass(frozen=True, slots=True)
class Tick:
    """`at` is a place on the axis."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing of WIDTH by HEIGHT. A line ties a figure to an earlier one of the same unit and scope.

    Attributes:
        is_wide: each step up is a multiple of the one below, since no other scale would show the small ones.
    """

    left: float
    points: tuple[Point, ...]
    lines: tuple[tuple[float, float, float, float], ...]
    amounts: tuple[Tick, ...]
    days: tuple[Tick, ...]
    told: str
    is_wide: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """Attributes: left_out: how many rows are in no table."""

    topic: str
    unit: str
    plot: Plot | None
    rows: tuple[SeriesRow, ...]
    left_out: int


def history(series: Series) -> History:
    units = Counter(one.claim.unit for one in series.rows if _value(one) is not None)
    unit = next((name for name, _ in units.most_common(1)), "")
    drawn = [one for one in series.rows if one.claim.unit == unit and _is_drawn(one)]
    plot = _plot(series.topic, unit, drawn) if len({one.date for one in drawn}) > 1 else None
    return History(series.topic, unit, plot, series.rows[-_ROWS:], max(0, len(series.rows) - _ROWS))


def _is_drawn(one: SeriesRow) -> bool:
    """Has it a day and one value, and was it not taken back or denied?"""
    return one.date is not None and _value(one) is not None and not (one.retracted or one.claim.negated)


def _value(one: SeriesRow) -> float | None:
    quantity = one.claim.quantity
    return _drawable(quantity.value) if quantity else None


def _drawable(number: Number | None) -> float | None:
    """None too for a number that no drawing has room for: its digits are in the table."""
    try:
        drawn = None if number is None else float(number)
    except OverflowError:
        return None
    return drawn if drawn is None or abs(drawn) < _MOST else None


def _plot(topic: str, unit: str, rows: Sequence[SeriesRow]) -> Plot:
    every = [_value(one) or 0.0 for one in rows]
    is_wide = min(every) > 0 and max(every) / min(every) >= _WIDE
    amounts = _tens(min(every), max(every)) if is_wide else _steps(min(0.0, *every), max(0.0, *every))
    left = _CHARACTER * max(len(_number(one)) for one in amounts) + 14
    first = min(one.date.earliest.toordinal() for one in rows if one.date)
    last = max(one.date.latest.toordinal() for one in rows if one.date)
    scale = _Scale(left, first, last, amounts[0], amounts[-1], is_wide)
    points = {one.claim.id: point for one in rows for point in _points(scale, one)}
    return Plot(
        left,
        tuple(points.values()),
        tuple(_lines(rows, points)),
        tuple(Tick(scale.y(one), _number(one)) for one in amounts),
        tuple(Tick(scale.x(one), str(date.fromordinal(one))) for one in _days(first, last)),
        f"{len(rows)} figures of {topic}{f' in {unit}' if unit else ''}, {min(every):,g} to {max(every):,g}, "
        f"from {date.fromordinal(first)} to {date.fromordinal(last)}; the table below has them.",
        is_wide,
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    left: float
    first: int
    last: int
    least: float
    most: float
    is_wide: bool = False

    def x(self, day: float) -> float:
        room = WIDTH - _RIGHT - self.left
        return round(self.left + room * (day - self.first) / max(1, self.last - self.first), 1)

    def y(self, amount: float) -> float:
        held, least, most = min(max(amount, self.least), self.most), self.least, self.most
        if self.is_wide:
            held, least, most = math.log10(held), math.log10(least), math.log10(most)
        return round(_TOP + (HEIGHT - _TOP - _BOTTOM) * (most - held) / (most - least), 1)


def _points(scale: _Scale, one: SeriesRow) -> Iterator[Point]:
    value, quantity = _value(one), one.claim.quantity
    if value is None or quantity is None or one.date is None:
        return
    first, last = one.date.earliest.toordinal(), one.date.latest.toordinal()
    low, high = _drawable(quantity.low), _drawable(quantity.high)
    told = f"{one.date}: {one_line(one.claim.text)}, {one_line(one.publisher)}"
    yield Point(
        scale.x((first + last) / 2), scale.y(value), scale.x(first), scale.x(last),
        scale.y(value if low is None else low), scale.y(value if high is None else high), told,
    )  # fmt: skip


def _lines(
    rows: Sequence[SeriesRow], points: dict[str, Point]
) -> Iterator[tuple[float, float, float, float]]:
    for one in rows:
        before = points.get(one.change.since) if one.change else None
        if before:
            here = points[one.claim.id]
            yield before.x, before.y, here.x, here.y


def _steps(least: float, most: float) -> list[float]:
    """Round numbers from at most `least` to at least `most`, four or so."""
    span = (most - least) or 1.0
    rough = span / _STEPS
    ten = 10.0 ** math.floor(math.log10(rough))
    step = next(ten * one for one in (1, 2, 2.5, 5, 10) if ten * one >= rough * (1 - 1e-9))
    first = math.floor(least / step + 1e-9)
    count = max(1, math.ceil((most - first * step) / step - 1e-9))
    return [(first + number) * step for number in range(count + 1)]


def _tens(least: float, most: float) -> list[float]:
    """Powers of ten from at most `least` to at least `most`, six or so."""
    first, last = math.floor(math.log10(least)), math.ceil(math.log10(most))
    every = max(1, math.ceil((last - first) / _STEPS))
    return [10.0**power for power in range(first, last + every, every)]


def _days(first: int, last: int) -> list[int]:
    """The first, the last, and some between them."""
    parts = min(_DAYS, max(1, last - first))
    return sorted({first + round((last - first) * number / parts) for number in range(parts + 1)})


def _number(amount: float) -> str:
    return f"{amount:,.0f}" if abs(amount) >= 100 or amount == round(amount) else f"{amount:,.3g}"
