"""What is read once and kept until the record changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, select

from claims.matching.states import state_words
from claims.model import Entry
from claims.store.database import Database
from claims.store.fulltext import TextIndex
from claims.store.queries import near
from claims.store.rows import AUTHORITY, MEMBER, TERM
from claims.store.texts import folded
from claims.store.values import loaded

Kept = TypeVar("Kept")


class FoldedMember(NamedTuple):
    """A member as one speaker, with the words of its name, role and organization, folded; of an
    authority's entry those of the entry too.

    `term`: the days between which it is that speaker; None for all others.
    """

    id: str
    speaker: str
    words: tuple[str, ...]
    term: tuple[int, int] | None = None


class _Members(NamedTuple):
    """Every member as every speaker that it is; `timed`: of those with terms the terms, by id."""

    every: list[FoldedMember]
    timed: dict[str, list[FoldedMember]]


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
        return self._once("members", _members).every

    def timed(self) -> Mapping[str, Sequence[FoldedMember]]:
        """Those that are some speaker at certain times only, by id."""
        return self._once("members", _members).timed

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


def _members(connection: Connection) -> _Members:
    columns = (MEMBER.c.id, MEMBER.c.speaker, MEMBER.c.name, MEMBER.c.role, MEMBER.c.organization)
    own = {row[0]: (row[1], tuple(folded(" ".join(row[2:])))) for row in connection.execute(select(*columns))}
    known = _entries(connection)
    every = [FoldedMember(id_, who, words + known.get(who, ())) for id_, (who, words) in own.items()]
    timed: dict[str, list[FoldedMember]] = {}
    for row in connection.execute(select(TERM)):
        words = own[row.member][1] + known.get(row.speaker, ())
        one = FoldedMember(row.member, row.speaker, words, (row.first, row.last))
        timed.setdefault(row.member, []).append(one)
    return _Members([*every, *(one for terms in timed.values() for one in terms)], timed)


def _entries(connection: Connection) -> dict[str, tuple[str, ...]]:
    """Words of each entry that stands, by id."""
    rows = connection.execute(select(AUTHORITY.c.entry).order_by(AUTHORITY.c.key)).scalars()
    entries = {entry.id: entry for entry in (loaded(Entry, written) for written in rows)}
    return {id_: tuple(dict.fromkeys(folded(" ".join(_words(entry))))) for id_, entry in entries.items()}


def _words(entry: Entry) -> list[str]:
    roles = [f"{role.title} {role.organization}" for role in entry.roles]
    return [
        entry.id,
        entry.name,
        *entry.aliases,
        *dict.fromkeys(roles),
        entry.party,
        *state_words(entry.state),
    ]
