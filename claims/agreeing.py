"""How far reviewers agree: on what two of them decided, each by themselves, and how much of that is chance.

Pure functions over judgements in the order in which they were made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from claims.model import Judgement, JudgementKind
from claims.views import Agreement

_VERDICTS = (JudgementKind.FINDING, JudgementKind.QUOTES, JudgementKind.SPEAKERS)
# What findings and pairs have in common: it is so, it is not, nobody can tell.
_SIDES = {"real": "yes", "same": "yes", "dismissed": "no", "different": "no", "unsure": "maybe"}


def agreements(
    standing: Iterable[Judgement],
    subjects: Callable[[Judgement], Sequence[tuple[str, ...]]] = lambda judgement: (judgement.subjects,),
) -> list[Agreement]:
    """For every two reviewers who decided the same things, those who share most first.

    Each reviewer's latest verdict counts; one that ended a dispute is no reading of one's own.

    Args:
        standing: the decisions in force.
        subjects: what a judgement is about, what that is now last.
    """
    read: dict[str, dict[tuple[str, ...], str]] = {}
    for one in standing:
        if one.kind in _VERDICTS and not one.settles:
            read.setdefault(one.by, {})[subjects(one)[-1]] = _SIDES[one.verdict]
    found = (_agreement(one, other, read[one], read[other]) for one, other in combinations(sorted(read), 2))
    return sorted((each for each in found if each.both), key=lambda each: -each.both)


def _agreement(
    one: str, other: str, left: Mapping[tuple[str, ...], str], right: Mapping[tuple[str, ...], str]
) -> Agreement:
    both = [(verdict, right[subject]) for subject, verdict in left.items() if subject in right]
    return Agreement(one, other, len(both), sum(a == b for a, b in both), _kappa(both))


def _kappa(both: Sequence[tuple[str, str]]) -> float | None:
    """Cohen's kappa: the share of agreement that is left once that by chance is taken off, at most 1.

    None where both always said one and the same thing: then chance alone would agree as well.
    """
    if not both:
        return None
    count = len(both)
    left, right = Counter(a for a, _ in both), Counter(b for _, b in both)
    by_chance = sum(left[side] * right[side] for side in left) / count**2
    seen = sum(a == b for a, b in both) / count
    return None if by_chance == 1 else (seen - by_chance) / (1 - by_chance)
