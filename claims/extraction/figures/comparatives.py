"""Records claimed by comparing: "more rescues than any prior patrol", "larger than any other"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.extraction.figures.counted import noun_phrase
from claims.extraction.numbers.tokens import WORD, Token
from claims.model import Superlative

# What is larger than all others is the largest.
COMPARATIVES = {
    "larger": "largest", "bigger": "biggest", "higher": "highest", "longer": "longest",
    "deadlier": "deadliest", "heavier": "heaviest", "faster": "fastest", "older": "oldest",
    "costlier": "costliest", "busier": "busiest", "deeper": "deepest", "wider": "widest",
    "smaller": "smallest", "lower": "lowest", "shorter": "shortest", "fewer": "fewest",
    "cheaper": "cheapest", "younger": "youngest",
}  # fmt: skip
_MIN = frozenset("smaller lower shorter fewer cheaper younger".split())


class Extreme(NamedTuple):
    """A superlative and its place: tokens [first, last)."""

    first: int
    last: int
    superlative: Superlative


def more_than_any(row: Sequence[Token], at: int) -> Extreme | None:
    """ "more seizures ... than any prior operation", "more than any other", "larger than any other"."""
    place = _than(row, at)
    if not place:
        return None
    scope = " ".join(token.text for token in row[place + 1 : clause_end(row, place + 1)])
    last = max(clause_end(row, place + 1), place + 2)
    word = row[at].lower
    if word in COMPARATIVES:
        # "A larger crew than any other" is of the crew; "higher than ever" has no edge.
        if place > at + 1 or row[place + 1].lower != "any":
            return None
        return Extreme(at, last, Superlative(COMPARATIVES[word], scope, "min" if word in _MIN else "max"))
    phrase = noun_phrase(row, at + 1, tail=False)
    counted = phrase.of(row) if phrase and phrase.last <= place else ""
    return Extreme(at, last, Superlative(f"most {counted}".strip(), scope, "max"))


def _than(row: Sequence[Token], at: int) -> int:
    """The place of a "than" before "ever", "all", or "any other": 0 where there is none."""
    for place in range(at + 1, min(len(row) - 1, at + REACH)):
        if row[place].lower == "than":
            break
    else:
        return 0
    following = row[place + 1].lower
    if following != "any":
        return place if following in ("ever", "all") else 0
    others = [token.lower for token in row[place + 2 : place + 3]]
    return place if not others or others[0] in _OTHERS else 0


_OTHERS = frozenset("other prior previous earlier single year comparable".split())

# A scope is a clause, not a paragraph.
REACH = 24


def clause_end(row: Sequence[Token], after: int) -> int:
    at = after
    while at < min(len(row), after + REACH):
        token = row[at]
        if token.text in ',;:.!?"”“()—–' and token.kind != WORD:
            break
        if token.lower in (
            "which",
            "who",
            "but",
            "while",
            "after",
            "when",
            "because",
            "said",
            "says",
            "according",
        ):
            break
        at += 1
    return at
