"""Names: the form under which one is filed, and whether two are one person or body's."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from claims.matching.titles import (
    COUNTRIES,
    GENERATIONS,
    LEGAL_FORMS,
    NICKNAMES,
    PARTICLES,
    SMALL_WORDS,
    bare,
    is_body,
    without_titles,
    words,
)
from claims.model import Relation
from claims.views import Compared


@lru_cache(maxsize=8192)
def form(name: str) -> str:
    """The name in lower case without titles, honours, party tags, accents and punctuation.

    "Sen. Tomás Lindqvist (D-Mass.)" is "tomas lindqvist"; a body keeps its words, but
    for a first "the". A name that is all titles keeps them. Not empty if `name` holds a letter.
    """
    parts = words(bare(name)) or words(name)
    if len(parts) > 1 and parts[0] == "the":
        parts = parts[1:]
    return " ".join(without_titles(parts))


def agree(left: str, right: str) -> Compared:
    """Are two names one person's or body's? Score 0 to 1; 0.8 and more says yes (relation NEAR).

    Symmetric. It compares names only: two people can share one, so it suggests and decides nothing.
    """
    mine, other = (form(name).split()[:_MOST_WORDS] for name in (left, right))
    if not mine or not other:
        return Compared(Relation.DIFFERENT, 0.0, ("a name has no letters",))
    if mine == other:
        why = "the same name" if left == right else "the same name but for titles, case and marks"
        return Compared(Relation.IDENTICAL, 1.0, (why,))
    if is_body(mine) or is_body(other):
        score, why = _bodies(mine, other)
    else:
        score, why = _persons(mine, other)
    relation = Relation.NEAR if score >= AGREES else Relation.DIFFERENT
    return Compared(relation, round(score, 4), (why,))


# No name has more; each word is compared with each.
_MOST_WORDS = 20

# On 237 judged pairs of names F1 is level (.87) from 0.65 to 0.82; here precision is .95, recall .81.
AGREES = 0.8


def _persons(mine: list[str], other: list[str]) -> tuple[float, str]:
    if {*mine} & GENERATIONS != {*other} & GENERATIONS and {*mine} & GENERATIONS and {*other} & GENERATIONS:
        return 0.2, "one is senior, one junior"
    mine, other = _own_names(mine), _own_names(other)
    score, why = _parts(mine, other)
    if min(len(mine), len(other)) == 1 and max(len(mine), len(other)) > 1:
        # A surname alone fits everybody of that name.
        return min(score, 0.6), f"only one name is shared; {why}"
    return score, why


def _own_names(parts: list[str]) -> list[str]:
    return [part for part in parts if part not in GENERATIONS and part not in PARTICLES] or parts


def _bodies(mine: list[str], other: list[str]) -> tuple[float, str]:
    mine, other = _undotted(mine), _undotted(other)
    forms = [{LEGAL_FORMS[part] for part in parts if part in LEGAL_FORMS} for parts in (mine, other)]
    one, two = (_kernel(mine), _kernel(other))
    if _is_acronym(one, two) or _is_acronym(two, one):
        return 0.85, "one is the other's initials"
    score, why = _parts(one, two, each_extra=0.3)
    if forms[0] and forms[1] and not forms[0] & forms[1]:
        return score * 0.6, f"company forms differ; {why}"
    return score, why


def _undotted(parts: list[str]) -> list[str]:
    """A company form printed with stops, "l l c", as one word."""
    start = len(parts)
    while start and len(parts[start - 1]) == 1:
        start -= 1
    last = "".join(parts[start:])
    return [*parts[:start], last] if last in LEGAL_FORMS else parts


def _kernel(parts: list[str]) -> list[str]:
    """A body's own words: without company form, small words and the country it is of."""
    without = [part for part in parts if part not in LEGAL_FORMS and part not in SMALL_WORDS]
    return [part for part in without if part not in COUNTRIES] or without or parts


def _is_acronym(short: list[str], long: list[str]) -> bool:
    initials = "".join(part[0] for part in long)
    return len(initials) > 1 and "".join(short) == initials


# Beyond one misprint a name is spelled another way, or is another name.
_SPELLED_ALIKE = 0.94


def _parts(mine: list[str], other: list[str], *, each_extra: float = 0.04) -> tuple[float, str]:
    """Pairs the words of two names, the likest first; what finds no partner counts against them.

    A missing middle name costs little; a different one, on both sides, costs most.
    """
    mine, other = sorted((_spread(mine, other), _spread(other, mine)), key=lambda parts: (len(parts), parts))
    partner = _partners(mine, other)
    scores = [partner[i][0] if i in partner else 0.0 for i in range(len(mine))]
    extra = len(other) - len(mine)
    score = 0.5 * sum(scores) / len(scores) + 0.5 * min(scores) - each_extra * extra
    if not _in_order([partner[i][1] for i in sorted(partner)]):
        score *= 0.6
    spelled = OSA.normalized_similarity("".join(mine), "".join(other))
    if spelled >= _SPELLED_ALIKE and each_extra < 0.1:
        score = max(score, spelled - 0.1)
    return max(0.0, score), _why(mine, other, scores, extra)


def _spread(parts: list[str], other: list[str]) -> list[str]:
    """ "jc juncker" beside "jean claude juncker" is "j c juncker"."""
    first = parts[0]
    initials = "".join(part[0] for part in other[: len(first)])
    return [*first, *parts[1:]] if 1 < len(first) < 4 and first == initials else parts


def _partners(mine: list[str], other: list[str]) -> dict[int, tuple[float, int]]:
    likes = [(alike(a, b), -abs(i - j), i, j) for i, a in enumerate(mine) for j, b in enumerate(other)]
    partner: dict[int, tuple[float, int]] = {}
    used: set[int] = set()
    for score, _, i, j in sorted(likes, reverse=True):
        if score and i not in partner and j not in used:
            partner[i] = (score, j)
            used.add(j)
    return partner


def _in_order(places: list[int]) -> bool:
    """Do the words stand in one order, but that surnames may come first ("lee ann", "ann lee")?"""
    return sum(a > b for a, b in pairwise(places)) <= 1 and (
        sorted(places) == places or places[-1] < places[0]
    )


def _why(mine: list[str], other: list[str], scores: list[float], extra: int) -> str:
    odd = [part for part, score in zip(mine, scores, strict=True) if not score]
    if odd:
        return f"nothing in “{_capitals(other)}” answers to “{_capitals(odd)}”"
    if extra:
        return f"all of “{_capitals(mine)}” is in “{_capitals(other)}”"
    return f"“{_capitals(mine)}” and “{_capitals(other)}” agree word by word"


def _capitals(parts: list[str]) -> str:
    """Folded words of a name as names are printed; small ones stay small."""
    return " ".join(part if part in SMALL_WORDS or part in PARTICLES else part.capitalize() for part in parts)


def alike(left: str, right: str) -> float:
    """Two words of names: 1 for the same, less for initials, short forms and spellings, 0 for others."""
    if left == right:
        return 1.0
    shorter = min(len(left), len(right))
    if shorter == 1:
        return 0.85 if left[0] == right[0] else 0.0
    if right in NICKNAMES.get(left, ()) or left in NICKNAMES.get(right, ()):
        return 0.9
    slips = OSA.distance(left, right, score_cutoff=2)
    if slips <= (2 if shorter >= 8 else 1 if shorter >= 3 else 0):
        return 0.9 - 0.05 * slips
    bones = _bones(left)
    return 0.75 if len(bones) > 2 and bones == _bones(right) else 0.0


_VOWELS = re.compile(r"(?<!^)[aeiouyhw]")
_TWICE = re.compile(r"(.)\1+")


def _bones(word: str) -> str:
    """First letter and consonants: what spellings of one sound from another alphabet share."""
    return _TWICE.sub(r"\1", _VOWELS.sub("", word))
