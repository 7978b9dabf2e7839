"""Answers that put several parts of the record together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.changed import changed, found_no_more
from claims.decisions import Decisions
from claims.errors import BadValue, UnknownId
from claims.linking import Linker
from claims.matching.candidates import overlap
from claims.matching.names import form
from claims.matching.speakers import Part, of_entry
from claims.matching.speakers import speakers as speakers_of
from claims.matching.states import state_words
from claims.model import (
    Claim,
    Document,
    Entry,
    Judgement,
    LeftOut,
    PastFinding,
    Quote,
    Span,
    Speaker,
)
from claims.ports import Citation
from claims.reviewing import assess
from claims.versions.notices import notices
from claims.views import Answer, HistoryLine, Kind, PageLine, Query, Shown

if TYPE_CHECKING:
    from claims.store import Store


def search(store: Store, query: Query) -> Answer:
    if query.kind is Kind.TEXT:
        found = store.text_hits(query)
        shown = found if query.limit is None else found[: query.limit]
        return Answer(tuple(shown), len(found), store.searched())
    if query.limit is None:
        keys = store.keys(query)
        return Answer(tuple(store.hits(query.kind, keys)), len(keys), store.searched())
    keys = store.first(query, query.limit)
    total = len(keys) if len(keys) < query.limit else store.count(query)
    return Answer(tuple(store.hits(query.kind, keys)), total, store.searched())


def count(store: Store, query: Query) -> int:
    return len(store.text_hits(query)) if query.kind is Kind.TEXT else store.count(query)


def speakers(store: Store, words: str = "") -> list[Speaker]:
    """Every speaker, or those whose name, role or alias holds all words; most quoted first.

    Names that nothing is filed under any more, after a correction or a withdrawal, are left out.
    """
    entries = {entry.id: entry for entry in store.entries()}
    found = speakers_of(store.parts(), entries)
    asked = words.casefold().split()
    fitting = [one for one in found if all(word in _words_of(one, entries.get(one.id)) for word in asked)]
    return sorted(fitting, key=lambda one: (-one.quotes, -one.claims, one.name.casefold()))


def _words_of(speaker: Speaker, entry: Entry | None) -> str:
    roles = [f"{role.title} {role.organization}" for role in speaker.roles]
    place = [entry.party, *state_words(entry.state)] if entry else []
    return " ".join([speaker.id, speaker.name, *speaker.aliases, *roles, *place]).casefold()


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


def members(store: Store, wanted: str) -> tuple[Speaker, list[Part]]:
    """A speaker, and what each of its members said as it, the most quoted first."""
    kind, id_ = store.resolve(wanted)
    if kind != "speaker":
        raise UnknownId(wanted, "speaker")
    speaker = speaker_with(store, id_)
    own = [part for part in store.parts() if part.member.speaker == speaker.id]
    return speaker, sorted(own, key=lambda part: (-part.quotes, -part.claims, part.member.name))


def speaker_called(store: Store, wanted: str) -> str:
    """The id of the one speaker whom an id or a name means: the name as it is filed, else its words.

    Raises:
        BadValue: nobody is called so, or several are.
        AmbiguousId
    """
    try:
        kind, id_ = store.resolve(wanted)
    except UnknownId:
        kind, id_ = "", ""
    if kind == "speaker":
        return id_
    every = speakers(store)
    called = [one for one in every if form(wanted) in map(form, (one.name, *one.aliases))]
    found = called or speakers(store, wanted)
    if len(found) != 1:
        raise BadValue("speaker", wanted, _which_of(found))
    return found[0].id


# Speakers of one name that are listed.
_LISTED = 5


def _which_of(found: Sequence[Speaker]) -> str:
    if not found:
        return "nobody on record is called so: `onrecord speakers` lists who is"
    named = [
        f"{', '.join(filter(None, (one.name, one.roles[0].title if one.roles else '')))} ({one.id})"
        for one in found[:_LISTED]
    ]
    more = f" and {len(found) - _LISTED:,} more" if len(found) > _LISTED else ""
    return f"it fits several, give the id of one: {'; '.join(named)}{more}"


def speaker_with(store: Store, id_: str) -> Speaker:
    """The speaker with this id, its own one, a member's, or what decisions on an entry are about; also
    one who said nothing that is shown. Raises UnknownId.
    """
    entries = {entry.id: entry for entry in store.entries()}
    found = speakers_of(store.parts(), entries)
    own = next((one for one in found if id_ == one.id), None)
    member = own or next((one for one in found if id_ in one.members), None)
    if member:
        return member
    entry = next((entry for entry in entries.values() if id_ in (entry.id, entry.subject)), None)
    if entry:
        return of_entry(entry)
    silent = [Part(member) for member in store.members(ids=[id_])]
    if not silent:
        raise UnknownId(id_, "speaker")
    return speakers_of(silent)[0]


def history(
    store: Store,
    decisions: Decisions,
    *,
    subject: str = "",
    by: str = "",
    limit: int | None = None,
    only_changed: bool = False,
) -> list[HistoryLine]:
    id_ = store.resolve(subject)[1] if subject else ""
    stands = {judgement.id for judgement in decisions.standing()}
    lost = {judgement.id for judgement in changed(store, decisions)}
    found = [
        judgement
        for judgement in reversed(decisions.all())
        if (not id_ or any(id_ in subjects for subjects in decisions.subjects(judgement)))
        and (not by or judgement.by == by)
        and (not only_changed or judgement.id in lost)
    ]
    return [
        HistoryLine(
            judgement,
            _in_words(store, judgement),
            judgement.id in stands,
            tuple(decisions.steps(judgement)),
            judgement.id in lost,
            judgement.id in lost and found_no_more(store, decisions, judgement),
        )
        for judgement in found[:limit]
    ]


def _in_words(store: Store, judgement: Judgement) -> str:
    """What a judgement is about: the words on screen then, else what its subject says now."""
    if judgement.shown:
        return judgement.shown
    try:
        kind, id_ = store.resolve(judgement.subjects[0])
    except UnknownId:
        return judgement.subjects[0]
    if not store.present([id_]):
        return _past_words(store, id_)
    match kind:
        case "document":
            return store.document(id_).title or id_
        case "quote" | "claim":
            return store.value(id_).text
        case "finding":
            return store.finding(id_).sentence
        case "judgement":
            return _in_words(store, store.judgement(id_))
        case _:
            return id_


def _past_words(store: Store, id_: str) -> str:
    """What was there when it was decided on."""
    match store.past([id_]).get(id_):
        case Quote() | Claim() as value:
            return value.text
        case PastFinding() as finding:
            known = {**store.past(finding.anchors), **store.values(finding.anchors)}
            texts = (value.text for value in known.values() if isinstance(value, Quote | Claim))
            return " / ".join(dict.fromkeys(texts)) or id_
        case _:
            return id_
