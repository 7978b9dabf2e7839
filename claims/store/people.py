"""Which speakers a filter names: members found by the beginnings of words, and by ids.

A member is one speaker, and in the terms of an office it may be another: an authority's entry.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property, lru_cache
from sys import intern
from typing import NamedTuple

from claims.store.texts import SHORTEST_PREFIX, plain_words


class Filed(NamedTuple):
    """A member, and which speaker that is.

    Attributes:
        further: what a speaker is found by besides: an organization, what an authority's entry is called.
        term: the days between which it is that speaker; none for all others.
    """

    id: str
    speaker: str
    name: str
    role: str
    further: tuple[str, ...] = ()
    term: tuple[int, int] | None = None


class Times(NamedTuple):
    """When a member is meant: in some terms (first and last days), or at all other times."""

    inside: bool
    terms: tuple[tuple[int, int], ...]

    def hold(self, day: int, last_day: int | None) -> bool:
        """Is a row of them, whose first and last possible days these are?"""
        last = day if last_day is None else last_day
        return any(first <= day and last <= end for first, end in self.terms) is self.inside


# A member as the speaker that it is, by its id, or in a term.
_Part = str | tuple[str, tuple[int, int]]


class Meant:
    """The members of some speakers: few are asked for, of many only whether one is among them."""

    def __init__(self, people: People, fitting: Set[_Part]) -> None:
        self._people = people
        self._fitting = fitting

    def __contains__(self, member: str | None) -> bool:
        return member is not None and any(map(self._is_meant, self._people.parts(member)))

    def __len__(self) -> int:
        """How many fit by themselves."""
        return len(self._fitting)

    @cached_property
    def members(self) -> set[str]:
        """All of which something is meant; of some only at certain times (see `times`)."""
        parts = set[_Part]().union(*map(self._people.filed, self._speakers))
        return {part if isinstance(part, str) else part[0] for part in parts}

    def times(self, member: str | None) -> Times | None:
        """When a member that is meant is so; None for always."""
        if member is None or not self._people.has_terms(member):
            return None
        parts = self._people.parts(member)
        meant = {part for part in parts if self._is_meant(part)}
        if meant.issuperset(parts):
            return None
        inside = member not in meant
        terms = (part[1] for part in parts if not isinstance(part, str) and (part in meant) is inside)
        return Times(inside, tuple(terms))

    def _is_meant(self, part: _Part) -> bool:
        return self._people.speaker(part) in self._speakers

    @cached_property
    def _speakers(self) -> set[str | None]:
        return set(map(self._people.speaker, self._fitting))


class People:
    """All members of a record, each under the words of name, role and what else it is found by."""

    def __init__(self, members: Iterable[Filed]) -> None:
        under: dict[str, list[_Part]] = defaultdict(list)
        self._speakers: dict[_Part, str] = {}
        self._timed: dict[str, list[_Part]] = {}
        for id_, speaker, name, role, further, term in members:
            part: _Part = (id_, term) if term else id_
            self._speakers[part] = id_ if speaker == id_ else speaker
            if term:
                self._timed.setdefault(id_, []).append(part)
            for word in {*_words(name), *_words(role), *further}:
                under[word].append(part)
        self._under = dict(under)
        self._words = sorted(under)
        self._filed = _together(self._speakers)
        self._ids = sorted({*(part for part in self._speakers if isinstance(part, str)), *self._filed})

    def meant(self, wanted: str) -> Meant:
        """Every speaker one of whose members fits by words, or by id or its beginning."""
        words = plain_words(wanted)
        own = [word for word in words if word != "the"] or words
        return Meant(self, self._by_words(own) | self._by_id(wanted.strip()))

    def speaker(self, part: _Part) -> str | None:
        return self._speakers.get(part)

    def filed(self, speaker: str | None) -> Set[_Part]:
        """All that is a speaker."""
        speaker = speaker or ""
        alone = {speaker} if self._speakers.get(speaker) == speaker else frozenset[_Part]()
        return self._filed.get(speaker, alone)

    def parts(self, member: str) -> Sequence[_Part]:
        """A member as each speaker that it is."""
        return [member, *self._timed.get(member, ())]

    @property
    def any_terms(self) -> bool:
        """Is any member another speaker at times?"""
        return bool(self._timed)

    def has_terms(self, member: str) -> bool:
        return member in self._timed

    def _by_words(self, wanted: Sequence[str]) -> set[_Part]:
        """Each wanted word begins a word of the member's."""
        each = [
            set[_Part]().union(*map(self._under.__getitem__, _beginning(self._words, begins)))
            for begins in wanted
        ]
        return set.intersection(*each) if each else set()

    def _by_id(self, wanted: str) -> set[_Part]:
        """Members whose own id or whose speaker's it is, or begins."""
        whole = len(wanted) >= SHORTEST_PREFIX
        named = [id_ for id_ in _beginning(self._ids, wanted) if whole or id_ == wanted] if wanted else []
        own: set[_Part] = {id_ for id_ in named if id_ in self._speakers}
        return own.union(*map(self.filed, named))


def _together(speakers: Mapping[_Part, str]) -> dict[str, set[_Part]]:
    """What each speaker is that is more than the member of its own id: most are that alone, and of a hundred
    thousand each set would take 200 bytes.
    """
    found: dict[str, set[_Part]] = defaultdict(set)
    for part, speaker in speakers.items():
        if part != speaker:
            found[speaker].add(part)
    for speaker, parts in found.items():
        if speakers.get(speaker) == speaker:
            parts.add(speaker)
    return dict(found)


def _beginning(known: Sequence[str], wanted: str) -> Sequence[str]:
    """Those of some sorted words that begin so."""
    return known[bisect_left(known, wanted) : bisect_left(known, wanted + "\U0010ffff")]


# Roles come again and again, and names whenever the record changed.
@lru_cache(maxsize=1 << 17)
def _words(text: str) -> tuple[str, ...]:
    # Names share their words.
    return tuple(map(intern, plain_words(text)))
