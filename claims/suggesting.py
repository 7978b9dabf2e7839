"""Who may be one speaker, to be decided by a person: pairs that nobody has judged, with reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from claims.answering import search, speaker_with
from claims.decisions import Decisions
from claims.matching.authority import Authority
from claims.matching.circumstances import Days
from claims.matching.close_names import pairs
from claims.matching.likely import LEAST, Likely, likely
from claims.matching.speakers import Member, of_entry
from claims.matching.speakers import speakers as speakers_of
from claims.model import JudgementKind, Speaker, SpeakerKind
from claims.model.authorities import subject_of
from claims.views import Query, ReviewItem

if TYPE_CHECKING:
    from claims.store import Store

Places = set[tuple[int, int]]


def suggestions(store: Store, decisions: Decisions, authority: Authority, wanted: str = "") -> list[Likely]:
    """Pairs of speakers that may be one and that nobody has judged, the likeliest first.

    Args:
        wanted: only pairs with this speaker, given by an id that was resolved; "" for all.
    """
    members = {member.id: member for member in store.members()}
    known = [
        one for one in speakers_of(store.parts(), authority.entries) if one.kind is not SpeakerKind.GROUP
    ]
    # Of entries that nobody was found to be, the named ones matter.
    known += [of_entry(authority.entries[id_]) for id_ in _named(known, members, authority)]
    close = (pairs(known) | _with_entries(known, members, authority)) - _judged(known, decisions)
    if wanted:
        own = speaker_with(store, wanted).id
        close = {pair for pair in close if own in (known[pair[0]].id, known[pair[1]].id)}
    close = {(a, b) for a, b in close if not (known[a].authority and known[b].authority)}
    days = _days(store, [known[place] for place in {place for pair in close for place in pair}])
    found = (likely(known[a], known[b], members, days) for a, b in sorted(close))
    worth = [one for one in found if one.score >= LEAST]
    return sorted(worth, key=lambda one: (-one.score, -_weight(one), one.a.id, one.b.id))


def cases(store: Store, found: Iterable[Likely]) -> list[ReviewItem]:
    """The same as things to decide, each side with what it said last."""
    return [_case(store, one) for one in found]


def subject(speaker: Speaker) -> str:
    """What a decision on a speaker is about."""
    return subject_of(speaker.authority) if speaker.authority else speaker.id


def _case(store: Store, one: Likely) -> ReviewItem:
    ids = sorted((subject(one.a), subject(one.b)))
    said = [hit.id for side in (one.a, one.b) for hit in search(store, Query(speaker=side.id, limit=1)).hits]
    cited = store.citations(said)
    return ReviewItem(
        (ids[0], ids[1]),
        "speakers",
        "one speaker?",
        f"Are “{_named_with_role(one.a)}” and “{_named_with_role(one.b)}” one speaker?",
        one.why,
        ("same", "different", "unsure"),
        tuple(cited[id_] for id_ in dict.fromkeys(said) if id_ in cited),
        (0, -one.score, "".join(ids)),
    )


def _named_with_role(speaker: Speaker) -> str:
    title = next((role.title or role.organization for role in speaker.roles), "")
    return f"{speaker.name}, {title}" if title else speaker.name


def _named(known: Sequence[Speaker], members: Mapping[str, Member], authority: Authority) -> list[str]:
    """Ids of entries that have the name of a speaker who is no entry, and are none of the known ones."""
    if not authority:
        return []
    unknown = (members[id_] for one in known if not one.authority for id_ in one.members if id_ in members)
    found = {entry.id for member in unknown for entry in authority.may_be(member)}
    return sorted(found - {one.id for one in known})


def _with_entries(known: Sequence[Speaker], members: Mapping[str, Member], authority: Authority) -> Places:
    """Each speaker who is no entry, with the entries that have its name or office."""
    where = {one.id: place for place, one in enumerate(known) if one.authority}
    return {
        (min(place, where[entry.id]), max(place, where[entry.id]))
        for place, one in enumerate(known)
        if authority and not one.authority
        for id_ in one.members
        if id_ in members and authority.may_name(members[id_].form)
        for entry in authority.may_be(members[id_])
    }


def _judged(known: Sequence[Speaker], decisions: Decisions) -> Places:
    """Pairs of places of speakers any of whose members people decided on, whatever the verdict."""
    judged = decisions.outcomes(JudgementKind.SPEAKERS)
    ids = {id_ for pair in judged for id_ in pair}
    where: dict[str, set[int]] = {}
    for place, speaker in enumerate(known):
        for id_ in ids.intersection({speaker.id, *speaker.members}):
            where.setdefault(id_, set()).add(place)
    return {
        (min(a, b), max(a, b))
        for one, other in (pair for pair in judged if len(pair) == 2)
        for a in where.get(one, ())
        for b in where.get(other, ())
    }


def _days(store: Store, speakers: Sequence[Speaker]) -> dict[str, Days]:
    found = store.days(id_ for speaker in speakers if not speaker.authority for id_ in speaker.members)
    days: dict[str, Days] = {}
    for speaker in speakers:
        seen = [found[id_] for id_ in speaker.members if id_ in found and not speaker.authority]
        if seen:
            days[speaker.id] = min(first for first, _ in seen), max(last for _, last in seen)
    return days


def _weight(one: Likely) -> int:
    return one.a.quotes + one.b.quotes
