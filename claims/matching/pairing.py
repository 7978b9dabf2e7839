"""Which word of one name answers to which word of another, and how well the two names agree by that."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rapidfuzz.distance import OSA

from claims.matching.spelling import alike, difference
from claims.matching.titles import PARTICLES, SMALL_WORDS

# Beyond one misprint a name is spelled another way, or is another name.
_SPELLED_ALIKE = 0.94

Pairing = tuple[float, str]


def agreement(mine: Sequence[str], other: Sequence[str], *, each_extra: float, by_letters: bool) -> Pairing:
    """How well two names agree word by word, 0 to 1, and why.

    The likest words are partners; a word that differs on both sides costs most.

    Args:
        each_extra: what a word without partner in the longer name costs.
        by_letters: a name with one misprint agrees, wherever its words are parted.
    """
    one, two = sorted((_spread(mine, other), _spread(other, mine)), key=lambda parts: (len(parts), parts))
    if len(one) > 1 or len(two) > 2:
        one, two = sorted((_joined(one, two), _joined(two, one)), key=lambda parts: (len(parts), parts))
    partner = _partners(one, two)
    scores = [partner[i][0] if i in partner else 0.0 for i in range(len(one))]
    extra = len(two) - len(one)
    score = 0.5 * sum(scores) / len(scores) + 0.5 * min(scores) - each_extra * extra
    if not _in_order([partner[i][1] for i in sorted(partner)]):
        score *= 0.6
    if by_letters:
        spelled = OSA.normalized_similarity("".join(one), "".join(two))
        score = max(score, spelled - 0.1) if spelled >= _SPELLED_ALIKE else score
    pairs = [(one[i], two[partner[i][1]]) for i in sorted(partner)]
    odd = [part for i, part in enumerate(one) if i not in partner]
    return max(0.0, score), _why(pairs, odd, two, extra)


def _spread(parts: Sequence[str], other: Sequence[str]) -> list[str]:
    """ "jc juncker" beside "jean claude juncker" is "j c juncker"."""
    first = parts[0]
    initials = "".join(part[0] for part in other[: len(first)])
    return [*first, *parts[1:]] if 1 < len(first) < 4 and first == initials else list(parts)


# Shorter words that happen to make up another one ("al", "an") say nothing.
_LEAST_JOINED = 6


def _joined(parts: list[str], other: Sequence[str]) -> list[str]:
    """Two words that together are one of the other name: "mohammad hasni" beside "mohammadhasni"."""
    there = [word for word in other if len(word) >= _LEAST_JOINED]
    if not there:
        return parts
    known = {*parts}
    for i, (left, right) in enumerate(pairwise(parts)):
        both = left + right
        if any(abs(len(both) - len(word)) <= 1 and word not in known and alike(both, word) for word in there):
            return [*parts[:i], both, *parts[i + 2 :]]
    return parts


def _partners(mine: Sequence[str], other: Sequence[str]) -> dict[int, tuple[float, int]]:
    likes = [(alike(a, b), -abs(i - j), i, j) for i, a in enumerate(mine) for j, b in enumerate(other)]
    partner: dict[int, tuple[float, int]] = {}
    used: set[int] = set()
    for score, _, i, j in sorted(likes, reverse=True):
        if score and i not in partner and j not in used:
            partner[i] = (score, j)
            used.add(j)
    return partner


def _in_order(places: Sequence[int]) -> bool:
    """Do the words stand in one order, but that surnames may come first ("lee ann", "ann lee")?"""
    return sum(a > b for a, b in pairwise(places)) <= 1 and (
        sorted(places) == list(places) or places[-1] < places[0]
    )


def _why(pairs: Sequence[tuple[str, str]], odd: Sequence[str], other: Sequence[str], extra: int) -> str:
    if odd:
        return f"nothing in “{capitals(other)}” answers to “{capitals(odd)}”"
    differ = [f"“{a.capitalize()}” {difference(a, b)} “{b.capitalize()}”" for a, b in pairs if a != b]
    same = [a for a, b in pairs if a == b]
    if not differ:
        differ = [f"all of “{capitals(same)}” is in “{capitals(other)}”" if extra else "the same words"]
    elif same:
        differ.insert(0, f"both have “{capitals(same)}”")
    return ", ".join(differ)


def capitals(parts: Sequence[str]) -> str:
    """Folded words of a name as names are printed; small ones stay small."""
    return " ".join(map(_capital, parts))


def _capital(part: str) -> str:
    if len(part) == 1 and part not in PARTICLES:
        return part.upper()
    return part if part in SMALL_WORDS or part in PARTICLES else part.capitalize()
