"""What every part of the door holds."""

from __future__ import annotations

from claims.deciding import Decider
from claims.decisions import Decisions
from claims.following import Follower
from claims.linking import Linker
from claims.store import Store


class Base:
    """An open record with all that works on it, made once."""

    def __init__(self, store: Store, by: str) -> None:
        self._store = store
        self.by = by
        self._decisions = Decisions(store)
        self._linker = Linker(store, self._decisions)
        self._follower = Follower(store, self._decisions, self._linker)
        self._decider = Decider(store, self._decisions, self._follower, self.by)
        # The last decision that `news` told of.
        self._told: int | None = None
        self._parts = (store, self._decisions, self._linker, self._follower)
