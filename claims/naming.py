"""Who is one speaker, by what people decided, by name and role, and by the record's authority files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from claims.decisions import Decisions
from claims.errors import BadValue
from claims.matching.authority import Authority, terms
from claims.matching.roles import roles_fit
from claims.matching.speakers import Member, Term, fullest, group, is_surname_alone
from claims.model import Entry
from claims.model.authorities import subject_of

if TYPE_CHECKING:
    from claims.store import Store


Pair = tuple[str, str]
_NOBODY: tuple[tuple[int, str], Authority] = ((0, ""), Authority(()))


class Naming:
    """Says of members which speaker they are; one for an open record."""

    def __init__(self, store: Store, decisions: Decisions) -> None:
        self._store = store
        self._decisions = decisions
        self._known = _NOBODY

    @property
    def authority(self) -> Authority:
        """The entries of the record's authority files, read once after each change."""
        last = self._store.last_entry()
        if last != self._known[0]:
            self._known = last, Authority(self._store.entries())
        return self._known[1]

    def group(self, forms: Iterable[str]) -> None:
        """Group everyone of these name forms, and of all forms of which people judged somebody."""
        authority = self.authority
        verdicts = self._decisions.speaker_verdicts()
        judged = self._store.members(ids=sorted({id_ for pair in verdicts for id_ in pair}))
        wanted = {*forms, *(member.form for member in judged)}
        # Somebody with a full name may be whom a surname alone was taken for.
        wanted |= {form.split()[-1] for form in wanted if " " in form} if authority else set()
        members = self._store.members(forms=sorted(wanted))
        known = {member.id: member.speaker for member in members}
        entries, taken_out = _subjects(authority, verdicts), self._decisions.taken_out()
        kept_apart = _kept_apart(authority, members, verdicts, taken_out)
        found = group(members, {**kept_apart, **verdicts}, entries, taken_out)
        changed = {id_: who for id_, who in found.items() if known[id_] != who}
        if changed:
            self._store.set_speaker(changed)
        if authority or self._store.terms(member.id for member in members):
            self._set_terms(authority, members, found, verdicts)

    def take(self, entries: Iterable[Entry], location: str) -> int:
        """Keep entries of an authority file and let speakers follow; returns how many are new or changed."""
        with self._decisions.together():
            changed = self._store.put_entries(entries, location)
            if changed:
                self.group_named()
        return changed

    def forget(self, location: str) -> int:
        """Remove the entries of an authority file and let speakers follow; returns how many stood."""
        with self._decisions.together():
            judged = {
                part.member.form
                for part in self._store.parts()
                if part.member.speaker in self.authority.entries
            }
            removed = self._store.remove_entries(location)
            if removed:
                self.group_named(judged)
        return removed

    def group_named(self, more: Iterable[str] = ()) -> None:
        """Group everyone whom an authority's entry may be, after entries came, changed or went; and more
        name forms.
        """
        authority = self.authority
        before = {
            member.form for member in self._store.members(ids=sorted({t.member for t in self._store.terms()}))
        }
        self.group({*before, *more} | {form for form in self._store.forms() if authority.may_name(form)})

    # -- terms ----------------------------------------------------------------

    def _set_terms(
        self,
        authority: Authority,
        members: Sequence[Member],
        found: Mapping[str, str],
        verdicts: Mapping[Pair, str],
    ) -> None:
        groups: dict[str, list[Member]] = {}
        for member in members:
            groups.setdefault(found[member.id], []).append(member)
        apart = {pair for pair, verdict in verdicts.items() if verdict == "different"}
        made = [
            term
            for speaker, together in groups.items()
            # One that people judged to be an entry is it at all times.
            if speaker not in authority.entries
            and any(authority.may_name(member.form) for member in together)
            for term in self._terms(authority, together, apart)
        ]
        self._store.set_terms([member.id for member in members], _not_both(made, apart))

    def _terms(self, authority: Authority, together: Sequence[Member], apart: set[Pair]) -> list[Term]:
        """When these members, who are one, are entries."""
        # Who else is on record settles nothing between two who were in office on one day.
        made = terms(together, authority.fits(together))
        if made and all(map(is_surname_alone, together)):
            # But the record may know somebody else by whose surname alone these are meant.
            named = [{entry.id for entry in authority.named(other)} for other in self._others(together)]
            made = [term for term in made if all(term.speaker in entries for entries in named)]
        return [term for term in made if not _judged_apart(term.member, subject_of(term.speaker), apart)]

    def _others(self, together: Sequence[Member]) -> list[Member]:
        """Who has more of a name than this surname, and an office as one of these."""
        return [
            other
            for other in self._store.namesakes(together[0].form)
            if other.role and any(roles_fit(member.role, other.role) for member in together)
        ]


def _subjects(authority: Authority, verdicts: Mapping[Pair, str]) -> dict[str, str]:
    """Ids of the judged entries by what decisions on them are about."""
    judged = {id_ for pair in verdicts for id_ in pair}
    entries = authority.entries if judged else ()
    return {subject: id_ for id_ in entries if (subject := subject_of(id_)) in judged}


def _kept_apart(
    authority: Authority, members: Sequence[Member], verdicts: Mapping[Pair, str], taken_out: Collection[str]
) -> dict[Pair, str]:
    """Whoever was taken out of an entry is apart from all who have the entry's name, too."""
    known = authority.entries if taken_out else {}
    entries = {subject_of(id_): entry for id_, entry in known.items()}
    return {
        (min(one, other.id), max(one, other.id)): "different"
        for pair, verdict in verdicts.items()
        if verdict == "different"
        for one, entry in (pair, pair[::-1])
        if one in taken_out and entry in entries
        for other in members
        if other.id != one and entries[entry] in authority.named(other)
    }


def _judged_apart(one: str, other: str, apart: set[Pair]) -> bool:
    return (min(one, other), max(one, other)) in apart


def _not_both(made: Sequence[Term], apart: set[Pair]) -> list[Term]:
    """Without the terms of two members that are judged to be different and would both be one entry."""
    entries: dict[str, set[str]] = {}
    for term in made:
        entries.setdefault(term.member, set()).add(term.speaker)
    barred = {
        (member, entry)
        for one, other in apart
        for entry in entries.get(one, set()) & entries.get(other, set())
        for member in (one, other)
    }
    return [term for term in made if (term.member, term.speaker) not in barred]


def rest_of(store: Store, speaker: str, taken: str) -> Pair:
    """What is decided to be different when a member is taken out of a speaker: the two ids in order.

    Args:
        speaker: its id, that of another of its members, or of an authority's entry.

    Raises:
        BadValue: the member is no part of it, or all of it.
    """
    members = {member.id: member for member in store.members()}
    entry = next((one for one in store.entries() if speaker in (one.subject, one.id)), None)
    if entry:
        there = {term.member for term in store.terms() if term.speaker == entry.id}
        there |= {member.id for member in members.values() if member.speaker == entry.id}
        other = entry.subject
    else:
        whole = members[speaker].speaker if speaker in members else speaker
        there = {member.id for member in members.values() if member.speaker == whole}
        rest = [members[id_] for id_ in there if id_ != taken]
        other = fullest(rest) if rest else ""
    if taken not in there or not other:
        raise BadValue("member", taken, "it is no part of that speaker that could be taken out")
    return (min(taken, other), max(taken, other))
