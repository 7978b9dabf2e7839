"""What is read once and kept until the record changes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, select

from claims.store.database import Database
from claims.store.fulltext import TextIndex
from claims.store.queries import near
from claims.store.rows import MEMBER
from claims.store.texts import folded

Kept = TypeVar("Kept")


class FoldedMember(NamedTuple):
    """A member with the words of its name and role, folded."""

    id: str
    speaker: str
    words: tuple[str, ...]


class Memory:
    """Safe to use from several threads; inside a transaction of the thread nothing is kept."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: dict[str, tuple[int, Any]] = {}
        self._lock = Lock()

    def near(self, index: TextIndex, word: str) -> list[str]:
        """Words of an index that a slip or two away are this one, the nearest first."""
        return near(word, self._once(index.name, index.terms))

    def members(self) -> Sequence[FoldedMember]:
        return self._once("members", _members)

    def _once(self, name: str, make: Callable[[Connection], Kept]) -> Kept:
        # The number comes before the view: what is newer than it is only read once more.
        now = self._database.changed
        with self._lock:
            before, kept = self._kept.get(name, (None, None))
        if before == now and not self._database.is_writing:
            known: Kept = kept  # type: ignore[assignment]
            return known
        with self._database.read() as connection:
            made = make(connection)
        if not self._database.is_writing:
            with self._lock:
                self._kept[name] = (now, made)
        return made


def _members(connection: Connection) -> list[FoldedMember]:
    rows = connection.execute(select(MEMBER.c.id, MEMBER.c.speaker, MEMBER.c.name, MEMBER.c.role))
    return [FoldedMember(row[0], row[1], tuple(folded(f"{row[2]} {row[3]}"))) for row in rows]
