"""Subjects with something set off between commas or dashes: `Vega, 52, the mayor of Harlow Bay, said`.

Indices are of words of one Sentence, both ends included; every walk is bounded.
"""

from __future__ import annotations

from claims.extraction.quotes.cues import (
    ADVERBS,
    ARTICLES,
    BREAKS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)
from claims.extraction.quotes.noun_phrases import phrase_ending
from claims.extraction.quotes.phrases import Sentence
from claims.extraction.quotes.ranges import Range
from claims.extraction.speakers.word_kinds import is_role

# How many commas and words an apposition may hold.
_COMMAS, _APPOSITION = 6, 45


def before_apposition(s: Sentence, comma: int) -> Range | None:
    """`Vega, 52, the mayor of Harlow Bay, said`: left over what stands between commas."""
    mark = s.words[comma]
    right = comma
    for _ in range(_COMMAS):
        left = _previous(s, right, mark, comma)
        if left is None:
            break
        segment = left + 1, right - 1
        if segment[0] > segment[1] or not _is_apposition(s, segment):
            return None
        if s.low[segment[0]] == "including" and left:
            return phrase_ending(s, left - 1)
        further = _previous(s, left, mark, comma)
        aside = further is not None and _is_aside(s, (further + 1, left - 1))
        found = None if aside or left == 0 else phrase_ending(s, left - 1)
        if found:
            return _named_part(s, found, segment)
        right = left
    if right == comma and mark == "," and comma > 0 and s.is_name(comma - 1):
        return phrase_ending(s, comma - 1)  # a stray comma: "The port, has said"
    return None


def _is_aside(s: Sentence, segment: Range) -> bool:
    """An age, a place or a role between commas, with the name still to the left of it."""
    first, last = segment
    low = s.low[first]
    if (
        low[0].isdigit()
        or low in DETERMINERS
        or low in PREPOSITIONS
        or low in ("of", "who", "whose", "which")
    ):
        return True
    abbreviated = s.words[last].endswith(".") or low.startswith(("r-", "d-"))
    return (first == last and abbreviated) or (
        s.words[first][0].islower() and low not in BREAKS and low not in PRONOUNS
    )


def _previous(s: Sentence, right: int, mark: str, comma: int) -> int | None:
    for back in range(right - 1, max(-1, comma - _APPOSITION), -1):
        if s.words[back] == mark:
            return back
        if back in s.pieces or s.words[back] in ";:":
            return None
    return None


def _is_apposition(s: Sentence, segment: Range) -> bool:
    first, last = segment
    low = s.low[first]
    if low in PRONOUNS or (first in s.pieces):
        return False
    if low in ("who", "whose", "which", "whom") or low[0].isdigit() or low in DETERMINERS:
        return True
    if (
        low in PREPOSITIONS
        or low in ADVERBS
        or low.endswith("ing")
        or low in TIMES
        or low in ("of", "then", "now")
    ):
        return True
    if low in ("when", "if") and s.low[first + 1 : first + 2] in (["asked"], ["pressed"], ["reached"]):
        return True
    if low in BREAKS:
        return False
    short = last - first <= 5
    if s.is_name(first):
        return short
    return True


def _named_part(s: Sentence, subject: Range, segment: Range) -> Range:
    """`the mayor, Marisol Vega, said`: the name is the better mention, with a title before it or without."""
    first = next((i for i in range(segment[0], segment[1] + 1) if s.is_name(i)), segment[1])
    last = first
    while last < segment[1] and s.is_name(last + 1):
        last += 1
    titled = all(is_role(s.low[i]) for i in range(segment[0], first))
    whole = last == segment[1] or s.words[last + 1] == "("
    role_first = not s.is_name(subject[1]) or _is_office(s, subject)
    if titled and whole and role_first and last > first and s.low[segment[0]] not in DETERMINERS:
        alone = first == segment[0] or any(low in PREPOSITIONS for low in s.low[subject[0] : subject[1]])
        return (segment if alone else subject)[0], last
    return subject


def _is_office(s: Sentence, subject: Range) -> bool:
    """`the mayor of Harlow Bay`: an article, a common noun, and a place."""
    first, last = subject
    return s.low[first] in ARTICLES and "of" in s.low[first:last] and not s.is_name(first + 1)
