"""What leaves a record: rows that hit a query; or documents with their bytes, all that was found in
them, and the decisions of people.

A decision proves itself only with all that its reviewer decided before it. So chains leave whole
or not at all, whatever the query: whoever wants to give a few documents and no decision on others
leaves decisions out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from claims.exports.rows import row
from claims.hitting import KINDS, every_hit, hits
from claims.judging import heads_of
from claims.model import Claim, Document, Judgement, JudgementKind, PastFinding, Quote
from claims.ports import Arrival, Citation, ExportDocument, ExportEntry, ExportHead, ExportItem, ExportRow
from claims.views import Kind, Query

if TYPE_CHECKING:
    from claims.store import Store

# Documents kept at hand: enough that a page of one day's documents is read once.
_DOCUMENTS = 200


def rows(store: Store, query: Query) -> Iterator[ExportRow]:
    """Every hit as a row, newest first, a page at a time."""
    return map(row, citations(store, query))


def citations(store: Store, query: Query) -> Iterator[Citation]:
    """Every hit with its document, newest first."""

    @lru_cache(_DOCUMENTS)
    def document(id_: str) -> tuple[Document, dict[str, Quote | Claim]]:
        values: list[Quote | Claim] = [*store.quotes_of(id_), *store.claims_of(id_)]
        return store.document(id_), {value.id: value for value in values}

    for hit in hits(store, query):
        about, values = document(hit.document)
        # One that somebody judged to be none is a hit only if the query asks for such; one that a rebuild
        # or an undo took out meanwhile is none any more.
        value = values.get(hit.id) or store.values([hit.id]).get(hit.id)
        if value:
            yield Citation(value, about)


def record(store: Store, query: Query, *, decisions: bool) -> Iterator[ExportItem]:
    """The head, entries of authority files, documents, what could not be read, values as rows, decisions;
    of a query with words or filters the documents and values that it hits.
    """
    documents = _documents(store, query)
    judgements = store.judgements() if decisions else []
    # Of these very rows: a decision that somebody makes meanwhile is not promised.
    heads = heads_of((one.by, one.hash, one.previous) for one in judgements)
    yield ExportHead(datetime.now(UTC), heads, len(documents), len(judgements))
    yield from (ExportEntry(entry, location) for entry, location in store.filed_entries())
    for id_ in documents:
        yield from _document(store, id_)
    if _is_all(query):
        yield from store.problems("")
    for kind in KINDS:
        yield from rows(store, replace(query, kind=kind))
    yield from _decided_findings(store, judgements)
    yield from judgements


def _documents(store: Store, query: Query) -> list[str]:
    """Ids, in order of arrival; without words and filters those of withdrawn and destroyed ones too."""
    every = store.document_ids(purged=True)
    if _is_all(query):
        return every
    wanted = {hit.document for hit in every_hit(store, query)}
    return [id_ for id_ in every if id_ in wanted]


def _is_all(query: Query) -> bool:
    return replace(query, kind=Kind.QUOTES, limit=None) == Query(limit=None)


def _document(store: Store, id_: str) -> Iterator[ExportDocument]:
    """One line for the bytes that the id is made of, then one for all others that had its text."""
    document = store.document(id_)
    withdrawn, purged = store.is_withdrawn(id_), store.is_purged(id_)
    arrivals = sorted(store.arrivals(id_), key=lambda each: _own_first(each, document))
    for name, same in groupby(arrivals, key=lambda each: each.raw_sha256):
        raw = None if purged else store.snapshots.whole(name)
        yield ExportDocument(document, tuple(same), raw, withdrawn, purged)


def _decided_findings(store: Store, judgements: list[Judgement]) -> list[PastFinding]:
    """By id: those that are there, and those that decisions were carried on from."""
    decided = {one.subjects[0] for one in judgements if one.kind is JudgementKind.FINDING}
    past = [one for one in store.past(decided).values() if isinstance(one, PastFinding)]
    found = {one.id: one for one in (*past, *store.anchors(decided))}
    return [found[id_] for id_ in sorted(found)]


def _own_first(arrival: Arrival, document: Document) -> tuple[bool, str]:
    """The order of arrival stays among those of the same bytes."""
    return arrival.raw_sha256 != document.raw_sha256, arrival.raw_sha256
