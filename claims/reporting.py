"""What a report tells, gathered from the record: quotes with whose they are, findings, figures over time,
documents with their hashes, and what could not be read.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from claims import answering, reviewing
from claims.decisions import Decisions
from claims.errors import BadValue
from claims.exchange import giving
from claims.hitting import every_hit
from claims.matching.speakers import member_of
from claims.model import Claim, Quote, Speaker
from claims.ports import Citation
from claims.series.gathering import gather
from claims.series.often import counted_in, counted_often
from claims.series.values import Series
from claims.views import Assessed, Kind, Query, Report, Reported, Said

if TYPE_CHECKING:
    from claims.store import Store

# A quote takes 1.5 kB: a page of 30 MB is the largest that browsers still open within seconds.
_MOST = 20_000
# Histories that are told: more of them nobody looks at. One has figures of so many days at least.
_SERIES, _DAYS = 12, 2


def report(store: Store, decisions: Decisions, query: Query) -> Report:
    """Of what a query with words or filters hits; else of the whole record, but for withdrawn documents.

    Raises:
        BadValue: it would be too long to be read.
    """
    count = store.count(replace(query, kind=Kind.QUOTES, limit=None))
    if count > _MOST:
        raise BadValue(
            "number of quotes", f"{count:,}", f"a report tells {_MOST:,} at most: choose with filters"
        )
    quotes = tuple(giving.citations(store, replace(query, kind=Kind.QUOTES, limit=None)))
    hit = None
    if not query.is_empty:
        hit = (*quotes, *giving.citations(store, replace(query, kind=Kind.CLAIMS, limit=None)))
    findings = tuple(_findings(store, decisions, query))
    whose = _Whose(store)
    return Report(
        datetime.now(UTC),
        query,
        store.searched(),
        tuple(Said(one, whose.speaker(one.value), tuple(decisions.on(one.value.id))) for one in quotes),
        findings,
        tuple(_series(store, decisions, hit)),
        tuple(_documents(store, None if hit is None else _cited(hit, findings))),
        tuple(one for one in store.problems() if not one.document) if query.is_empty else (),
    )


def _findings(store: Store, decisions: Decisions, query: Query) -> list[Assessed]:
    found = store.findings()
    if not query.is_empty:
        found = reviewing.resting_on(found, every_hit(store, query))
    return reviewing.assess(found, decisions, store)


def _cited(hit: Iterable[Citation], findings: Iterable[Assessed]) -> set[str]:
    """Documents of hits, and those of the other side of a finding that rests on one."""
    beside = (one for found in findings for one in found.citations)
    return {one.document.id for one in (*hit, *beside)}


def _documents(store: Store, wanted: Container[str] | None) -> Iterator[Reported]:
    """Some, or all that are not withdrawn, in order of arrival."""
    for id_ in store.document_ids():
        if id_ in wanted if wanted is not None else not store.is_withdrawn(id_):
            problems = tuple(store.problems(id_))
            yield Reported(store.document(id_), tuple(store.arrivals(id_)), problems)


def _series(store: Store, decisions: Decisions, hit: Sequence[Citation] | None) -> Iterator[Series]:
    """Figures over time of what most documents count; of hits those that are among them."""
    ids = None if hit is None else {one.value.id for one in hit}
    known = counted_often(store) if hit is None else counted_in(_claims(hit))
    told: list[set[str]] = []
    for topic in known:
        found = gather(store, decisions, topic.topic)
        rows = tuple(one for one in found.rows if ids is None or one.claim.id in ids)
        these = {one.claim.id for one in rows}
        # "Arrests" and "people arrested" are two topics of the same figures.
        if len({one.date for one in rows if one.date}) < _DAYS or any(map(these.issubset, told)):
            continue
        yield replace(found, rows=rows, dropped=())
        told.append(these)
        if len(told) == _SERIES:
            return


def _claims(hit: Iterable[Citation]) -> Iterator[Claim]:
    return (one.value for one in hit if isinstance(one.value, Claim))


class _Whose:
    """Which speaker said a quote: a member's, or of a member that is another one at times, by the quote."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._of: dict[str, list[Speaker]] = {}
        self._said: dict[str, set[str]] = {}
        for speaker in answering.speakers(store):
            for member in speaker.members:
                self._of.setdefault(member, []).append(speaker)

    def speaker(self, quote: Quote | Claim) -> Speaker | None:
        if not isinstance(quote, Quote) or quote.attribution is None:
            return None
        known = self._of.get(member_of(quote.attribution).id, [])
        if len(known) < 2:
            return next(iter(known), None)
        return next((one for one in known if quote.id in self._said_by(one)), known[0])

    def _said_by(self, speaker: Speaker) -> set[str]:
        if speaker.id not in self._said:
            query = Query(speaker=speaker.id, limit=None)
            self._said[speaker.id] = {hit.id for hit in every_hit(self._store, query)}
        return self._said[speaker.id]
