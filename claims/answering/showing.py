"""All that is known of one thing: of a document, quote, claim, finding, speaker or decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.answering.searching import search
from claims.answering.speakers import speaker_with
from claims.decisions import Decisions
from claims.errors import UnknownId
from claims.linking import Linker
from claims.matching.candidates import overlap
from claims.model import Claim, Document, Judgement, LeftOut, Quote, Span
from claims.ports import Citation
from claims.reviewing import assess
from claims.versions.notices import notices
from claims.views import PageLine, Query, Shown

if TYPE_CHECKING:
    from claims.store import Store


def show(store: Store, decisions: Decisions, linker: Linker, wanted: str) -> Shown:
    kind, id_ = store.resolve(wanted)
    if not store.present([id_]) and kind in ("quote", "claim", "finding"):
        return _past(store, decisions, linker, id_)
    judged = tuple(decisions.on(id_))
    match kind:
        case "document":
            return _document(store, id_, judged)
        case "quote" | "claim":
            return _value(store, decisions, linker, id_, judged)
        case "finding":
            found = store.finding(id_)
            assessed = assess([found], decisions, store)
            return Shown(found, findings=tuple(assessed), citations=assessed[0].citations, judgements=judged)
        case "speaker":
            return _speaker(store, decisions, id_)
        case _:
            return Shown(store.judgement(id_), judgements=judged)


def _past(store: Store, decisions: Decisions, linker: Linker, id_: str) -> Shown:
    """What an id is now that extraction gives no more; as it was, if nothing is in its place."""
    now = decisions.carried().now(id_)
    if now != id_:
        return show(store, decisions, linker, now)
    past = store.past([id_])[id_]
    if not isinstance(past, Quote | Claim):
        raise UnknownId(id_, "finding")
    return Shown(past, store.document(past.document), judgements=tuple(decisions.on(id_)))


def _document(store: Store, id_: str, judged: tuple[Judgement, ...]) -> Shown:
    document = store.document(id_)
    return Shown(
        document,
        document,
        quotes=tuple(store.quotes_of(id_)),
        claims=tuple(store.claims_of(id_)),
        problems=tuple(store.problems(id_)),
        judgements=judged,
        tags=tuple(store.tags_of(id_)),
        locations=store.locations(id_),
        fetched=store.fetches_of(id_),
        pages=pages_of(store, id_),
        notices=notices(document.text),
        left_out=_left_out(document),
    )


def pages_of(store: Store, document: str) -> tuple[PageLine, ...]:
    """The versions of its page, the oldest first; none if there is one only."""
    found = []
    for version in store.versions_of(document):
        page = store.document(version.document)
        found.append(
            PageLine(page.id, version.number, page.title, page.published, page.retrieved, not version.newer)
        )
    return tuple(found)


def _value(
    store: Store, decisions: Decisions, linker: Linker, id_: str, judged: tuple[Judgement, ...]
) -> Shown:
    value = store.value(id_)
    document = store.document(value.document)
    clusters = linker.clusters_of([id_]) if isinstance(value, Quote) else []
    others = [one for cluster in clusters if id_ in cluster.members for one in cluster.members if one != id_]
    found = [one.value for one in store.citations(others).values()]
    return Shown(
        value,
        document,
        citations=(Citation(value, document),),
        claims=tuple(c for c in store.claims_of(document.id) if c.quote == id_),
        findings=tuple(assess(store.findings_on(id_), decisions, store)),
        versions=tuple(one for one in found if isinstance(one, Quote) and not _inside(one, value)),
        judgements=judged,
        tags=tuple(store.tags_of(id_)),
        locations=store.locations(document.id),
        fetched=store.fetches_of(document.id),
        pages=pages_of(store, document.id),
        anchor=store.anchor_of(id_),
        left_out=_left_out(document, value.sentence) if isinstance(value, Claim) else (),
    )


def _left_out(document: Document, within: Span | None = None) -> tuple[LeftOut, ...]:
    from claims.extraction.figures import left_out  # its tables take long to load, and few ask for it

    return tuple(left_out(document, within))


def _inside(quote: Quote, value: Quote | Claim) -> bool:
    """Do two quotes share words of one document?"""
    return isinstance(value, Quote) and overlap(quote, value)


def _speaker(store: Store, decisions: Decisions, id_: str) -> Shown:
    speaker = speaker_with(store, id_)
    found = search(store, Query(speaker=speaker.id, limit=None))
    values = store.values(hit.id for hit in found.hits)
    quotes = tuple(value for value in values.values() if isinstance(value, Quote))
    mine = {speaker.id, *speaker.members}
    judged = tuple(j for j in decisions.standing() if mine & set(j.subjects))
    return Shown(speaker, quotes=quotes, judgements=judged)
