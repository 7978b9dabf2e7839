"""Which of two numbers in a date is the day: a person says so, or the other dates of the column."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from claims.readymade.row import DAY_FIRST
from sources.dates import order_in, two_ways


class Dating:
    """The order of the numbers in a table's dates; the column is looked through when a date first needs it.

    Args:
        said: the order that a person gave, or "".
        column: gives every date of the table as it is written.
    """

    def __init__(self, said: str, column: Callable[[], Iterable[str]]) -> None:
        self._order: str | None = said or None
        self._column = column
        self._told_by = ""
        self._open = 0
        self._first = ""

    def order_of(self, written: str, place: str) -> str:
        """In what order a date stands that can be read two ways; "" if nothing tells, or it cannot."""
        if not two_ways(written):
            return ""
        if self._order is None:
            self._order, self._told_by = _order_in(self._column())
        if not self._order:
            self._open += 1
            self._first = self._first or f"the first is {written!r} in {place}"
        return self._order

    def told(self) -> list[str]:
        """Clauses on what was read so; ask when all is read."""
        if self._told_by:
            first = "day" if self._order == DAY_FIRST else "month"
            return [f"dates are read with the {first} first, as {self._told_by!r} must be"]
        if not self._open:
            return []
        which, are = ("1 date", "is") if self._open == 1 else (f"{self._open:,} dates", "are")
        kept = f"{which} can be read two ways ({self._first}) and {are} kept as being between the two"
        # A row whose date is read otherwise is another row: it would stand beside what is stored now.
        again = "take this import back (`onrecord import --undo`) and import it again with"
        return [f"{kept}; to tell which, {again} --day-first or --month-first"]


def _order_in(column: Iterable[str]) -> tuple[str, str]:
    """The order that all dates of a column agree with, and the first that has no other; else nothing."""
    told: dict[str, str] = {}
    for written in column:
        if order := order_in(written):
            told.setdefault(order, written)
            if len(told) > 1:
                break
    return next(iter(told.items())) if len(told) == 1 else ("", "")
