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
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from math import inf, sqrt
from operator import itemgetter

from sqlalchemy import Connection

from claims.store.blocks import FEWEST
from claims.store.each_way import Bounds, EachWay
from claims.store.from_memory import FromMemory
from claims.store.key_lists import Lists
from claims.store.listed import Keys
from claims.store.looking import Looking
from claims.store.matching import Matcher
from claims.store.memory import Memory
from claims.store.narrowing import Found
from claims.store.screen import Screen
from claims.store.sieve import Sieve
from claims.store.vocabulary import last_number
from claims.store.walks import (
    HELD,
    READ,
    SCREENED,
    Choice,
    Later,
    Way,
    first_found,
    found_by_shortest,
)
from claims.store.window import MOST

# Microseconds for one row of a beginning whose words are not known (see `_far`).
_ONE_ROW = 0.16

# And for one word more in each row that the index gives.
_ONE_WORD = 0.012

# For one word more that is sought in a row far from the one before; and for each row that is passed.
_SEEK, _PASSED = 100.0, 0.05


class Ways:
    """One query with all ways to its first rows."""

    def __init__(self, connection: Connection, matcher: Matcher, sieve: Sieve, memory: Memory) -> None:
        self._connection = connection
        self._matcher = matcher
        self._sieve = sieve
        self._memory = memory
        self._lists = Lists(sieve.lists, memory)
        self._looking = Looking(connection, matcher, sieve, memory)
        self._ways = EachWay(connection, matcher, sieve, memory, self._lists, self._looking)

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
        ways: list[Way] = [self._ways.by_keys(bounds.of(listed.keys))] if listed else []
        later: list[Later] = []
        if quick:
            ways.append(self._ways.by_words(bounds, quick, [slow] if slow else [], listed))
        elif listed is None:
            ways.append(self._ways.by_text(bounds))
        if self._lists.any_long:
            later.append(partial(self._ways.by_long_lists, bounds))
        if slow:
            later.append(partial(self._ways.by_words, bounds, self._matcher.wanted, [], listed))
        return first_found(ways, later, wanted, self._far(wanted))

    def among(self, keys: array[int], wanted: int) -> list[int]:
        """Of some rows the first that fit; the keys fall."""
        return first_found([self._ways.by_keys(keys)], [], wanted, inf) if keys else []

    def _choices(
        self, screen: Screen, rows: Sequence[int], bounds: Bounds, wanted: int, listed: Keys | None
    ) -> list[Choice]:
        """Where it is known about how many rows have each term and how many pass the filters: the ways by
        the terms, by the filters, and through memory; what seems shortest first.
        """
        keys = bounds.of(listed.keys) if listed else None
        by_rows: Callable[[], Way] = (
            partial(self._ways.by_keys, keys)
            if keys is not None
            else partial(self._ways.by_screen, screen, bounds)
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
        asked = partial(self._ways.by_blocks, screen, bounds, listed, expected=looked_at)
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
