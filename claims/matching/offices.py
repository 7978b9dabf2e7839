"""What a printed role says of an office, and whether an entry of an authority file held it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from claims.matching.names import form
from claims.matching.roles import ONE_OFFICE
from claims.matching.speakers import Member
from claims.matching.states import IN_TEXT, STATES, code_of
from claims.matching.titles import SMALL_WORDS, words
from claims.model import Entry, Role

_TAG = re.compile(
    r"(?:^|[(,]|\s)\s*(D|R|I)\.?\s*[-–—]\s*([A-Za-z.]+(?: [A-Za-z.]+)?)\s*\)?\s*$", re.IGNORECASE
)
# They say when an office was held, not which.
_ONCE = frozenset("former ex late retired past".split())
# They say nothing that could tell one holder of an office from another.
_NEUTRAL = frozenset(
    """us united states america american senior junior current sitting then today democratic democrat
    republican independent gop elected his her its our their my in at by from to a an""".split()
)


@dataclass(frozen=True, slots=True)
class Printed:
    """What is printed of somebody beside the name.

    Attributes:
        words: of role, titles and organization, one word for one office ("sen" is "senator").
        party, state: of a tag such as "D-Wash."; a state by its postal code; "" for none.
        once: it is said that the office is over.
    """

    words: tuple[str, ...] = ()
    organization: tuple[str, ...] = ()
    party: str = ""
    state: str = ""
    once: bool = False

    @property
    def says_nothing(self) -> bool:
        return not (self.words or self.party)


@lru_cache(maxsize=8192)
def printed(member: Member) -> Printed:
    """What is printed of a member: its role, and the titles in its name."""
    tag = _TAG.search(member.role)
    role = member.role[: tag.start()] if tag else member.role
    if not tag and len(member.form.split()) > 1:
        # A surname alone may have come with other tags elsewhere: those in its name are the first's.
        tag = _TAG.search(member.name)
    name = set(member.form.split())
    titles = [word for word in words(member.name[: tag.start()] if tag else member.name) if word not in name]
    said = _plain([*titles, *words(role)])
    return Printed(
        tuple(word for word in said if word not in _ONCE),
        tuple(_plain(words(member.organization))),
        tag[1].casefold() if tag else "",
        code_of(tag[2]) if tag else "",
        bool(_ONCE & set(said)),
    )


def by_office_alone(member: Member) -> Printed:
    """What is printed of somebody mentioned by an office and its place: the name is part of the role."""
    return printed(replace(member, form=""))


def _plain(parts: Iterable[str]) -> list[str]:
    """States and offices by one word each, without small words."""
    text = " ".join(part for part in parts if part != "s")
    for name, code in _LONG_STATES:
        text = re.sub(rf"\b{name}\b", f"state:{code}", text)
    found = [IN_TEXT.get(part) for part in text.split()]
    shown = [f"state:{code}" if code else part for part, code in zip(text.split(), found, strict=True)]
    return [office(part) for part in shown if part not in SMALL_WORDS]


_LONG_STATES = [(name, code) for name, code in STATES.items() if " " in name]


def office(word: str) -> str:
    """A word for an office in its one form: "sens" is "senator"."""
    one = ONE_OFFICE.get(word) or ONE_OFFICE.get(word.removesuffix("s"))
    return one or word


def held(said: Printed, entry: Entry) -> list[Role]:
    """The roles of an entry that can be meant by what is printed; none where something speaks against it."""
    if said.says_nothing:
        return []
    state, party = code_of(entry.state), entry.party[:1].casefold()
    if (said.state and said.state != state) or (said.party and party and said.party != party):
        return []
    named = [role for role in entry.roles if _names(said, role, state)]
    if said.words:
        return named
    # A tag of party and state is that of somebody elected there.
    return [role for role in entry.roles if state] if said.party and said.state else []


def _names(said: Printed, role: Role, state: str) -> bool:
    """Are all words of the role's title printed, and nothing that it does not explain?"""
    title, organization = set(_plain(words(role.title))), set(_plain(words(role.organization)))
    spoken = set(said.words)
    if not title or not title <= spoken:
        return False
    known = title | organization | _NEUTRAL | ({f"state:{state}", *state.split()} if state else set())
    if not spoken <= known:
        return False
    of = set(said.organization) - _NEUTRAL
    return not of or of <= known or bool(of & organization)


def is_placed(said: Printed, entry: Entry, role: Role) -> bool:
    """Is it printed of what the role is: its state, or where it has none, its organization?"""
    spoken = {*said.words, *said.organization}
    if "us" in spoken:
        spoken |= {"united", "states"}
    state = code_of(entry.state)
    if state:
        return f"state:{state}" in spoken or set(state.split()) <= spoken
    organization = set(_plain(words(role.organization)))
    return bool(organization) and organization <= spoken


def place_of(said: Printed) -> set[str]:
    """Postal codes of the states that are printed."""
    found = {
        word.removeprefix("state:") for word in (*said.words, *said.organization) if word[:6] == "state:"
    }
    return found | ({said.state} if said.state else set())


def names_of(entry: Entry) -> set[str]:
    """The forms under which the names of an entry would be filed."""
    return {form(name) for name in (entry.name, *entry.aliases)}
