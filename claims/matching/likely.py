"""Which speakers may be one: by name, role, organization, place and time; near-linear in their number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from claims.matching.bodies import body, names_body
from claims.matching.names import agree, form
from claims.matching.offices import by_office_alone, office, place_of, printed
from claims.matching.roles import roles_fit
from claims.matching.speakers import Member
from claims.matching.spelling import bones_of, latin
from claims.matching.titles import BODY_WORDS, GENERATIONS, NICKNAMES, SMALL_WORDS, TITLES, words
from claims.model import Speaker, SpeakerKind

# The first and the last day on which somebody is on record, proleptic ordinals.
Days = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Likely:
    """Two speakers that may be one; `score` 0 to 1 orders them, `why` are reasons for and against."""

    a: Speaker
    b: Speaker
    score: float
    why: tuple[str, ...]


# A surname with more bearers says nothing of one who is printed by it alone.
_MOST_NAMESAKES = 60
# Less is worth nobody's time: a surname alone whose roles do not fit has 0.25.
LEAST = 0.5
_MOST_NAMES = 6
GROUP = SpeakerKind.GROUP
# What a surname alone is worth: it takes a fitting office or place besides to be likely.
_SURNAME = 0.5


def pairs(speakers: Sequence[Speaker]) -> set[tuple[int, int]]:
    """Places of two speakers that share a surname or its sound with a given name that begins alike, a
    surname that one has alone, or initials or an own word of bodies.
    """
    blocks: dict[str, set[int]] = {}
    alone: dict[str, set[int]] = {}
    for place, speaker in enumerate(speakers):
        keys, surnames = _keys(speaker)
        for key in keys:
            blocks.setdefault(key, set()).add(place)
        for surname in surnames:
            alone.setdefault(surname, set()).add(place)
    few = {key: found for key, found in blocks.items() if 1 < len(found) <= _MOST_NAMESAKES}
    close = {
        pair for key, found in few.items() if key[0] != _SHARED for pair in combinations(sorted(found), 2)
    }
    for surname, bare in alone.items():
        found = few.get(f"{_SHARED} {surname}", ())
        close |= {(min(a, b), max(a, b)) for a in bare for b in found if a != b}
    return close


# What a key begins with: a surname as everybody has it.
_SHARED = "s"


def _keys(speaker: Speaker) -> tuple[set[str], set[str]]:
    """Under what a speaker is found, and the surnames that it has alone."""
    keys: set[str] = set()
    surnames: set[str] = set()
    for name in (speaker.name, *speaker.aliases[: _MOST_NAMES - 1]) if speaker.kind is not GROUP else ():
        parts = form(_plain(name)).split()
        # "The department" and "the senator" are nobody's name.
        if not parts or BODY_WORDS.union(TITLES, SMALL_WORDS).issuperset(parts):
            continue
        if names_body(parts):
            keys |= _keys_of_body(parts)
        else:
            own = [latin(part) for part in parts if part not in GENERATIONS] or parts
            keys |= _keys_of_person(own)
            surnames |= set(own) if len(own) == 1 else set()
    return keys, surnames


_AFTER = re.compile(r"\s*\([^()]*\)\s*$")


def _plain(name: str) -> str:
    """ "Marisol Vega (mayor)" without what stands after it."""
    return _AFTER.sub("", name) or name


def _keys_of_person(own: Sequence[str]) -> set[str]:
    *given, last = own
    if not given:
        # "PAHB" looks like a surname.
        return {f"{_SHARED} {last}", f"i {last}"}
    begin = {name[0] for name in (given[0], *NICKNAMES.get(given[0], ()))}
    bones = bones_of(last)
    return {f"{_SHARED} {last}"} | {
        key for sign in begin for key in (f"n {sign} {last}", f"b {sign} {bones}")
    }


def _keys_of_body(parts: Sequence[str]) -> set[str]:
    made = body(tuple(parts))
    initials = {"".join(word[0] for word in each) for each in (made.words, made.own)}
    return {f"w {word}" for word in made.own} | {f"i {each}" for each in initials if len(each) > 1}


def likely(one: Speaker, other: Speaker, members: Mapping[str, Member], days: Mapping[str, Days]) -> Likely:
    """How likely two speakers are one.

    Args:
        members: by id, those of both.
        days: when a speaker is on record, by id.
    """
    score, why = _by_name(one, other)
    if score < _SURNAME and (held := _by_office(one, members, other) or _by_office(other, members, one)):
        score, why = _SURNAME, [held]
    if score:
        for more, reason in _circumstances(one, other, members, days):
            score += more
            why.append(reason)
    return Likely(one, other, round(min(max(score, 0.0), 0.99), 2), tuple(why))


def _by_name(one: Speaker, other: Speaker) -> tuple[float, list[str]]:
    names = [(speaker.name, *speaker.aliases)[:_MOST_NAMES] for speaker in (one, other)]
    found = [_agree(a, b) for a in names[0] for b in names[1]]
    score, why = max(found, key=lambda each: (each[0], each[1]))
    return score, [why]


def _by_office(entry: Speaker, members: Mapping[str, Member], other: Speaker) -> str:
    """Why an entry may be meant by a mention that is an office with its place; "" if it may not."""
    if not entry.authority:
        return ""
    spoken = {word for id_ in other.members if id_ in members for word in by_office_alone(members[id_]).words}
    titles = [role.title for role in entry.roles if {*_offices(role.title)} <= spoken]
    return f"{entry.name} was {titles[0]}" if titles else ""


def _offices(title: str) -> list[str]:
    return [office(word) for word in words(title)]


def _agree(a: str, b: str) -> tuple[float, str]:
    """As for any two names, but that one word that both have may be the surname of two people."""
    found = agree(a, b)
    alone = [each for each in (form(a), form(b)) if " " not in each and not names_body([each])]
    if alone and found.score > _SURNAME:
        return _SURNAME, f"only “{alone[0].capitalize()}” is shared"
    return found.score, found.why[0]


def _circumstances(
    one: Speaker, other: Speaker, members: Mapping[str, Member], days: Mapping[str, Days]
) -> Iterator[tuple[float, str]]:
    yield from _by_role(one, other)
    places = [_places(speaker, members) for speaker in (one, other)]
    if places[0] and places[1]:
        shared = places[0] & places[1]
        yield (0.1, f"both are of {_listed(shared)}") if shared else (-0.3, "they are of different states")
    yield from _by_time(one, other, days)
    yield from _by_time(other, one, days)


def _by_role(one: Speaker, other: Speaker) -> Iterator[tuple[float, str]]:
    titles = [[role.title for role in speaker.roles if role.title] for speaker in (one, other)]
    if titles[0] and titles[1]:
        fitting = [(a, b) for a in titles[0] for b in titles[1] if roles_fit(a, b)]
        if fitting:
            a, b = fitting[0]
            yield 0.15, f"both are “{a}”" if a == b else f"“{a}” and “{b}” can be one office"
        else:
            yield -0.25, f"“{titles[0][0]}” and “{titles[1][0]}” are different offices"
    shared = _organizations(one) & _organizations(other)
    if shared:
        yield 0.1, f"both speak for “{_listed(shared)}”"


def _organizations(speaker: Speaker) -> set[str]:
    return {" ".join(words(role.organization)) for role in speaker.roles if role.organization.strip()}


def _places(speaker: Speaker, members: Mapping[str, Member]) -> set[str]:
    found = (place_of(printed(members[id_])) for id_ in speaker.members if id_ in members)
    return {place.upper() for places in found for place in places}


def _by_time(entry: Speaker, other: Speaker, days: Mapping[str, Days]) -> Iterator[tuple[float, str]]:
    """Was an authority's entry in office when the other one spoke?"""
    seen = days.get(other.id)
    if not entry.authority or not seen:
        return
    held = [
        (role.since.earliest if role.since else date.min, role.until.latest if role.until else date.max)
        for role in entry.roles
    ]
    then = [date.fromordinal(day) for day in seen]
    if any(first <= then[1] and then[0] <= last for first, last in held):
        yield 0.05, f"in office when “{other.name}” spoke ({then[0]:%Y})"
    elif held:
        yield -0.2, f"not in office when “{other.name}” spoke ({then[0]:%Y})"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
