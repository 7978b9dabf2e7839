"""Does an arriving decision follow one that is here? One chain a reviewer, and it may fork."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claims.exchange.lines import BadLine
from claims.model import Judgement
from claims.views import Taken

if TYPE_CHECKING:
    from claims.store import Store


class Chains:
    """The chains of this record while those of a file are taken in; a broken one ends at its fault."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._rows: dict[str, set[str]] = {}
        self._broken: set[str] = set()
        self._taken: Counter[str] = Counter()
        self._here: Counter[str] = Counter()
        self._left: Counter[str] = Counter()

    def is_new(self, made: Judgement) -> bool:
        """Is it to be taken? False if it is here, or if its chain broke before it.

        Raises:
            BadLine: the one that it follows is missing.
        """
        by = made.by
        if by in self._broken:
            self._left[by] += 1
            return False
        mine = self._mine(by)
        if made.hash in mine:
            self._here[by] += 1
            return False
        if made.previous and made.previous not in mine:
            raise BadLine("the decision before it is missing")
        mine.add(made.hash)
        self._taken[by] += 1
        return True

    def broke(self, by: str) -> None:
        """Nothing more is taken of this reviewer: a decision of theirs was refused."""
        self._broken.add(by)
        self._left[by] += 1

    def lacking(self, by: str, heads: Iterable[str]) -> bool:
        """Is an end of a chain, as the head of the file tells it, not here?"""
        return by not in self._broken and not self._mine(by).issuperset(heads)

    def taken(self) -> Iterator[Taken]:
        """What became of each reviewer's decisions, by name."""
        for by in sorted({*self._taken, *self._here, *self._left}):
            yield Taken(by, self._taken[by], self._here[by], self._left[by])

    def _mine(self, by: str) -> set[str]:
        if by not in self._rows:
            self._rows[by] = self._store.chain(by)
        return self._rows[by]
