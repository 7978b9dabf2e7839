"""Roles: whether one person can have two, and terms of one office that follow each other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from claims.matching.titles import words
from claims.model import Role

_NAMING = re.compile(r"\b(?:of|for|at|in|on|with|to|from|and|who)\b|[,;/(]")

# One office under several names: state offices and the two houses, as newspapers shorten them.
ONE_OFFICE = {
    "sen": "senator", "sens": "senator", "rep": "representative", "reps": "representative",
    "congressman": "representative",
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
    """The last word of each part of a role: of "chief of police and mayor", chief and mayor. A state senator
    sits in another house than a senator.
    """
    tails = (words(part) for part in _NAMING.split(role.casefold()))
    return {_head(tail) for tail in tails if tail}


_TWO_HOUSES = frozenset(("senator", "representative"))


def _head(tail: list[str]) -> str:
    last = ONE_OFFICE.get(tail[-1], tail[-1])
    return f"state {last}" if last in _TWO_HOUSES and "state" in tail[:-1] else last


# Parliaments meet anew some days after the last one ended; an office goes on meanwhile.
_BETWEEN_TERMS = 31


def in_terms(roles: Iterable[Role]) -> tuple[Role, ...]:
    """Terms of one office that follow each other as one, the first held first."""
    made: list[Role] = []
    for role in sorted(roles, key=_begins):
        last = made[-1] if made else None
        if last and _follow(last, role):
            made[-1] = replace(last, until=role.until)
        else:
            made.append(role)
    return tuple(made)


def _begins(role: Role) -> tuple[date, str]:
    return role.since.earliest if role.since else date.min, role.title


def _follow(last: Role, role: Role) -> bool:
    if (last.title, last.organization) != (role.title, role.organization):
        return False
    if not last.until or not role.since:
        return False
    return (role.since.earliest - last.until.latest).days <= _BETWEEN_TERMS
