"""Are two statements that say "this year" of one year?"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from claims.model import PartialDate

_TIME = re.compile(r"\b(this|last|next) (week|month|year)\b", re.IGNORECASE)


def are_of_one_time(left: str, said: PartialDate | None, right: str, said_too: PartialDate | None) -> bool:
    """True where neither names a time from the day on which it was said, or both name one and the same.

    "We will close it this year" of March and "we will not close it this year" of September are of one
    year; of two years they are not, and where only one says "this year" nothing tells.
    """
    mine, other = _times(left), _times(right)
    if not mine and not other:
        return True
    if mine != other or said is None or said_too is None:
        return False
    pairs = [(_number(said, unit), _number(said_too, unit)) for _, unit in mine]
    return all(one is not None and one == two for one, two in pairs)


def _times(text: str) -> set[tuple[str, str]]:
    return {(which.casefold(), unit.casefold()) for which, unit in _TIME.findall(text)}


def _number(day: PartialDate, unit: str) -> tuple[int, ...] | None:
    """The week, month or year in which a day lies; None for a date that is wider than that."""
    first, last = _IN[unit](day.earliest), _IN[unit](day.latest)
    return first if first == last else None


_IN: dict[str, Callable[[date], tuple[int, ...]]] = {
    "week": lambda day: day.isocalendar()[:2],
    "month": lambda day: (day.year, day.month),
    "year": lambda day: (day.year,),
}
