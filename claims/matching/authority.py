"""Which entry of an authority file a member is, and between which days: by name, by office, by date.

Nobody is guessed: where two entries fit on a day, neither is taken for that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from claims.matching.names import form
from claims.matching.offices import by_office_alone, held, is_placed, names_of, office, printed
from claims.matching.roles import in_terms
from claims.matching.speakers import Member, Term
from claims.matching.spelling import alike
from claims.matching.titles import GENERATIONS, NICKNAMES
from claims.model import Entry, Role

_EVER = (date.min.toordinal(), date.max.toordinal())

Days = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Fit:
    """An entry that may be a member, and the days on which one of its fitting roles was held."""

    entry: Entry
    roles: tuple[Role, ...]
    days: tuple[Days, ...]


class Authority:
    """All entries of a record, found by name; it does not change."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries: Mapping[str, Entry] = {entry.id: entry for entry in entries}
        self._named: dict[str, list[tuple[Entry, frozenset[str]]]] = {}
        self._held: dict[str, list[Entry]] = {}
        for entry in self.entries.values():
            forms = frozenset(names_of(entry))
            for last in sorted({_surname(each) for each in forms}):
                self._named.setdefault(last, []).append((entry, forms))
            for place in {_head(role) for role in entry.roles}:
                self._held.setdefault(place, []).append(entry)

    def __bool__(self) -> bool:
        return bool(self.entries)

    def may_name(self, name_form: str) -> bool:
        """Could anybody filed under this form be an entry? Tells quickly who need not be looked at."""
        return _surname(name_form) in self._named or not self._held.keys().isdisjoint(
            _head_words(name_form.split())
        )

    def named(self, member: Member) -> list[Entry]:
        """Entries that have the name of a member, whatever their office."""
        found = self._named.get(_surname(member.form), ())
        return [entry for entry, forms in found if name_fits(member.form, forms)]

    def may_be(self, member: Member) -> list[Entry]:
        """Entries that have its name, whatever their office, or the office that it is mentioned by."""
        return self.named(member) or [fit.entry for fit in self._by_office(member)]

    def fits(self, members: Sequence[Member]) -> list[Fit]:
        """Entries that may be these members, who are one: a name of one of them and an office of one."""
        entries = {entry.id: entry for member in members for entry in self.named(member)}
        said = [printed(member) for member in members]
        if not entries and len(members) == 1:
            return self._by_office(members[0])
        found: list[Fit] = []
        for entry in entries.values():
            found += _fit(entry, [(role, each.once) for each in said for role in held(each, entry)])
        return found

    def _by_office(self, member: Member) -> list[Fit]:
        """Who is mentioned by an office and its place alone: "the Washington senator"."""
        said = by_office_alone(member)
        entries = {e.id: e for word in _head_words(member.form.split()) for e in self._held.get(word, ())}
        return [
            fit
            for entry in entries.values()
            for fit in _fit(
                entry, [(role, said.once) for role in held(said, entry) if is_placed(said, entry, role)]
            )
        ]


def _fit(entry: Entry, roles: Sequence[tuple[Role, bool]]) -> list[Fit]:
    """The entry with its fitting roles, each with whether it is said to be over; none without one."""
    now = in_terms(dict.fromkeys(role for role, once in roles if not once))
    past = in_terms(dict.fromkeys(role for role, once in roles if once))
    days = [day for role in now for day in _days(role)]
    days += [day for role in past for day in _days(role, once=True)]
    return [Fit(entry, tuple(dict.fromkeys([*now, *past])), tuple(days))] if days else []


def terms(members: Sequence[Member], fits: Sequence[Fit]) -> list[Term]:
    """On which days each of these members is the one entry that fits; not one whose own name or office
    speaks against it.
    """
    entries = {fit.entry.id: fit.entry for fit in fits}
    may_be = {id_: [one for one in members if _may_be(one, entry)] for id_, entry in entries.items()}
    return [
        Term(member.id, first, last, entry) for first, last, entry in _sole(fits) for member in may_be[entry]
    ]


def _may_be(member: Member, entry: Entry) -> bool:
    """Does nothing that is printed of a member itself speak against an entry?"""
    if not by_name(member, entry):
        said = by_office_alone(member)
        return bool(held(said, entry))
    said = printed(member)
    return said.says_nothing or bool(held(said, entry))


def by_name(member: Member, entry: Entry) -> bool:
    """Has a member the name of an entry?"""
    return name_fits(member.form, frozenset(names_of(entry)))


def _sole(fits: Sequence[Fit]) -> Iterator[tuple[int, int, str]]:
    """Days on which one entry fits and no other, in order, as long as they last."""
    ends = sorted({edge for fit in fits for first, last in fit.days for edge in (first, last + 1)})
    sole: list[tuple[int, int, str]] = []
    for first, after in pairwise(ends):
        there = {fit.entry.id for fit in fits if any(a <= first <= b for a, b in fit.days)}
        if len(there) != 1:
            continue
        (entry,) = there
        if sole and sole[-1][1:] == (first - 1, entry):
            sole[-1] = (sole[-1][0], after - 1, entry)
        else:
            sole.append((first, after - 1, entry))
    yield from sole


def name_fits(printed_form: str, forms: frozenset[str]) -> bool:
    """Is this a name of somebody with these forms: the same, the surname alone, or the surname with
    given names that fit: the same, a short form, an initial?
    """
    if printed_form in forms:
        return True
    mine = _own(printed_form)
    return any(_one_generation(printed_form, each) and _given_fit(mine, _own(each)) for each in forms)


def _one_generation(printed_form: str, form: str) -> bool:
    """A "Jr." of print is nobody who is not one in the file; one of the file may be printed without it."""
    mine = _generations(printed_form)
    return not mine or mine == _generations(form)


def _generations(name_form: str) -> set[str]:
    return {_LONG.get(word, word) for word in name_form.split() if word in GENERATIONS}


_LONG = {"jr": "junior", "sr": "senior"}


def _given_fit(mine: Sequence[str], other: Sequence[str]) -> bool:
    if not mine or not other or mine[-1] != other[-1]:
        return False
    if len(mine) == 1:
        return True
    given, theirs = mine[:-1], other[:-1]
    if not theirs or not _given(given[0], theirs[0]):
        return False
    # A middle name may be missing, but not be another one.
    return not (given[1:] and theirs[1:]) or any(_given(a, b) for a in given[1:] for b in theirs[1:])


def _given(one: str, other: str) -> bool:
    short = min(len(one), len(other)) == 1 and alike(one, other) > 0
    return one == other or short or other in NICKNAMES.get(one, ()) or one in NICKNAMES.get(other, ())


def _own(name_form: str) -> list[str]:
    return [word for word in name_form.split() if word not in GENERATIONS]


def _surname(name_form: str) -> str:
    return (_own(name_form) or [name_form])[-1]


def _days(role: Role, *, once: bool = False) -> Iterator[Days]:
    """When somebody can be called by a role: while it is held, ever after if it is said to be over."""
    first = role.since.earliest.toordinal() if role.since else _EVER[0]
    last = role.until.latest.toordinal() if role.until and not once else _EVER[1]
    if first <= last:
        yield first, last


def _head(role: Role) -> str:
    return (form(role.title).split() or [""])[-1]


def _head_words(parts: Iterable[str]) -> set[str]:
    return {office(part) for part in parts}
