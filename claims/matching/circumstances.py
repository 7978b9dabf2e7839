"""What speaks for and against two speakers being one besides their names: office, body, place and time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from claims.matching.names import form
from claims.matching.offices import place_of, printed
from claims.matching.roles import roles_fit
from claims.matching.speakers import Member
from claims.matching.titles import words
from claims.model import Speaker

# The first and the last day on which somebody is on record, proleptic ordinals.
Days = tuple[int, int]


def circumstances(
    one: Speaker, other: Speaker, members: Mapping[str, Member], days: Mapping[str, Days]
) -> Iterator[tuple[float, str]]:
    yield from _by_role(one, other)
    yield from _by_days(one, other, days)
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
    elif (titles[0] or titles[1]) and form(one.name) == form(other.name) and " " in form(one.name):
        # They would be one if all offices of that name fitted.
        held = (titles[0] or titles[1])[0]
        yield -0.1, f"one is “{held}”, one stands without an office, and others of that name hold other ones"
    shared = _organizations(one) & _organizations(other)
    if shared:
        yield 0.1, f"both speak for “{_listed(shared)}”"


def _by_days(one: Speaker, other: Speaker, days: Mapping[str, Days]) -> Iterator[tuple[float, str]]:
    """Were they on record at one time? Of entries the terms of office tell more."""
    first, second = days.get(one.id), days.get(other.id)
    if not first or not second or one.authority or other.authority:
        return
    apart = max(first[0] - second[1], second[0] - first[1]) // _YEAR
    if apart < 1:
        both = sorted((max(first[0], second[0]), min(first[1], second[1])))
        yield 0.03, f"both are on record in {_years(*both)}"
    else:
        worth = -0.15 if apart >= _LONG_APART else 0.0
        yield worth, f"on record {_counted(apart)} apart: {_years(*first)} and {_years(*second)}"


# Days of a year, and years after which it is rather a namesake.
_YEAR, _LONG_APART = 365, 10


def _counted(years: int) -> str:
    return "1 year" if years == 1 else f"{years} years"


def _years(first: int, last: int) -> str:
    one, two = date.fromordinal(first).year, date.fromordinal(last).year
    return str(one) if one == two else f"{one} to {two}"


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
