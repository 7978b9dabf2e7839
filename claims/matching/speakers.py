"""Who is one speaker: attributions of one name form whose roles fit together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from claims.matching.groups import Groups
from claims.matching.names import form
from claims.matching.titles import words
from claims.model import Attribution, Role, Speaker, SpeakerKind


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


def group(members: Iterable[Member], verdicts: Mapping[tuple[str, str], str]) -> dict[str, str]:
    """Member id -> speaker id, for members with all others of their form and those judged with them.

    Members of one form are one speaker where their roles fit: equal, one missing, or
    sharing a head word ("deputy attorney general", "attorney general"). A member
    without a role is left alone where its form has two roles that do not fit: nothing
    is guessed. Verdicts (keys are two member ids in order) come before all that.
    A speaker's id is that of the member with the fullest role, so it does not
    depend on the order in which members came.
    """
    known = {member.id: member for member in sorted(members, key=lambda member: member.id)}
    judged = sorted((pair, verdict) for pair, verdict in verdicts.items() if set(pair) <= known.keys())
    apart = [pair for pair, verdict in judged if verdict == "different"]
    groups = Groups(known, apart)
    for left, right in (pair for pair, verdict in judged if verdict == "same"):
        groups.join(left, right)
    for left, right in _links(known.values()):
        groups.join(left, right)
    return {
        member: head for ids in groups.all() for head in [_head(known[one] for one in ids)] for member in ids
    }


def speakers(members: Iterable[Member], counts: Mapping[str, tuple[int, int]]) -> list[Speaker]:
    """Speakers with their members and counts (quotes, claims), most quoted first, then by name.

    The name is the one printed most often, the longer of two printed equally often.
    """
    grouped: dict[str, list[Member]] = {}
    for member in members:
        grouped.setdefault(member.speaker or member.id, []).append(member)
    made = [_speaker(made, mine, counts) for made, mine in grouped.items()]
    return sorted(made, key=lambda speaker: (-speaker.quotes, -speaker.claims, speaker.name, speaker.id))


def _speaker(made: str, members: Sequence[Member], counts: Mapping[str, tuple[int, int]]) -> Speaker:
    def weight(member: Member) -> tuple[int, int, str]:
        return (-sum(counts.get(member.id, (0, 0))), -len(member.name), member.id)

    ordered = sorted(members, key=weight)
    names = list(dict.fromkeys(member.name for member in ordered))
    roles = dict.fromkeys(Role(m.role, m.organization) for m in ordered if m.role or m.organization)
    tallies = [counts.get(member.id, (0, 0)) for member in ordered]
    return Speaker(
        made,
        names[0],
        ordered[0].kind,
        tuple(roles),
        tuple(names[1:]),
        tuple(sorted(member.id for member in ordered)),
        sum(quotes for quotes, _ in tallies),
        sum(claims for _, claims in tallies),
    )


def _head(members: Iterable[Member]) -> str:
    return min(members, key=lambda member: (-len(member.role), member.id)).id


def _links(members: Iterable[Member]) -> Iterator[tuple[str, str]]:
    """Pairs of one form to join, the surest first: fitting roles, then roles that are missing."""
    forms: dict[str, list[Member]] = {}
    for member in members:
        forms.setdefault(member.form, []).append(member)
    unsaid: list[tuple[str, str]] = []
    for same in forms.values():
        titled = [member for member in same if member.role]
        fitting = [(a.id, b.id) for a, b in combinations(titled, 2) if roles_fit(a.role, b.role)]
        yield from fitting
        roles = Groups(member.id for member in titled)
        for left, right in fitting:
            roles.join(left, right)
        if len(roles.all()) == 1:
            unsaid.extend((bare.id, titled[0].id) for bare in same if not bare.role)
    yield from unsaid


_NAMING = re.compile(r"\b(?:of|for|at|in|on|with|to|from|and|who)\b|[,;/(]")

# One office under several names: state offices and the two houses, as newspapers shorten them.
_ONE_OFFICE = {
    "sen": "senator", "rep": "representative", "congressman": "representative",
    "congresswoman": "representative", "gov": "governor", "pres": "president", "atty": "attorney",
    "gen": "general", "spokesman": "spokesperson", "spokeswoman": "spokesperson",
    "chairman": "chair", "chairwoman": "chair", "chairperson": "chair", "councilman": "councilmember",
    "councilwoman": "councilmember", "sgt": "sergeant", "capt": "captain", "det": "detective",
    "ceo": "executive", "cfo": "financial",
}  # fmt: skip


def roles_fit(left: str, right: str) -> bool:
    """Can one person have been printed with both roles? Yes if one is missing or heads are shared."""
    if not left or not right or left == right:
        return True
    return bool(_heads(left) & _heads(right))


def _heads(role: str) -> set[str]:
    """The last word of each part of a role: of "chief of police and mayor", chief and mayor."""
    tails = (words(part) for part in _NAMING.split(role.casefold()))
    ends = [tail[-1] for tail in tails if tail]
    return {_ONE_OFFICE.get(end, end) for end in ends}
