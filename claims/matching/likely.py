"""Which speakers may be one: by name, role, organization, place and time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from claims.matching.bodies import names_body
from claims.matching.circumstances import Days, circumstances
from claims.matching.close_names import MOST_NAMES
from claims.matching.names import agree, form
from claims.matching.offices import by_office_alone, office
from claims.matching.speakers import Member
from claims.matching.titles import words
from claims.model import Speaker


@dataclass(frozen=True, slots=True)
class Likely:
    """Two speakers that may be one; `score` 0 to 1 orders them, `why` are reasons for and against."""

    a: Speaker
    b: Speaker
    score: float
    why: tuple[str, ...]


# Less is worth nobody's time: a surname alone whose roles do not fit has 0.25.
LEAST = 0.5
# What a surname alone is worth: it takes a fitting office or place besides to be likely.
_SURNAME = 0.5


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
        for more, reason in circumstances(one, other, members, days):
            score += more
            why.append(reason)
    return Likely(one, other, round(min(max(score, 0.0), 0.99), 2), tuple(why))


def _by_name(one: Speaker, other: Speaker) -> tuple[float, list[str]]:
    names = [(speaker.name, *speaker.aliases)[:MOST_NAMES] for speaker in (one, other)]
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
