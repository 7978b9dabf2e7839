"""Recorded statements near to what was asked, with their utterances."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.asked.nearness import nearness
from claims.asked.opposites import FEW_WORDS, opposites
from claims.asked.pasted import Pasted
from claims.asked.values import Likeness, Part, Statement
from claims.matching.clusters import clusters
from claims.matching.names import AGREES, agree
from claims.matching.speakers import member_of
from claims.model import Pair, Quote, QuoteKind, Relation, Span
from claims.model.identity import normalised
from claims.utterances import utterances
from claims.views import Hit, Kind

if TYPE_CHECKING:
    from claims.decisions import Decisions
    from claims.store import Store

# Quotes that are compared, for the whole text and for each piece of it.
_COMPARED, _BY_PIECE = 60, 15
# Shorter texts may stand in a longer one without sharing a run under which that is kept.
_EXCERPT = 40
# Printings of an utterance that are looked at, and pairs at a time by which they are found: one that was
# printed a thousand times is not read whole.
_PRINTED, _PAIRS = 100, 200
# Statements that are shown where none is a version of what was asked.
_NEAREST = 3


@dataclass(frozen=True, slots=True)
class _Near:
    quote: Quote
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class _Printed:
    """The utterance of a quote: its id, the preferred version, and how often it was printed."""

    id: str
    primary: str
    printings: int
    more: bool


def statements(
    store: Store, decisions: Decisions, asked: Pasted, speaker: str, limit: int
) -> tuple[Statement, ...]:
    """The nearest statements, those of the speaker who is asked for first; an utterance's together.

    Args:
        limit: how many utterances.
    """
    near = _nearest(store, asked, speaker)
    printed, primary = _printed(store, decisions, [one.quote for one in near])
    near += [_Near(quote, nearness(asked.text, quote.text) or _UNLIKE) for quote in primary]
    theirs = _theirs(store, [one.quote for one in near], speaker)
    near.sort(key=lambda one: (one.quote.id not in theirs, rank(one.likeness), one.quote.id))
    keys = store.quote_keys(one.quote.id for one in near)
    hits = {hit.id: hit for hit in store.hits(Kind.QUOTES, keys)}
    near = [one for one in near if one.quote.id in hits]
    by_utterance: dict[str, list[_Near]] = {}
    for one in near:
        by_utterance.setdefault(printed[one.quote.id].id, []).append(one)
    return tuple(
        _statement(one, hits[one.quote.id], printed[one.quote.id], is_theirs=one.quote.id in theirs)
        for group in _worth_showing(list(by_utterance.values()))[:limit]
        for one in group
    )


def _worth_showing(groups: list[list[_Near]]) -> list[list[_Near]]:
    """Utterances of which one printing is a version or a denial of what was asked; else the nearest few."""
    versions = [group for group in groups if any(not _is_unlike(one) for one in group)]
    return versions or groups[:_NEAREST]


def _is_unlike(one: _Near) -> bool:
    return one.likeness.relation is Relation.DIFFERENT


def _statement(one: _Near, hit: Hit, printed: _Printed, *, is_theirs: bool) -> Statement:
    return Statement(
        replace(hit, score=one.likeness.score),
        one.likeness,
        printed.id,
        one.quote.id == printed.primary,
        printed.printings,
        printed.more,
        is_theirs,
    )


_RANKS = {
    Relation.IDENTICAL: 0, Relation.NEAR: 0, Relation.TRUNCATED: 2, Relation.ELIDED: 2,
    Relation.CHANGED_FIGURE: 3, Relation.ALTERED: 3, Relation.NEGATED: 6, Relation.DIFFERENT: 7,
}  # fmt: skip


def rank(found: Likeness) -> tuple[int, float]:
    """Smaller is nearer: the very words, part of a statement, changed words, a part of what was asked."""
    place = _RANKS[found.relation]
    if found.relation.joins and found.part:
        place = 4 + (place > 0) if found.part is Part.RECORDED else max(place, 1)
    return place, -found.score


# Of a primary source that is like another printing, but not like what was asked.
_UNLIKE = Likeness(Relation.DIFFERENT, Part.NEITHER, 0.0, ("it is like other printings of the statement",))


# Finding them.


def _nearest(store: Store, asked: Pasted, speaker: str) -> list[_Near]:
    """Quotes that share rare runs of words; without the very words among them those that hold them as they
    stand, and without a version those that share rare words.
    """
    near = _compared(asked, _by_runs(store, asked, speaker))
    if len(asked.text.split()) <= _EXCERPT and not any(one.likeness.is_verbatim for one in near):
        near += _compared(asked, store.quotes_with(asked.text, _COMPARED), near)
    if len(asked.text.split()) <= FEW_WORDS:
        for way in opposites(asked.text):
            near += _compared(asked, store.quotes_with(way, _BY_PIECE), near)
    if any(one.likeness.relation.joins and one.likeness.part is not Part.RECORDED for one in near):
        return near
    for text, most in ((asked.text, _COMPARED), *((piece, _BY_PIECE) for piece in asked.pieces)):
        near += _compared(asked, store.quotes_sharing(text, most), near)
    return near


def stands(store: Store, text: str) -> bool:
    """Are these very words recorded, all of a quote or in one?"""
    quotes = (*store.candidates(_as_quote(text), _COMPARED), *store.quotes_with(text, _BY_PIECE))
    found = (nearness(text, quote.text) for quote in quotes)
    return any(one is not None and one.is_verbatim and one.part is not Part.RECORDED for one in found)


def _by_runs(store: Store, asked: Pasted, speaker: str) -> Iterator[Quote]:
    yield from store.candidates(_as_quote(asked.text), _COMPARED)
    for piece in asked.pieces:
        yield from store.candidates(_as_quote(piece), _BY_PIECE)
    if speaker and len(asked.text.split()) <= _EXCERPT:
        yield from store.quotes_by_each(asked.text, _COMPARED)


def _as_quote(text: str) -> Quote:
    """A quote that is in no record."""
    return Quote("", "", (Span(0, len(text)),), text, QuoteKind.DIRECT)


def _compared(asked: Pasted, quotes: Iterable[Quote], known: Iterable[_Near] = ()) -> list[_Near]:
    """Those quotes that are near and not known yet, each once; copies are compared once."""
    there = {one.quote.id for one in known}
    alike: dict[str, Likeness | None] = {}
    near = []
    for quote in {quote.id: quote for quote in quotes if quote.id not in there}.values():
        if quote.text not in alike:
            alike[quote.text] = nearness(asked.text, quote.text)
        found = alike[quote.text]
        near += [_Near(quote, found)] if found else []
    return near


# Who said them.


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


# How often they were printed.


def _printed(
    store: Store, decisions: Decisions, quotes: Sequence[Quote]
) -> tuple[dict[str, _Printed], list[Quote]]:
    """The utterance of each quote, and primary sources that are not among these quotes."""
    pairs, more = _pairs(store, decisions, quotes)
    ids = {quote.id for quote in quotes}
    found = [one for one in clusters(pairs, decisions.quote_verdicts()) if not ids.isdisjoint(one.members)]
    made = {id_: _Printed(id_, id_, 1, more=False) for id_ in ids}
    primary = []
    for each in utterances(store, decisions, found):
        first, members = each.versions[0].quote, each.cluster.members
        about = _Printed(each.cluster.id, first.id, len(members), more and len(members) >= _PRINTED)
        made |= dict.fromkeys(members, about)
        primary += [first] if first.id not in ids else []
    return made, primary


def _pairs(store: Store, decisions: Decisions, quotes: Sequence[Quote]) -> tuple[list[Pair], bool]:
    """Pairs that hang together with some quotes, and whether there are more."""
    found = {(pair.a, pair.b): pair for pair in (*_copies(quotes), *store.pairs_among(q.id for q in quotes))}
    judged = decisions.quote_verdicts()
    seen: set[str] = set()
    front = {quote.id for quote in quotes}
    cut = False
    while front and len(seen) < _PRINTED:
        seen |= front
        new = {(pair.a, pair.b): pair for pair in store.pairs_around(front, _PAIRS)}
        cut = cut or len(new) >= _PAIRS
        found |= new
        linked = {id_ for key in new for id_ in key}
        linked |= {id_ for key in judged if front & set(key) for id_ in key}
        front = linked - seen
    return list(found.values()), cut or bool(front)


def _copies(quotes: Sequence[Quote]) -> Iterator[Pair]:
    """Quotes of the same words are one utterance, also where each was compared with other copies."""
    alike: dict[str, list[str]] = {}
    for quote in quotes:
        alike.setdefault(normalised(quote.text), []).append(quote.id)
    for ids in alike.values():
        for a, b in pairwise(sorted(ids)):
            yield Pair(a, b, Relation.IDENTICAL, 1.0)
