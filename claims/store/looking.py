"""Looking at rows of quotes: which of some keys fit a query, with their texts read where it takes that."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import chain, islice

from sqlalchemy import Connection

from claims.store.dialect import EACH, ask_plain, walk_plain
from claims.store.matching import Matcher
from claims.store.memory import Memory
from claims.store.screen import Screen
from claims.store.sieve import COLUMNS, TEXT, Sieve
from claims.store.values import dumped
from claims.store.walks import HELD, READ, Row, Sift
from claims.store.window import MOST, Looked, Rows

_BY_KEY = f"SELECT {COLUMNS}, text FROM quote WHERE key >= ? AND key < ? ORDER BY key DESC"
_OF_KEYS = f"SELECT {COLUMNS}, {{text}} FROM quote WHERE key IN {EACH} ORDER BY key DESC"


class Looking:
    """Rows as one query sees them.

    Attributes:
        screen: what the outline knows of the query's filters; none if nothing was read ahead.
    """

    def __init__(self, connection: Connection, matcher: Matcher, sieve: Sieve, memory: Memory) -> None:
        self._connection = connection
        self._matcher = matcher
        self._sieve = sieve
        self._memory = memory
        self.screen: Screen | None = sieve.screen

    def read_ahead(self, low: int, high: int) -> None:
        """Read the newest rows between two bounds, and keep them."""
        if self.screen:
            newest = islice(chain.from_iterable(self.screen.blocks(low, high)), MOST)
            self.looked.hold(self._with_text([*newest]))

    def between(self, low: int, high: int) -> Rows:
        """All rows between two bounds with their texts, in falling order of key."""
        with closing(walk_plain(self._connection, _BY_KEY, low, high)) as rows:
            yield from map(self._text_folded, rows)

    @property
    def looked(self) -> Looked:
        """Rows that somebody looked at lately."""
        return self._memory.kept("looked", lambda _: Looked())

    def cost(self, keys: Sequence[int]) -> float:
        """About how many microseconds it takes to look at the texts of some rows."""
        held = self.looked.begun(keys)
        return held * HELD + (len(keys) - held) * READ

    @property
    def sifted(self) -> Sift:
        """Leaves rows that pass every filter and whose text has every term."""
        groups = self._matcher.groups(self._matcher.wanted)
        return self._sieve.sift(groups, self._matcher.unwanted)

    def screened(self, sift: Sift, *, text: bool) -> Sift:
        """As `filled`, but what the outline rules out is not read, nor is anything if it has the answer."""
        screen, filled = self.screen, self.filled(sift, text=text)
        if screen is None:
            return filled
        if screen.certain and not text:
            return screen.of
        return lambda rows: filled(screen.of(rows))

    def filled(self, sift: Sift, *, text: bool) -> Sift:
        """For rows of which only the key is here: the others of their columns are read."""
        if not text:
            return lambda rows: sift(self._without_text([row[0] for row in rows]))
        looked = self.looked
        return lambda rows: sift(looked.rows([row[0] for row in rows], self._with_text))

    def settled(self) -> Callable[[list[int]], list[int]]:
        """Leaves keys that pass every filter, of those that the screen kept and the text index gave."""
        if self.screen and self.screen.certain:
            return lambda keys: keys
        sift = self._sieve.sift()
        return lambda keys: [row[0] for row in sift(self._without_text(keys))]

    def _with_text(self, keys: Sequence[int]) -> Iterator[Row]:
        found = ask_plain(self._connection, _OF_KEYS.format(text="text"), dumped([*keys]))
        return map(self._text_folded, found)

    def _without_text(self, keys: list[int]) -> list[Row]:
        return ask_plain(self._connection, _OF_KEYS.format(text="NULL"), dumped(keys))

    def _text_folded(self, row: Row) -> Row:
        """A row with its text, which stands last, folded."""
        return *row[:TEXT], self._matcher.fold(row[TEXT])
