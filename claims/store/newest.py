"""The first quotes of an answer, newest first, long before the whole answer could be there.

How they are found `ways` tells. From one key press to the next much is known already: `narrowing`.
"""

from __future__ import annotations

from array import array
from collections.abc import Hashable
from dataclasses import replace

from sqlalchemy import Connection

from claims.store.dialect import ask_plain
from claims.store.each_way import Bounds
from claims.store.filters import checked_status
from claims.store.fulltext import QUOTE_TEXT
from claims.store.looking import Looking
from claims.store.matching import Matcher
from claims.store.memory import Memory
from claims.store.narrowing import Found
from claims.store.order import first_key
from claims.store.queries import Terms
from claims.store.sieve import Sieve
from claims.store.ways import Ways
from claims.views import Query

_LOWEST, _HIGHEST = -(2**63), 2**63 - 1

# Of the last questions the answers, and what the last one of each set of filters was.
_MOST_ANSWERS, _MOST_FOUND = 1_000, 64

# Few rows are of no certain day, and SQLite does not know how few.
_BROAD = """
    SELECT key FROM quote INDEXED BY ix_quote_broad
    WHERE last_day > key >> 22 AND last_day >= ? AND key < ? ORDER BY key DESC
"""


def newest(connection: Connection, query: Query, matcher: Matcher, memory: Memory, wanted: int) -> list[int]:
    """Row keys of the first quotes that fit, as many as are wanted."""
    matcher.complete()
    if matcher.is_vain:
        checked_status(query)
        return []
    meaning = None if matcher.beginning else matcher.expression(matcher.wanted)
    if meaning is None:
        return _narrowed(connection, query, matcher, memory, wanted)
    # Another letter may leave the question as it was.
    answers = memory.kept("answers", lambda _: dict[Hashable, list[int]]())
    asked = meaning, replace(query, words=""), wanted
    if (found := answers.get(asked)) is None:
        found = _narrowed(connection, query, matcher, memory, wanted)
        if len(answers) >= _MOST_ANSWERS:
            answers.clear()
        answers[asked] = found
    return found


def _narrowed(
    connection: Connection, query: Query, matcher: Matcher, memory: Memory, wanted: int
) -> list[int]:
    """With what was found last under the same filters, if that holds all that is asked for now."""
    ways, bounds = Ways(connection, matcher, Sieve(connection, query, memory), memory), _bounds(query)
    if not wanted:
        return []
    lately = memory.kept("found", lambda _: dict[Query, Found]())
    filters = replace(query, words="")
    before = lately.get(filters)
    found = ways.first(bounds, wanted, before if before and before.holds(matcher) else None)
    if query.since and len(found) < wanted:
        older = _of_uncertain_day(connection, query.since.toordinal(), bounds)
        found += ways.among(older, wanted - len(found))
    if len(lately) >= _MOST_FOUND:
        lately.clear()
    lately[filters] = Found.by(matcher, found, whole=len(found) < wanted)
    return found


def read_ahead(connection: Connection, memory: Memory) -> None:
    """Read the newest rows: those that most questions look at."""
    nothing = Matcher(connection, QUOTE_TEXT, Terms(), memory)
    Looking(connection, nothing, Sieve(connection, Query(), memory), memory).read_ahead(_LOWEST, _HIGHEST)


def _bounds(query: Query) -> Bounds:
    """Where all that fits the dates of a query stands, but for rows of an uncertain day."""
    low = first_key(1) if query.until else _LOWEST
    high = first_key(query.until.toordinal() + 1) if query.until else _HIGHEST
    return Bounds(first_key(query.since.toordinal()) if query.since else low, high)


def _of_uncertain_day(connection: Connection, since: int, bounds: Bounds) -> array[int]:
    """Keys of rows whose first possible day is before a day and whose last is not, the highest first."""
    found = ask_plain(connection, _BROAD, since, min(first_key(since), bounds.high))
    return array("q", (key for (key,) in found))
