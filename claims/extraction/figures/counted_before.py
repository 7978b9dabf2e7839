"""What a figure is a part of, where that stands to its left: "the rescues, including [20] at night"."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.figures.counted import Phrase
from claims.extraction.figures.counted_words import (
    AUXILIARIES,
    CLOSED,
    VERBS,
    is_participle,
)
from claims.extraction.numbers.tokens import HYPHENS, WORD, Token, glued

# The longest phrase, in words.
_LONGEST = 7


def phrase_before(row: Sequence[Token], place: int) -> Phrase | None:
    """The noun phrase that ends before `place`: "the street value" in "the street value of ..."."""
    first = place
    while first > 0 and place - first < _LONGEST:
        token = row[first - 1]
        hyphen = token.text in HYPHENS and first < place and glued(token, row[first])
        if not hyphen and (token.kind != WORD or token.lower in CLOSED or token.lower in VERBS):
            break
        if is_participle(token.lower) and 1 < first < place and _is_verb_after(row[first - 2]):
            break
        first -= 1
    return Phrase(first, place) if first < place and row[first].kind == WORD else None


def _is_verb_after(before: Token) -> bool:
    """ "was estimated", "Inc. reported": behind an auxiliary or a name a participle is a verb."""
    return before.lower in AUXILIARIES or (before.text[:1].isupper() and before.lower not in CLOSED)


def before_including(row: Sequence[Token], place: int) -> Phrase | None:
    """ "the number of rescues, including [20] at night": the noun before "including"."""
    at = place - 1
    while at >= 0 and row[at].lower in (
        "about",
        "some",
        "nearly",
        "almost",
        "around",
        "roughly",
        "least",
        "at",
        "than",
        "more",
    ):
        at -= 1
    if at < 1 or row[at].lower not in ("including", "includes", "included"):
        return None
    while at > 0 and row[at - 1].text in (",", "(", "—", "–", "-"):
        at -= 1
    return phrase_before(row, at)
