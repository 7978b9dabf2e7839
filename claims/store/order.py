"""Row keys of quotes and claims: one number that orders them newest first, read downwards.

    key = day of the date << 22 | place on that day, counted down

so that an index, the text index included, gives hits in order of date without
sorting, and within a day in order of arrival and place. Undated rows have day 0:
they come last.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from claims.model import Document, PartialDate, Quote

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Table

# Four million rows a day, and any number of undated ones, which count down past zero.
# A day is at most 3,652,059 (22 bits), so a key has 44 bits and takes six bytes; the
# text index keeps differences of keys, of which each bit counts.
_BITS = 22
_LOWEST = -(2**63)


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
    """The lowest key of a day; all of its keys are below `first_key(day + 1)`.

    Undated rows have no lowest but SQLite's.
    """
    return day << _BITS if day else _LOWEST


def is_of(day: int, key: int) -> bool:
    """Is it a key of that day?"""
    return first_key(day) <= key < first_key(day + 1)


def day_of_key(key: int) -> int:
    """The first possible day of a row with this key; 0 and less for an undated one."""
    return key >> _BITS


def day_in(table: Table) -> ColumnElement[int]:
    """The first possible day of a row of quotes or claims; 0 and less for undated ones."""
    day: ColumnElement[int] = table.c.key.op(">>")(_BITS)
    return day


def is_between(table: Table, first: Any, last: Any) -> ColumnElement[bool]:
    """Is a row of quotes or claims of a date between two days, given as values or columns?

    A date of less precision is if its last possible day is; an undated row never is.
    """
    lowest, above = first * (1 << _BITS), (last + 1) * (1 << _BITS)
    found: ColumnElement[bool] = (table.c.key >= lowest) & (table.c.key < above) & (table.c.last_day <= last)
    return found


def new_keys(connection: Connection, table: Table, days: Iterable[int]) -> list[int]:
    """A free key for each of some days, in their order; call it inside the transaction that uses them."""
    days = list(days)
    free = _lowest(connection, table, set(days))
    keys = []
    for day in days:
        free[day] -= 1
        keys.append(free[day])
    return keys


def new_numbers(connection: Connection, table: Table, count: int) -> range:
    """As many free numbers, in order; call it inside the transaction that uses them."""
    from claims.store.dialect import ask_plain

    ((last,),) = ask_plain(connection, f"SELECT max(number) FROM {table.name}")
    first = int(last or 0) + 1
    return range(first, first + count)


def _lowest(connection: Connection, table: Table, days: set[int]) -> dict[int, int]:
    """The lowest key of each day, or the one above them all where it has none; days asked together."""
    from claims.store.dialect import EACH, ask_plain

    taken = (
        f"SELECT value, (SELECT min(key) FROM {table.name} WHERE key >= value << {_BITS}"
        f" AND key < (value + 1) << {_BITS}) FROM {EACH}"
    )
    found = dict(ask_plain(connection, taken, json.dumps(sorted(days - {0}))))
    if 0 in days:
        undated = f"SELECT min(key) FROM {table.name} WHERE key < {first_key(1)}"
        ((found[0],),) = ask_plain(connection, undated)
    return {day: first_key(day + 1) if lowest is None else int(lowest) for day, lowest in found.items()}
