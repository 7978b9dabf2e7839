"""Who is on record, and who is meant."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.errors import BadValue, UnknownId
from claims.matching.names import form
from claims.matching.speakers import Part, of_entry
from claims.matching.speakers import speakers as speakers_of
from claims.matching.states import state_words
from claims.model import Entry, Speaker

if TYPE_CHECKING:
    from claims.store import Store


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
