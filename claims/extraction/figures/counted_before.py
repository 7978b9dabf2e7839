"""What a figure measures, where that stands to its left: a phrase before "of", or a subject."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extraction.figures.counted import Phrase
from claims.extraction.figures.counted_words import (
    ADVERBS,
    AUXILIARIES,
    CLOSED,
    NOT_PLURALS,
    PRONOUNS,
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


def measured_before(row: Sequence[Token], place: int) -> Phrase | None:
    """What a measured figure is of, where it stands to the left.

    "a street value of [$3 million]", "the toll reached [12 percent]", "Coastal
    shares fell [3 percent]": the phrase before "of", or the subject of the nearest verb.
    """
    at = place - 1
    found = phrase_before(row, at) if at >= 0 and row[at].lower in ("of", "at", "to") else None
    if found is not None and (row[at].lower == "of" or not _is_verbal(row, found)):
        return found
    return _subject(row, place)


# How far back a subject may stand, in tokens: a clause, not a paragraph.
_REACH = 14
# Who says a figure is not what it measures.
_SPEECH = frozenset("said says say told tells tell added adds".split())


def _subject(row: Sequence[Token], place: int) -> Phrase | None:
    at, limit = place - 1, max(0, place - _REACH)
    while at >= limit:
        token = row[at]
        if token.text in (";", ":", ".", "—", "“", '"') or token.lower in _SPEECH:
            return None
        is_verb = token.lower in VERBS or token.lower in AUXILIARIES or is_participle(token.lower)
        if is_verb and (found := _before_verbs(row, at)):
            return found
        at -= 1
    return None


def _before_verbs(row: Sequence[Token], at: int) -> Phrase | None:
    while at > 0 and (
        row[at - 1].lower in AUXILIARIES or row[at - 1].lower in VERBS or row[at - 1].lower in ADVERBS
    ):
        at -= 1
    found = phrase_before(row, at)
    if found is None or found.first == 0:
        return found
    before = row[found.first - 1].lower
    if before in ("in", "at", "on", "by", "for", "from", "with") or before in PRONOUNS:
        return None
    if before in ("of", "the") and found.first >= 2:
        of = found.first - 1 if before == "of" else found.first - 2
        if row[of].lower == "of" and (head := phrase_before(row, of)):
            return Phrase(head.first, found.last)
    return found


def _is_verbal(row: Sequence[Token], found: Phrase) -> bool:
    head = row[found.last - 1].lower
    return is_participle(head) or head in VERBS or (head.endswith("s") and head in NOT_PLURALS)


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
