"""Each way to the rows of one query, made when it is chosen."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from itertools import chain
from operator import neg
from typing import NamedTuple

from sqlalchemy import Connection

from claims.store.blocks import Blocks
from claims.store.dialect import walk_plain
from claims.store.key_lists import Lists
from claims.store.listed import Keys
from claims.store.looking import Looking
from claims.store.matching import Matcher
from claims.store.memory import Memory
from claims.store.queries import Term
from claims.store.screen import Screen
from claims.store.sieve import Sieve
from claims.store.walks import KEY, READ, SCREENED, Walk, Way
from claims.store.window import Window

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


class EachWay:
    """Makers of ways; they may be asked for in any order, and are walked by whoever chose them."""

    def __init__(
        self,
        connection: Connection,
        matcher: Matcher,
        sieve: Sieve,
        memory: Memory,
        lists: Lists,
        looking: Looking,
    ) -> None:
        self._connection = connection
        self._matcher = matcher
        self._sieve = sieve
        self._memory = memory
        self._lists = lists
        self._looking = looking

    def by_blocks(
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

    def by_words(
        self, bounds: Bounds, looked_up: Sequence[Term], open_: Sequence[Term], listed: Keys | None
    ) -> Way:
        """What the text index gives for some terms; the others are looked for in each row that is listed."""
        rows = walk_plain(self._connection, _BY_WORDS, self._matcher.expression(looked_up), *bounds)
        sift = self._looking.screened(self._sieve.sift(self._matcher.groups(open_)), text=bool(open_))
        if listed is None:
            return Walk(rows, sift, cost=READ)
        keys = listed.every
        return Walk(rows, lambda rows: sift([row for row in rows if row[0] in keys]), cost=KEY)

    def by_screen(self, screen: Screen, bounds: Bounds) -> Way:
        """Every row that passes the filters, as far as the outline knows."""
        blocks = screen.blocks(*bounds)
        first = next(blocks, [])
        rows = ((key,) for keys in chain([first], blocks) for key in keys)
        looking = self._looking
        return Walk(rows, looking.filled(looking.sifted, text=True), held=looking.looked.begun(first))

    def by_text(self, bounds: Bounds) -> Way:
        """Every row."""
        if self._sieve.screen:
            return self.by_screen(self._sieve.screen, bounds)
        window = self._memory.kept(("window", bounds.high), lambda _: Window())
        return Walk(window.rows(*bounds, self._looking.between), self._looking.sifted, held=len(window))

    def by_long_lists(self, bounds: Bounds) -> Way | None:
        listed = self._lists.all_made
        return self.by_keys(bounds.of(listed.keys)) if listed else None

    def by_keys(self, keys: array[int]) -> Way:
        rows = ((key,) for key in keys)
        looking = self._looking
        held = looking.looked.begun(keys)
        return Walk(rows, looking.screened(looking.sifted, text=True), held=held, most=len(keys))
