"""Row keys of quotes and claims: one number that orders them newest first, read downwards.

    key = day of the date << 28 | place on that day, counted down

so that an index, the text index included, gives hits in order of date without
sorting, and within a day in order of arrival and place. Undated rows have day 0:
they come last.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, Table, func, select

from claims.model import Document, PartialDate, Quote

# 2^28 rows a day: a record of undated quotes alone may hold 268 million. A day is
# at most 3,652,059 (22 bits), so a key has 50 bits.
_BITS = 28


def day_of(dated: PartialDate | None) -> int:
    """Proleptic ordinal of the first possible day; 0 for undated."""
    return dated.earliest.toordinal() if dated else 0


def last_day_of(dated: PartialDate | None) -> int | None:
    """Proleptic ordinal of the last possible day."""
    return dated.latest.toordinal() if dated else None


def date_of(quote: Quote | None, document: Document) -> PartialDate | None:
    """When it was said, if that is stated, else when it was published."""
    return quote.said_on if quote and quote.said_on else document.published


def first_key(day: int) -> int:
    """The lowest key of a day; all of its keys are below `first_key(day + 1)`."""
    return day << _BITS


def new_keys(connection: Connection, table: Table, days: Iterable[int]) -> list[int]:
    """A free key for each of some days, in their order; call it inside the transaction that uses them."""
    free: dict[int, int] = {}
    keys = []
    for day in days:
        if day not in free:
            free[day] = _lowest(connection, table, day)
        free[day] -= 1
        keys.append(free[day])
    return keys


def _lowest(connection: Connection, table: Table, day: int) -> int:
    key = table.c.key
    taken = select(func.min(key)).where(key >= first_key(day), key < first_key(day + 1))
    lowest = connection.execute(taken).scalar()
    return first_key(day + 1) if lowest is None else int(lowest)
