"""The first quotes of an answer, newest first, long before the whole answer could be there.

The text index gives the rows of a word, of a phrase, and of several of them one by one and newest first,
so that the first fifty come at once however many there are. The beginning of a word is another
matter: the lists of all words that begin so are put together before the first row is there, which for
two letters at a million quotes takes a tenth of a second. But what so many rows hold stands in the
newest rows too: they are read, and looked at. And where few rows fit a filter, those are looked at.
Which of it is quickest nobody needs to know beforehand (see `walks`).
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from math import inf, sqrt
from operator import itemgetter, neg
from typing import NamedTuple

from sqlalchemy import Connection

from claims.store.dialect import EACH, ask_plain, walk_plain
from claims.store.filters import checked_status
from claims.store.fulltext import QUOTE_TEXT
from claims.store.matching import Matcher
from claims.store.memory import Memory
from claims.store.order import first_key
from claims.store.outline import Screen
from claims.store.queries import Term, Terms
from claims.store.sieve import COLUMNS, FEW, TEXT, Keys, Listed, Sieve
from claims.store.values import dumped
from claims.store.vocabulary import last_number
from claims.store.walks import HELD, KEY, READ, SCREENED, Later, Row, Sift, Walk, first_found
from claims.store.window import MOST, Looked, Rows, Window
from claims.views import Query

_LOWEST, _HIGHEST = -(2**63), 2**63 - 1

_MOST_ANSWERS = 1_000

# Microseconds for one row of a beginning whose words are not known (see `_far`).
_ONE_ROW = 0.1

# And for one word more in each row that the index gives.
_ONE_WORD = 0.012


_BY_KEY = f"SELECT {COLUMNS}, text FROM quote WHERE key >= ? AND key < ? ORDER BY key DESC"
_OF_KEYS = f"SELECT {COLUMNS}, {{text}} FROM quote WHERE key IN {EACH} ORDER BY key DESC"
_OF_NUMBERS = f"SELECT {COLUMNS}, text FROM json_each(?) AS each JOIN quote ON quote.number = each.value"
# Few rows are of no certain day, and SQLite does not know how few.
_BROAD = """
    SELECT key FROM quote INDEXED BY ix_quote_broad
    WHERE last_day > key >> 22 AND last_day >= ? AND key < ? ORDER BY key DESC
"""
# FTS5 has its rows in falling order by itself, from one bound to the other.
_BY_WORDS = """
    SELECT rowid FROM quote_text WHERE quote_text MATCH ? AND rowid >= ? AND rowid < ? ORDER BY rowid DESC
"""


class Bounds(NamedTuple):
    """Of keys: the lowest, and the first that is too high."""

    low: int
    high: int

    def of(self, keys: array[int]) -> array[int]:
        """Those of some falling keys that lie inside."""
        first, last = (bisect_left(keys, -bound, key=neg) for bound in (self.high - 1, self.low - 1))
        return keys[first:last]


def newest(connection: Connection, query: Query, matcher: Matcher, memory: Memory, wanted: int) -> list[int]:
    """Row keys of the first quotes that fit, as many as are wanted."""
    matcher.complete()
    if matcher.is_vain:
        checked_status(query)
        return []
    meaning = None if matcher.beginning else matcher.expression(matcher.wanted)
    if meaning is None:
        return _newest(connection, query, matcher, memory, wanted)
    # Another letter may leave the question as it was.
    answers = memory.kept("answers", lambda _: dict[Hashable, list[int]]())
    asked = meaning, replace(query, words=""), wanted
    if (found := answers.get(asked)) is None:
        found = _newest(connection, query, matcher, memory, wanted)
        if len(answers) >= _MOST_ANSWERS:
            answers.clear()
        answers[asked] = found
    return found


def _newest(connection: Connection, query: Query, matcher: Matcher, memory: Memory, wanted: int) -> list[int]:
    asked = _Asked(connection, matcher, Sieve(connection, query, memory), memory)
    bounds = _bounds(query)
    found = asked.first(bounds, wanted) if wanted else []
    if query.since and len(found) < wanted:
        older = _of_uncertain_day(connection, query.since.toordinal(), bounds)
        found += asked.among(older, wanted - len(found))
    return found


def read_ahead(connection: Connection, memory: Memory) -> None:
    """Read the newest rows: those that most questions look at."""
    asked = _Asked(
        connection,
        Matcher(connection, QUOTE_TEXT, Terms(), memory),
        Sieve(connection, Query(), memory),
        memory,
    )
    asked.read_ahead()


def _bounds(query: Query) -> Bounds:
    """Where all that fits the dates of a query stands, but for rows of an uncertain day."""
    low = first_key(1) if query.until else _LOWEST
    high = first_key(query.until.toordinal() + 1) if query.until else _HIGHEST
    return Bounds(first_key(query.since.toordinal()) if query.since else low, high)


def _of_uncertain_day(connection: Connection, since: int, bounds: Bounds) -> array[int]:
    """Keys of rows whose first possible day is before a day and whose last is not, the highest first."""
    found = ask_plain(connection, _BROAD, since, min(first_key(since), bounds.high))
    return array("q", (key for (key,) in found))


class _Asked:
    """One query with all ways to its first rows."""

    def __init__(self, connection: Connection, matcher: Matcher, sieve: Sieve, memory: Memory) -> None:
        self._connection = connection
        self._matcher = matcher
        self._sieve = sieve
        self._memory = memory

    def first(self, bounds: Bounds, wanted: int) -> list[int]:
        slow = self._matcher.beginning
        quick = [term for term in self._matcher.wanted if term is not slow]
        near = [listed for listed in self._sieve.lists if self._is_near(listed)]
        listed = self._in_all(near) if near else None
        if self._screen and (rows := self._matcher.rows_about) is not None:
            return self._shorter(self._screen, rows, bounds, wanted, listed)
        walks = [self._by_keys(bounds.of(listed.keys))] if listed else []
        later: list[Later] = []
        if quick:
            walks.append(self._by_words(bounds, quick, [slow] if slow else [], listed))
        elif listed is None:
            walks.append(self._by_text(bounds))
        if len(near) < len(self._sieve.lists):
            later.append(partial(self._by_long_lists, bounds))
        if slow:
            later.append(partial(self._by_words, bounds, self._matcher.wanted, [], listed))
        return first_found(walks, later, wanted, self._far(wanted))

    def _shorter(
        self, screen: Screen, rows: Sequence[int], bounds: Bounds, wanted: int, listed: Keys | None
    ) -> list[int]:
        """Where it is known about how many rows have each term and how many pass the filters: by the terms
        or by the filters, whatever seems shorter; and by the other too if it was not.
        """
        keys = bounds.of(listed.keys) if listed else None
        by_rows: Callable[[], Walk] = (
            partial(self._by_keys, keys) if keys is not None else partial(self._by_screen, bounds)
        )
        if not rows:
            return first_found([by_rows()], [], wanted, inf)
        first, above = screen.between(*bounds)
        inside = max(above - first, 1)
        passing = max(len(keys) if keys is not None else inside * screen.share, 0.5)
        matching = max(min(rows) * inside / max(len(screen), 1), 0.5)
        looked_at = min(wanted * inside / matching, passing)
        held = above == len(screen) and looked_at < MOST * passing / inside
        ways = [
            (looked_at * (HELD if held else READ), by_rows),
            *self._word_ways(rows[-1], min(wanted * inside / passing, matching), bounds, listed),
        ]
        (least, shortest), (most, other), *_ = sorted(ways, key=itemgetter(0))
        return first_found([shortest()], [other], wanted, max(least, most))

    def _word_ways(
        self, ending: int, looked_at: float, bounds: Bounds, listed: Keys | None
    ) -> Iterator[tuple[float, Callable[[], Walk]]]:
        """What it takes to ask the index: for a beginning as such, or for each word that begins so.

        Args:
            ending: how many rows have the last term.
            looked_at: how many rows of the answer are looked at.
        """
        begins = self._matcher.beginning is not None or self._matcher.going_on > 0
        asked = partial(self._by_words, bounds, self._matcher.wanted, [], listed)
        yield ending * _ONE_ROW * begins + looked_at * SCREENED, partial(asked, merged=True)
        if words := self._matcher.going_on:
            each = SCREENED + words * _ONE_WORD
            yield self._matcher.until_begun + looked_at * each, partial(asked, cost=each)

    def _far(self, wanted: int) -> float:
        """Microseconds of reading rows that are too long where the index could be asked for a beginning.

        If its words are not known, it puts together the lists of all their rows: if one of n rows has it,
        that is as long as to read the wanted ones among n times as many, in 1 us each.
        """
        if self._matcher.going_on:
            return self._matcher.until_begun
        return sqrt(wanted * _ONE_ROW * last_number(self._connection))

    def among(self, keys: array[int], wanted: int) -> list[int]:
        """Of some rows the first that fit; the keys fall."""
        return first_found([self._by_keys(keys)], [], wanted, inf)

    def _by_words(
        self,
        bounds: Bounds,
        looked_up: Sequence[Term],
        open_: Sequence[Term],
        listed: Keys | None,
        *,
        merged: bool = False,
        cost: float = SCREENED,
    ) -> Walk:
        """What the text index gives for some terms; the others are looked for in each row that is listed."""
        expression = self._matcher.expression(looked_up, merged=merged)
        rows = walk_plain(self._connection, _BY_WORDS, expression, *bounds)
        sift = self._screened(self._sieve.sift(self._matcher.groups(open_)), text=bool(open_))
        if listed is None:
            return Walk(rows, sift, cost=READ if self._screen is None or open_ else cost)
        keys = listed.every
        return Walk(rows, lambda rows: sift([row for row in rows if row[0] in keys]), cost=KEY)

    def _by_screen(self, bounds: Bounds) -> Walk:
        """Every row that passes the filters, as far as the outline knows."""
        assert self._screen is not None
        blocks = self._screen.blocks(*bounds)
        first = next(blocks, [])
        rows = ((key,) for keys in chain([first], blocks) for key in keys)
        return Walk(rows, self._filled(self._sifted, text=True), held=self._looked.begun(first))

    def _by_text(self, bounds: Bounds) -> Walk:
        """Every row."""
        if self._screen:
            return self._by_screen(bounds)
        window = self._memory.kept(("window", bounds.high), lambda _: Window())
        return Walk(window.rows(*bounds, self._read), self._sifted, held=len(window))

    def read_ahead(self) -> None:
        if self._screen:
            newest = islice(chain.from_iterable(self._screen.blocks(_LOWEST, _HIGHEST)), MOST)
            self._looked.hold(self._with_text([*newest]))

    def _read(self, low: int, high: int) -> Rows:
        with closing(walk_plain(self._connection, _BY_KEY, low, high)) as rows:
            yield from map(self._folded, rows)

    def _by_long_lists(self, bounds: Bounds) -> Walk | None:
        lists = [listed for listed in self._sieve.lists if self._rows_in(listed, listed.most) <= listed.most]
        return self._by_keys(bounds.of(self._in_all(lists).keys)) if lists else None

    def _is_near(self, listed: Listed) -> bool:
        return self._memory.has(listed) or self._rows_in(listed, FEW) <= FEW

    def _rows_in(self, listed: Listed, most: int) -> int:
        """How many rows it has, or more than `most`."""
        counted = partial(listed.count, most=most + 1)
        return self._memory.kept((listed, "rows", most), counted)

    def _in_all(self, lists: Sequence[Listed]) -> Keys:
        """Keys that stand in all of some lists."""
        if len(lists) == 1:
            return self._memory.kept(lists[0], lists[0].keys)
        return self._memory.kept(("keys", *lists), lambda _: self._shared(lists))

    def _shared(self, lists: Sequence[Listed]) -> Keys:
        first, *others = (self._in_all([listed]).every for listed in lists)
        return Keys(array("q", sorted(first.intersection(*others), reverse=True)))

    def _by_keys(self, keys: array[int]) -> Walk:
        rows = ((key,) for key in keys)
        held = self._looked.begun(keys)
        return Walk(rows, self._screened(self._sifted, text=True), held=held, most=len(keys))

    @property
    def _looked(self) -> Looked:
        return self._memory.kept("looked", lambda _: Looked())

    @property
    def _sifted(self) -> Sift:
        """Leaves rows that pass every filter and whose text has every term."""
        groups = self._matcher.groups(self._matcher.wanted)
        return self._sieve.sift(groups, self._matcher.unwanted)

    @property
    def _screen(self) -> Screen | None:
        return self._sieve.screen

    def _screened(self, sift: Sift, *, text: bool) -> Sift:
        """As `_filled`, but what the outline rules out is not read, nor is anything if it has the answer."""
        screen, filled = self._screen, self._filled(sift, text=text)
        if screen is None:
            return filled
        if screen.certain and not text:
            return screen.of
        return lambda rows: filled(screen.of(rows))

    def _filled(self, sift: Sift, *, text: bool) -> Sift:
        """For rows of which only the key is here: the others of their columns are read."""
        if not text:
            return lambda rows: sift(self._without_text([row[0] for row in rows]))
        looked = self._looked
        return lambda rows: sift(looked.rows([row[0] for row in rows], self._with_text))

    def _with_text(self, keys: Sequence[int]) -> Iterator[Row]:
        statement, wanted = _OF_KEYS.format(text="text"), [*keys]
        if outline := self._memory.outline:
            # Without looking the keys up, and page after page.
            statement, wanted = _OF_NUMBERS, sorted(outline.numbers(keys))
        return map(self._folded, ask_plain(self._connection, statement, dumped(wanted)))

    def _without_text(self, keys: list[int]) -> list[Row]:
        return ask_plain(self._connection, _OF_KEYS.format(text="NULL"), dumped(keys))

    def _folded(self, row: Row) -> Row:
        """A row with its text, which stands last, folded."""
        return *row[:TEXT], self._matcher.fold(row[TEXT])
