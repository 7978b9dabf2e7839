"""Clusters with their quotes: which version comes first, and which quotes are no printing of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.decisions import Decisions
from claims.matching.clusters import Rank
from claims.model import Cluster, Document, JudgementKind, PartialDate, Quote, SourceKind, Span
from claims.ports import Citation
from claims.views import Query, Utterance, Version

if TYPE_CHECKING:
    from claims.linking import Linker
    from claims.store import Store

# Whose printing of a statement is nearest to the speaker's mouth.
_PRIMARY = (
    SourceKind.TRANSCRIPT,
    SourceKind.OFFICE,
    SourceKind.AGENCY,
    SourceKind.OUTLET,
    SourceKind.UNKNOWN,
    SourceKind.REPOST,
)


def printed_often(store: Store, linker: Linker, query: Query) -> list[Cluster]:
    """Every cluster, or those with a quote that a query finds."""
    if query.is_empty:
        return linker.all_clusters()
    ids = set(store.quote_ids(store.keys(query)))
    return [cluster for cluster in linker.clusters_of(ids) if not ids.isdisjoint(cluster.members)]


# Clusters whose documents are read at once: a record may hold more than fit memory.
_LOT = 200


def utterances(
    store: Store, decisions: Decisions, found: Iterable[Cluster], limit: int | None = None
) -> list[Utterance]:
    """Clusters with their quotes, the preferred version first; the most printed first.

    Args:
        limit: how many; None for all. No more clusters are read than that takes.
    """
    preferred = _preferred(decisions)
    clusters = sorted(found, key=lambda one: (-len(one.members), one.id))
    made: list[Utterance] = []
    for start in range(0, len(clusters), _LOT):
        lot = clusters[start : start + _LOT]
        if limit is not None and _is_settled(made, limit, len(lot[0].members)):
            break
        cited = store.citations({id_ for cluster in lot for id_ in cluster.members})
        made += [one for cluster in lot if len((one := _utterance(cluster, cited, preferred)).versions) > 1]
    return sorted(made, key=lambda one: (-len(one.versions), one.cluster.id))[:limit]


def _is_settled(made: Sequence[Utterance], limit: int, largest: int) -> bool:
    """Can no cluster of at most so many quotes come among the first?"""
    return sum(len(one.versions) > largest for one in made) >= limit


def _preferred(decisions: Decisions) -> dict[str, int]:
    """Quotes that people made the version to show; the latest has the largest number."""
    chosen = [each for each in decisions.standing() if each.kind is JudgementKind.PREFERRED]
    return {
        subjects[0]: number
        for number, judgement in enumerate(chosen, 1)
        for subjects in decisions.subjects(judgement)
    }


def _utterance(cluster: Cluster, cited: dict[str, Citation], preferred: dict[str, int]) -> Utterance:
    mine = [cited[id_] for id_ in cluster.members if id_ in cited]
    documents = {one.document.id for one in mine}
    # The words of an older version are no printing of their own where those of the newer one are there.
    mine = [one for one in mine if not (one.newer and one.newer.id in documents)]
    versions: list[Version] = []
    shown: dict[str, _Taken] = {}
    rank = _rank(mine, preferred)
    for one in sorted(mine, key=rank):
        assert isinstance(one.value, Quote)
        # Nor is a quote inside another one, though both are like a third.
        if shown.setdefault(one.document.id, _Taken()).take(one.value.spans):
            versions.append(Version(one, one.value, preferred=not versions))
    if len(versions) > 1:
        first, second = versions[0].citation, versions[1].citation
        versions[0] = replace(versions[0], why=_why_first(first, rank(first), rank(second)))
    members = {version.quote.id: None for version in versions}
    pairs = tuple(pair for pair in cluster.pairs if pair.a in members and pair.b in members)
    return Utterance(Cluster(tuple(members), pairs), tuple(versions))


def _rank(printings: Sequence[Citation], preferred: dict[str, int]) -> Callable[[Citation], Rank]:
    """Smaller is shown first: what people chose last, the source nearest to the speaker's mouth, the one that
    others of these name as the origin of their text, the longest, the earliest.
    """
    origins = {one.document.reprints.id for one in printings if one.document.reprints}

    def rank(one: Citation) -> Rank:
        document = one.document
        is_origin = document.source is not None and document.source.id in origins
        chosen, length = preferred.get(one.value.id, 0), len(one.value.text)
        return (-chosen, _nearness(document), not is_origin, -length, *_by_when(document.published))

    return rank


def _why_first(first: Citation, own: Rank, other: Rank) -> str:
    """In what a version comes before the next one."""
    at = next((place for place, both in enumerate(zip(own, other, strict=True)) if both[0] != both[1]), None)
    if at == 1:
        return _NEARER.get(_PRIMARY[_nearness(first.document)], "the other is a reprint")
    return "" if at is None else _FIRST[min(at, len(_FIRST) - 1)]


# What each part of a rank means.
_FIRST = ("chosen by hand", "", "others name it as their origin", "the longest", "the earliest")
_NEARER = {
    SourceKind.TRANSCRIPT: "a transcript",
    SourceKind.OFFICE: "from the office itself",
    SourceKind.AGENCY: "from a wire agency",
    SourceKind.OUTLET: "printed by an outlet",
}


def _nearness(document: Document) -> int:
    kind = document.source.kind if document.source else SourceKind.UNKNOWN
    return _PRIMARY.index(SourceKind.REPOST if document.reprints else kind)


def _by_when(date: PartialDate | None) -> tuple[int, int]:
    """The day by which it was certainly published, then the first possible one; undated last: "in March"
    is not known to come before the 3rd.
    """
    return (date.latest.toordinal(), date.earliest.toordinal()) if date else (_NEVER, _NEVER)


_NEVER = 1 << 30


# Code points of a text that are looked up together: a quote has a few hundred.
_CELL = 128


class _Taken:
    """Places of one document that are shown already. None of them overlap."""

    def __init__(self) -> None:
        self._cells: dict[int, list[Span]] = {}

    def take(self, spans: Sequence[Span]) -> bool:
        """Take some places, unless one of them overlaps a place that is taken."""
        cells = [(cell, span) for span in spans for cell in range(span.start // _CELL, -(-span.end // _CELL))]
        if any(span.overlaps(other) for cell, span in cells for other in self._cells.get(cell, ())):
            return False
        for cell, span in cells:
            self._cells.setdefault(cell, []).append(span)
        return True
