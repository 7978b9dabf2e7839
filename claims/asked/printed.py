"""How often recorded quotes were printed: the utterance of each, and its primary source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from claims.matching.clusters import clusters
from claims.model import Pair, Quote, Relation
from claims.model.identity import normalised
from claims.utterances import utterances

if TYPE_CHECKING:
    from claims.decisions import Decisions
    from claims.store import Store

# Printings of an utterance that are looked at, and pairs at a time by which they are found: one that was
# printed a thousand times is not read whole.
_PRINTED, _PAIRS = 100, 200


@dataclass(frozen=True, slots=True)
class Printed:
    """The utterance of a quote: its id, the preferred version, and how often it was printed."""

    id: str
    primary: str
    printings: int
    more: bool


def printings(
    store: Store, decisions: Decisions, quotes: Sequence[Quote]
) -> tuple[dict[str, Printed], list[Quote]]:
    """The utterance of each quote, and primary sources that are not among these quotes."""
    pairs, more = _pairs(store, decisions, quotes)
    ids = {quote.id for quote in quotes}
    found = [one for one in clusters(pairs, decisions.quote_verdicts()) if not ids.isdisjoint(one.members)]
    made = {id_: Printed(id_, id_, 1, more=False) for id_ in ids}
    primary = []
    for each in utterances(store, decisions, found):
        first, members = each.versions[0].quote, each.cluster.members
        about = Printed(each.cluster.id, first.id, len(members), more and len(members) >= _PRINTED)
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
