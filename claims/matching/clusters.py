"""Clusters: quotes that are one utterance, by decision first and by likeness then."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from claims.matching.groups import Groups
from claims.model import Cluster, Pair, Relation

# What a quote is ranked by among the versions of one utterance; smaller is preferred.
Rank = tuple[bool | int | float | str, ...]


class QuoteVerdicts(dict[tuple[str, str], str]):
    """What people decided of quotes: same, different or unsure, by two ids in order.

    Attributes:
        alone: quotes that were taken out of their utterance: likeness joins them to nothing.
    """

    def __init__(self, verdicts: Mapping[tuple[str, str], str], alone: Iterable[str] = ()) -> None:
        super().__init__(verdicts)
        self.alone = frozenset(alone)


def clusters(
    pairs: Iterable[Pair],
    verdicts: Mapping[tuple[str, str], str],
    rank: Callable[[str], Rank] | None = None,
) -> list[Cluster]:
    """Groups of two and more quotes, the largest first; no quote stands in two.

    Pairs judged the same join first, then pairs whose relation joins, by score, those
    of whole statements before those of what is cut from one; none that would bring
    together two quotes judged different, and no cut two that oppose each other. A pair judged
    unsure joins nothing by itself, and a quote that stands alone is joined by
    verdicts only. The outcome does not depend on the order of
    `pairs`.

    Args:
        verdicts: same, different or unsure, by two quote ids in order; `QuoteVerdicts` tells
            besides which quotes stand alone.
        rank: sort key of a quote id; the smallest is the preferred version.
    """
    known = {(pair.a, pair.b): pair for pair in pairs}
    judged = {ids for ids, verdict in verdicts.items() if verdict == "same"}
    apart = [ids for ids, verdict in verdicts.items() if verdict == "different"]
    quotes = sorted({one for ids in (*known, *judged) for one in ids})
    groups = Groups(quotes, apart)
    for left, right in sorted(judged):
        groups.join(left, right)
    alone = verdicts.alone if isinstance(verdicts, QuoteVerdicts) else frozenset()
    machine = [
        pair
        for ids, pair in known.items()
        if pair.relation.joins and ids not in verdicts and alone.isdisjoint(ids)
    ]
    opposed = (
        ids
        for ids, pair in known.items()
        if pair.relation is Relation.NEGATED and pair.score >= _OPPOSED and ids not in judged
    )
    _join(groups, machine, opposed)
    for ids in judged - known.keys():
        known[ids] = Pair(*ids, Relation.ALTERED, 1.0, ("judged the same",))
    return _made([ids for ids in groups.all() if len(ids) > 1], known, rank)


def first_members(found: Iterable[Cluster], shown: Collection[str]) -> dict[str, str]:
    """The smallest shown quote id of its cluster, by quote id; a quote that is shown alone has none."""
    first: dict[str, str] = {}
    for cluster in found:
        members = [one for one in cluster.members if one in shown]
        if len(members) > 1:
            first |= dict.fromkeys(members, min(members))
    return first


def _join(groups: Groups[str], machine: Iterable[Pair], opposed: Iterable[tuple[str, str]]) -> None:
    """By likeness: first whole statements, then what is cut from them, since that is often cut from the
    opposite too, and joins one of the two.
    """
    by_score = sorted(machine, key=lambda pair: (-pair.score, pair.a, pair.b))
    for pair in by_score:
        if pair.relation not in _CUT:
            groups.join(pair.a, pair.b)
    for left, right in opposed:
        groups.part(left, right)
    for pair in by_score:
        if pair.relation in _CUT:
            groups.join(pair.a, pair.b)


_CUT = (Relation.TRUNCATED, Relation.ELIDED)
# Two whole statements of which one denies the other in so many words score this and more: a "not" that print
# may have lost, at an end or in a marked cut, less.
_OPPOSED = 0.25


def _made(
    groups: list[list[str]], known: Mapping[tuple[str, str], Pair], rank: Callable[[str], Rank] | None
) -> list[Cluster]:
    home = {quote: number for number, ids in enumerate(groups) for quote in ids}
    inside: list[list[Pair]] = [[] for _ in groups]
    for (left, right), pair in known.items():
        if left in home and home[left] == home.get(right):
            inside[home[left]].append(pair)
    made = [
        Cluster(
            tuple(sorted(ids, key=lambda one: (*rank(one), one)) if rank else sorted(ids)),
            tuple(sorted(mine, key=lambda pair: (pair.a, pair.b))),
        )
        for ids, mine in zip(groups, inside, strict=True)
    ]
    return sorted(made, key=lambda cluster: (-len(cluster.members), cluster.members))
