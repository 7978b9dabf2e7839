"""From one quote to the pairs worth showing: candidates, then likeness."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.matching.likeness import likeness
from claims.matching.names import form
from claims.model import Pair, Quote, Relation
from claims.ports import CandidateIndex

# How many stored quotes one quote is compared with, most shared word runs first.
# A statement reprinted more often is still one cluster: its copies are alike.
LIMIT = 40


def pairs_for(quote: Quote, index: CandidateIndex, *, limit: int = LIMIT) -> list[Pair]:
    """Pairs of a quote with stored quotes that are alike in some way, the likest first."""
    return pairs_of(quote, index.candidates(quote, limit))


def pairs_of(quote: Quote, others: Iterable[Quote]) -> list[Pair]:
    """Pairs of a quote with those of some quotes that are alike in some way, the likest first.

    Different statements are left out; negated ones are kept, since a reporter wants
    to see them. A quote is no version of one that it stands in or holds. Each pair's
    ids are in order.
    """
    found = (_pair(quote, other) for other in others if not overlap(quote, other))
    kept = [pair for pair in found if pair.relation is not Relation.DIFFERENT]
    return sorted(kept, key=lambda pair: (-pair.score, pair.a, pair.b))


def overlap(left: Quote, right: Quote) -> bool:
    """Are words of one document in both? So they are for a quote and itself."""
    if left.document != right.document:
        return False
    return any(one.overlaps(two) for one in left.spans for two in right.spans)


def same_speaker(left: Quote, right: Quote) -> bool | None:
    """Do two quotes name one speaker? None where one of them names nobody."""
    if left.attribution is None or right.attribution is None:
        return None
    return share_surname(form(left.attribution.name).split(), form(right.attribution.name).split())


def share_surname(mine: Sequence[str], other: Sequence[str]) -> bool:
    """Does the last word of one name form stand in the other? So it does in "vega" and "vega marisol"."""
    return mine[-1] in other or other[-1] in mine


def _pair(left: Quote, right: Quote) -> Pair:
    left, right = sorted((left, right), key=lambda quote: quote.id)
    compared = likeness(left.text, right.text, same_speaker=same_speaker(left, right))
    return Pair(left.id, right.id, compared.relation, compared.score, compared.why)
