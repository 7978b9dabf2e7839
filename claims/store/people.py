"""Which speakers a filter names: members found by the beginnings of words, and by ids."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from claims.store.texts import SHORTEST_PREFIX, folded


class Filed(NamedTuple):
    """A member, and which speaker that is."""

    id: str
    speaker: str
    name: str
    role: str


class Meant:
    """The members of some speakers: few are asked for, of many only whether one is among them."""

    def __init__(self, people: People, fitting: Set[str]) -> None:
        self._people = people
        self._fitting = fitting

    def __contains__(self, member: str | None) -> bool:
        return member is not None and not self._fitting.isdisjoint(self._people.one(member))

    def __len__(self) -> int:
        """How many fit by themselves."""
        return len(self._fitting)

    @property
    def members(self) -> set[str]:
        return set[str]().union(*map(self._people.one, self._fitting))


class People:
    """All members of a record, each under the words of name and role."""

    def __init__(self, members: Iterable[Filed]) -> None:
        under: dict[str, set[str]] = defaultdict(set)
        filed: dict[str, set[str]] = defaultdict(set)
        self._speakers: dict[str, str] = {}
        for id_, speaker, name, role in members:
            self._speakers[id_] = speaker
            filed[speaker].add(id_)
            for word in (*_words(name), *_words(role)):
                under[word].add(id_)
        self._filed, self._under = dict(filed), dict(under)
        self._words = sorted(under)
        self._ids = sorted({*self._speakers, *filed})

    def meant(self, wanted: str) -> Meant:
        """Every speaker one of whose members fits by words of name or role, or by id or its beginning."""
        return Meant(self, self._by_words(folded(wanted)) | self._by_id(wanted.strip()))

    def one(self, member: str) -> Set[str]:
        """All members of the speaker that a member is."""
        return self._filed.get(self._speakers.get(member, ""), frozenset())

    def _by_words(self, wanted: Sequence[str]) -> set[str]:
        """Each wanted word begins a word of the member's."""
        each = [
            set[str]().union(*map(self._under.__getitem__, _beginning(self._words, begins)))
            for begins in wanted
        ]
        return set.intersection(*each) if each else set()

    def _by_id(self, wanted: str) -> set[str]:
        """Members whose own id or whose speaker's it is, or begins."""
        whole = len(wanted) >= SHORTEST_PREFIX
        named = [id_ for id_ in _beginning(self._ids, wanted) if whole or id_ == wanted] if wanted else []
        own = {id_ for id_ in named if id_ in self._speakers}
        return own.union(*(self._filed.get(id_, ()) for id_ in named))


def _beginning(known: Sequence[str], wanted: str) -> Sequence[str]:
    """Those of some sorted words that begin so."""
    return known[bisect_left(known, wanted) : bisect_left(known, wanted + "\U0010ffff")]


# Roles come again and again, and names whenever the record changed.
@lru_cache(maxsize=1 << 17)
def _words(text: str) -> tuple[str, ...]:
    return tuple(folded(text))
