"""The ways to the first quotes of an answer.

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
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import chain
from math import inf, sqrt
from operator import itemgetter, neg
from typing import NamedTuple

from sqlalchemy import Connection

from claims.store.blocks import FEWEST, Blocks
from claims.store.dialect import walk_plain
from claims.store.from_memory import FromMemory
from claims.store.key_lists import Lists
from claims.store.looking import Looking
from claims.store.matching import Matcher
from claims.store.memory import Memory
from claims.store.narrowing import Found
from claims.store.outline import Screen
from claims.store.queries import Term
from claims.store.sieve import Keys, Sieve
from claims.store.vocabulary import last_number
from claims.store.walks import (
    HELD,
    KEY,
    READ,
    SCREENED,
    Choice,
    Later,
    Walk,
    Way,
    first_found,
    found_by_shortest,
)
from claims.store.window import MOST, Window

# Microseconds for one row of a beginning whose words are not known (see `_far`).
_ONE_ROW = 0.16

# And for one word more in each row that the index gives.
_ONE_WORD = 0.012

# For one word more that is sought in a row far from the one before; and for each row that is passed.
_SEEK, _PASSED = 100.0, 0.05

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


class Ways:
    """One query with all ways to its first rows."""

    def __init__(self, connection: Connection, matcher: Matcher, sieve: Sieve, memory: Memory) -> None:
        self._connection = connection
        self._matcher = matcher
        self._sieve = sieve
        self._memory = memory
        self._lists = Lists(sieve.lists, memory)
        self._looking = Looking(connection, matcher, sieve, memory)

    def first(self, bounds: Bounds, wanted: int, before: Found | None = None) -> list[int]:
        """The first that fit between two bounds; among what was found for less `before`, if that is less
        work.
        """
        listed = self._lists.near
        screen, rows = self._sieve.screen, self._matcher.rows_about
        if screen and rows is not None:
            choices = self._choices(screen, rows, bounds, wanted, listed)
            if before and choices[0][0] > self._looking.cost(before.keys):
                return self._narrowed(before, bounds, wanted)
            return found_by_shortest(choices, wanted)
        if before:
            return self._narrowed(before, bounds, wanted)
        return self._side_by_side(listed, bounds, wanted)

    def _narrowed(self, before: Found, bounds: Bounds, wanted: int) -> list[int]:
        """Among what was found before, and below it."""
        found = self.among(bounds.of(array("q", before.keys)), wanted)
        if len(found) < wanted and not before.whole and bounds.low < before.keys[-1]:
            found += self.first(bounds._replace(high=before.keys[-1]), wanted - len(found))
        return found

    def _side_by_side(self, listed: Keys | None, bounds: Bounds, wanted: int) -> list[int]:
        """Where little is known beforehand."""
        slow = self._matcher.beginning
        quick = [term for term in self._matcher.wanted if term is not slow]
        ways: list[Way] = [self._by_keys(bounds.of(listed.keys))] if listed else []
        later: list[Later] = []
        if quick:
            ways.append(self._by_words(bounds, quick, [slow] if slow else [], listed))
        elif listed is None:
            ways.append(self._by_text(bounds))
        if self._lists.any_long:
            later.append(partial(self._by_long_lists, bounds))
        if slow:
            later.append(partial(self._by_words, bounds, self._matcher.wanted, [], listed))
        return first_found(ways, later, wanted, self._far(wanted))

    def among(self, keys: array[int], wanted: int) -> list[int]:
        """Of some rows the first that fit; the keys fall."""
        return first_found([self._by_keys(keys)], [], wanted, inf) if keys else []

    def _choices(
        self, screen: Screen, rows: Sequence[int], bounds: Bounds, wanted: int, listed: Keys | None
    ) -> list[Choice]:
        """Where it is known about how many rows have each term and how many pass the filters: the ways by
        the terms, by the filters, and through memory; what seems shortest first.
        """
        keys = bounds.of(listed.keys) if listed else None
        by_rows: Callable[[], Way] = (
            partial(self._by_keys, keys) if keys is not None else partial(self._by_screen, screen, bounds)
        )
        if not rows:
            return [(0, by_rows)]
        first, above = screen.between(*bounds)
        inside = max(above - first, 1)
        passing = max(len(keys) if keys is not None else inside * screen.share, 0.5)
        matching = max(min(rows) * inside / max(len(screen), 1), 0.5)
        looked_at = min(wanted * inside / matching, passing)
        held = above == len(screen) and looked_at < MOST * passing / inside
        of_words = min(wanted * inside / passing, matching)
        choices = [
            (looked_at * (HELD if held else READ), by_rows),
            *self._word_ways(screen, rows[-1], of_words, bounds, listed),
            *self._memory_ways(screen, of_words, passing / inside, bounds, wanted),
        ]
        return sorted(choices, key=itemgetter(0))

    def _word_ways(
        self, screen: Screen, ending: int, looked_at: float, bounds: Bounds, listed: Keys | None
    ) -> Iterator[Choice]:
        """What it takes to ask the index: for a beginning as such, or for each word that begins so.

        Args:
            ending: how many rows have the last term.
            looked_at: how many rows of the answer are looked at.
        """
        begins = self._matcher.beginning is not None or self._matcher.going_on > 0
        # Besides the rarest word each other one is sought in the rows that are looked at, or gone through.
        others = sum(min(looked_at * _SEEK, rows * _PASSED) for rows in self._matcher.rows_of_words[1:])
        begun = ending * _ONE_ROW * begins + self._matcher.begin_with(1) + others
        looked_at = max(looked_at, FEWEST)
        asked = partial(self._by_blocks, screen, bounds, listed, expected=looked_at)
        yield begun + looked_at * SCREENED, partial(asked, merged=True, begun=begun)
        if words := self._matcher.going_on:
            each, begun = SCREENED + words * _ONE_WORD, self._matcher.until_begun + others
            yield begun + looked_at * each, partial(asked, cost=each, begun=begun)

    def _memory_ways(
        self, screen: Screen, looked_at: float, share: float, bounds: Bounds, wanted: int
    ) -> Iterator[Choice]:
        if postings := self._memory.postings:
            about = postings, screen, self._looking, bounds, wanted
            yield from FromMemory(self._connection, self._matcher, *about).ways(looked_at, share)

    def _far(self, wanted: int) -> float:
        """Microseconds of reading rows that are too long where the index could be asked for a beginning.

        If its words are not known, it puts together the lists of all their rows: if one of n rows has it,
        that is as long as to read the wanted ones among n times as many, in 1 us each.
        """
        if self._matcher.going_on:
            return self._matcher.until_begun
        return sqrt(wanted * _ONE_ROW * last_number(self._connection))

    def _by_blocks(
        self,
        screen: Screen,
        bounds: Bounds,
        listed: Keys | None,
        *,
        merged: bool = False,
        cost: float = SCREENED,
        begun: float,
        expected: float,
    ) -> Way:
        """What the text index gives for all terms, and the outline leaves."""
        expression = self._matcher.expression(self._matcher.wanted, merged=merged)
        settled = self._looking.settled()
        kept = (lambda keys: screen.kept(listed.among(keys))) if listed else screen.kept
        return Blocks(
            self._connection, expression, *bounds, kept, settled, cost=cost, begun=begun, expected=expected
        )

    def _by_words(
        self, bounds: Bounds, looked_up: Sequence[Term], open_: Sequence[Term], listed: Keys | None
    ) -> Way:
        """What the text index gives for some terms; the others are looked for in each row that is listed."""
        rows = walk_plain(self._connection, _BY_WORDS, self._matcher.expression(looked_up), *bounds)
        sift = self._looking.screened(self._sieve.sift(self._matcher.groups(open_)), text=bool(open_))
        if listed is None:
            return Walk(rows, sift, cost=READ)
        keys = listed.every
        return Walk(rows, lambda rows: sift([row for row in rows if row[0] in keys]), cost=KEY)

    def _by_screen(self, screen: Screen, bounds: Bounds) -> Way:
        """Every row that passes the filters, as far as the outline knows."""
        blocks = screen.blocks(*bounds)
        first = next(blocks, [])
        rows = ((key,) for keys in chain([first], blocks) for key in keys)
        looking = self._looking
        return Walk(rows, looking.filled(looking.sifted, text=True), held=looking.looked.begun(first))

    def _by_text(self, bounds: Bounds) -> Way:
        """Every row."""
        if self._sieve.screen:
            return self._by_screen(self._sieve.screen, bounds)
        window = self._memory.kept(("window", bounds.high), lambda _: Window())
        return Walk(window.rows(*bounds, self._looking.between), self._looking.sifted, held=len(window))

    def _by_long_lists(self, bounds: Bounds) -> Way | None:
        listed = self._lists.all_made
        return self._by_keys(bounds.of(listed.keys)) if listed else None

    def _by_keys(self, keys: array[int]) -> Way:
        rows = ((key,) for key in keys)
        looking = self._looking
        held = looking.looked.begun(keys)
        return Walk(rows, looking.screened(looking.sifted, text=True), held=held, most=len(keys))
