"""The one order of decisions: the same in every record that holds them, whichever came first.

Decisions travel between records, so the order in which rows arrived says nothing.
They are in order of time, but never before the row that they follow in their
reviewer's chain: a clock may have been set back. Two of one moment are in order of
their place in the chain, then of their ids.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from claims.model import Judgement

# Time, how many rows of the chain come before, id.
_Rank = tuple[datetime, int, str]


class Ordered:
    """Judgements in order. Rows are handed over as they arrived: each after the one that it follows.

    A row is hashed once, so that a further decision costs little in a record of many.
    """

    def __init__(self) -> None:
        self._ranks: dict[str, _Rank] = {}
        self._rows: list[tuple[_Rank, Judgement]] = []

    def add(self, rows: Iterable[Judgement]) -> None:
        """Put rows in their places; those that are there stay once."""
        last = self._rows[-1][0] if self._rows else None
        in_place = True
        for row in rows:
            hash_ = row.hash
            if hash_ not in self._ranks:
                rank = self._ranks[hash_] = self._rank(row, hash_)
                in_place = in_place and (last is None or last < rank)
                last = rank
                self._rows.append((rank, row))
        if not in_place:
            self._rows.sort(key=lambda ranked: ranked[0])

    def all(self) -> list[Judgement]:
        """In order, a new list."""
        return [row for _, row in self._rows]

    def _rank(self, row: Judgement, hash_: str) -> _Rank:
        before = self._ranks.get(row.previous)
        moment, depth = (max(row.at, before[0]), before[1] + 1) if before else (row.at, 0)
        return moment, depth, hash_


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The judgements in order, each once."""
    ordered = Ordered()
    ordered.add(judgements)
    return ordered.all()
