"""Who is one speaker: attributions of one name form whose roles fit together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from claims.matching.groups import Groups
from claims.matching.names import form
from claims.matching.roles import in_terms, roles_fit
from claims.model import Attribution, Entry, Role, Speaker, SpeakerKind


@dataclass(frozen=True, slots=True)
class Member:
    """Everyone printed with one name form and one role.

    Attributes:
        id: `Speaker.id_of(form, role)`.
        form: the name without titles, lower case (see `names.form`).
        name, role, organization: as printed where it was met first.
        speaker: id of the speaker this member was found or judged to be; "" before that.
    """

    id: str
    form: str
    name: str
    role: str
    organization: str
    kind: SpeakerKind
    speaker: str = ""


def member_of(attribution: Attribution) -> Member:
    """The member under which an attribution is filed; `speaker` starts as the member's own id."""
    filed = form(attribution.name)
    made = Speaker.id_of(filed, attribution.role)
    return Member(
        made, filed, attribution.name, attribution.role, attribution.organization, attribution.kind, made
    )


@dataclass(frozen=True, slots=True)
class Term:
    """From one day to another, both inclusive (proleptic ordinals), a member is an authority's entry.

    Attributes:
        speaker: the entry's id.
    """

    member: str
    first: int
    last: int
    speaker: str


@dataclass(frozen=True, slots=True)
class Part:
    """What the record has of one member as one speaker, `member.speaker`: how many quotes and claims."""

    member: Member
    quotes: int = 0
    claims: int = 0


_Pair = tuple[str, str]
_NO_ENTRIES: Mapping[str, str] = {}


def group(
    members: Iterable[Member],
    verdicts: Mapping[_Pair, str],
    entries: Mapping[str, str] = _NO_ENTRIES,
    taken_out: Collection[str] = (),
) -> dict[str, str]:
    """Member id -> speaker id, for members with all others of their form and those judged with them.

    Members of one form are one speaker where their roles fit: equal, one missing, or
    sharing a head word ("deputy attorney general", "attorney general"). A member
    without a role is left alone where its form has two roles that do not fit, and where
    its form is one word: nothing is guessed. Verdicts (keys are two ids in order) come
    before all that. A speaker's id is that of the member with the fullest role, so it
    does not depend on the order in which members came.

    Args:
        entries: authority id by what decisions on the entry are about; judged to be one of
            them, a member is that entry. Two entries are never one.
        taken_out: members that people took out of a speaker: the others are joined first.
    """
    known = {member.id: member for member in sorted(members, key=lambda member: member.id)}
    things = known.keys() | entries.keys()
    judged = sorted((pair, verdict) for pair, verdict in verdicts.items() if set(pair) <= things)
    named = sorted({id_ for pair, _ in judged for id_ in pair if id_ in entries})
    apart = [pair for pair, verdict in judged if verdict == "different"]
    groups = Groups([*known, *named], [*apart, *combinations(named, 2)])
    same = [pair for pair, verdict in judged if verdict == "same"]
    for left, right in sorted(
        [*same, *_links(known.values())], key=lambda pair: not set(pair).isdisjoint(taken_out)
    ):
        groups.join(left, right)
    return {
        one: head
        for ids in groups.all()
        for head in [_head(ids, known, entries)]
        for one in ids
        if one in known
    }


def speakers(parts: Iterable[Part], entries: Mapping[str, Entry] | None = None) -> list[Speaker]:
    """Speakers with their members and counts, most quoted first, then by name.

    The name is the one printed most often, the longer of two printed equally often; that of
    an authority's entry is its own.

    Args:
        entries: of the authority, by id.
    """
    grouped: dict[str, list[Part]] = {}
    for part in parts:
        grouped.setdefault(part.member.speaker or part.member.id, []).append(part)
    made = [_speaker(made, mine, (entries or {}).get(made)) for made, mine in grouped.items()]
    return sorted(made, key=lambda speaker: (-speaker.quotes, -speaker.claims, speaker.name, speaker.id))


def _speaker(made: str, parts: Sequence[Part], entry: Entry | None) -> Speaker:
    ordered = sorted(parts, key=lambda one: (-one.quotes - one.claims, -len(one.member.name), one.member.id))
    members = [part.member for part in ordered]
    names = [member.name for member in members]
    roles = [Role(m.role, m.organization) for m in members if m.role or m.organization]
    counts = sum(part.quotes for part in parts), sum(part.claims for part in parts)
    ids = tuple(sorted({member.id for member in members}))
    if entry:
        return of_entry(entry, names, ids, *counts)
    first, *others = dict.fromkeys(names)
    return Speaker(made, first, members[0].kind, tuple(dict.fromkeys(roles)), tuple(others), ids, *counts)


def of_entry(
    entry: Entry, names: Iterable[str] = (), members: Iterable[str] = (), quotes: int = 0, claims: int = 0
) -> Speaker:
    """The speaker that an authority's entry is, with the names under which the record has it too."""
    others = [name for name in dict.fromkeys([*entry.aliases, *names]) if name != entry.name]
    ids = tuple(sorted({*members, entry.subject}))
    return Speaker(
        entry.id, entry.name, entry.kind, in_terms(entry.roles), tuple(others), ids, quotes, claims, entry.id
    )


def _head(ids: Sequence[str], known: Mapping[str, Member], entries: Mapping[str, str]) -> str:
    """The entry among some ids, else the member with the fullest role."""
    entry = next((entries[id_] for id_ in ids if id_ not in known), "")
    return entry or fullest(known[id_] for id_ in ids)


def fullest(members: Iterable[Member]) -> str:
    """The id of the member with the fullest role: of several the first."""
    return min(members, key=lambda member: (-len(member.role), member.id)).id


def _links(members: Iterable[Member]) -> Iterator[_Pair]:
    """Pairs of one form to join, the surest first: fitting roles, then roles that are missing."""
    forms: dict[str, list[Member]] = {}
    for member in members:
        forms.setdefault(member.form, []).append(member)
    unsaid: list[_Pair] = []
    for same in forms.values():
        titled = [member for member in same if member.role]
        fitting = [(a.id, b.id) for a, b in combinations(titled, 2) if roles_fit(a.role, b.role)]
        yield from fitting
        roles = Groups(member.id for member in titled)
        for left, right in fitting:
            roles.join(left, right)
        if len(roles.all()) == 1 and not is_surname_alone(same[0]):
            unsaid.extend((bare.id, titled[0].id) for bare in same if not bare.role)
    yield from unsaid


def is_surname_alone(member: Member) -> bool:
    """Is it a person printed by one word, as many others may be?"""
    return member.kind is SpeakerKind.PERSON and " " not in member.form
