"""Recorded statements near to what was asked, with their utterances."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.asked.near import Near, likeness_of, nearest
from claims.asked.pasted import Pasted
from claims.asked.printed import Printed, printings
from claims.asked.values import Likeness, Part, Statement, rank
from claims.matching.names import AGREES, agree
from claims.matching.speakers import member_of
from claims.model import Quote, Relation
from claims.views import Hit, Kind

if TYPE_CHECKING:
    from claims.decisions import Decisions
    from claims.store import Store

# Statements that are shown where none is a version of what was asked.
_NEAREST = 3


def statements(
    store: Store, decisions: Decisions, asked: Pasted, speaker: str, limit: int
) -> tuple[Statement, ...]:
    """The nearest statements, those of the speaker who is asked for first; an utterance's together.

    Args:
        limit: how many utterances.
    """
    near = nearest(store, asked, speaker)
    theirs = _theirs(store, [one.quote for one in near], speaker)
    near = list(_as_they_said_it(asked, near, theirs))
    printed, primary = printings(store, decisions, [one.quote for one in near])
    theirs |= _theirs(store, primary, speaker)
    near += _as_they_said_it(asked, [Near(quote, _UNLIKE) for quote in primary], theirs)
    near.sort(key=lambda one: (one.quote.id not in theirs, rank(one.likeness), one.quote.id))
    keys = store.quote_keys(one.quote.id for one in near)
    hits = {hit.id: hit for hit in store.hits(Kind.QUOTES, keys)}
    near = [one for one in near if one.quote.id in hits]
    by_utterance: dict[str, list[Near]] = {}
    for one in near:
        by_utterance.setdefault(printed[one.quote.id].id, []).append(one)
    return tuple(
        _statement(one, hits[one.quote.id], printed[one.quote.id], is_theirs=one.quote.id in theirs)
        for group in _worth_showing(list(by_utterance.values()))[:limit]
        for one in group
    )


def _as_they_said_it(asked: Pasted, near: Iterable[Near], theirs: set[str]) -> Iterator[Near]:
    """The quotes with their likeness, where it depends on who said them; those that lose it are left out."""
    for one in near:
        if one.likeness is not _UNLIKE and (one.quote.id in theirs or not asked.as_said):
            yield one
        elif found := likeness_of(asked, one.quote, is_theirs=one.quote.id in theirs):
            yield Near(one.quote, found)
        elif one.likeness is _UNLIKE:
            yield one


def _worth_showing(groups: list[list[Near]]) -> list[list[Near]]:
    """Utterances of which one printing is a version or a denial of what was asked; else the nearest few."""
    versions = [group for group in groups if any(not _is_unlike(one) for one in group)]
    return versions or groups[:_NEAREST]


def _is_unlike(one: Near) -> bool:
    return one.likeness.relation is Relation.DIFFERENT


def _statement(one: Near, hit: Hit, printed: Printed, *, is_theirs: bool) -> Statement:
    return Statement(
        replace(hit, score=one.likeness.score),
        one.likeness,
        printed.id,
        one.quote.id == printed.primary,
        printed.printings,
        printed.more,
        is_theirs,
    )


# Of a primary source that is like another printing, but not like what was asked.
_UNLIKE = Likeness(Relation.DIFFERENT, Part.NEITHER, 0.0, ("it is like other printings of the statement",))


def _theirs(store: Store, quotes: Sequence[Quote], speaker: str) -> set[str]:
    """Ids of those quotes that the speaker who is asked for said; of all if nobody is asked for."""
    if not speaker:
        return {quote.id for quote in quotes}
    said = {quote.id: quote.attribution for quote in quotes if quote.attribution}
    members = {id_: member_of(who).id for id_, who in said.items()}
    printed = store.printed_as(members.values())
    return {
        id_
        for id_, who in said.items()
        if agree(speaker, who.name).score >= AGREES
        or any(_is_called(speaker, *each) for each in printed.get(members[id_], ()))
    }


def _is_called(speaker: str, id_: str, name: str) -> bool:
    """Is what was asked for an id, or whole words of a name with its role? Of a beginning that many names
    have, nobody may be told to have said it.
    """
    from claims.store.texts import plain_words

    words = set(plain_words(speaker))
    return id_ == speaker or (bool(words) and words.issubset(plain_words(name)))
