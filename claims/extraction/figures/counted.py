"""What a figure counts or measures: the noun phrase to its right, else to its left.

Closed word classes end a phrase (`counted_words`), so no tagger is needed:
"12 arrests in ..." ends at "in", "300 rusted tins of paint and ..." goes on
over "of" and ends at "and".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claims.extraction.figures.counted_words import (
    AUXILIARIES,
    CLOSED,
    MODIFIERS,
    PREPOSITIONS,
    VERBS,
    is_participle,
    is_plural,
)
from claims.extraction.numbers.tokens import HYPHENS, WORD, Token, glued
from claims.extraction.numbers.words import NUMBER_WORDS, PLURAL_SCALES

# The longest phrase before its head: "potentially lethal counterfeit prescription painkiller tablets".
_LONGEST = 7
# Adverbs that describe a noun behind a possessive: "the department's yearly budget".
_PERIODIC = frozenset("daily weekly monthly yearly overall".split())


class Phrase(NamedTuple):
    """A noun phrase, tokens [first, last)."""

    first: int
    last: int

    def of(self, row: Sequence[Token]) -> str:
        """Its words as printed, with the original joins."""
        words = row[self.first].text
        for left, right in zip(row[self.first : self.last], row[self.first + 1 : self.last], strict=False):
            words += right.text if glued(left, right) else f" {right.text}"
        return words


def noun_phrase(
    row: Sequence[Token], place: int, *, singular: bool = False, tail: bool = True
) -> Phrase | None:
    """The noun phrase that begins at `place`, or None where none does.

    Args:
        singular: the figure is one, so no plural marks the head.
        tail: go on over "of" ("tins of paint").
    """
    first = place
    while first < len(row) and row[first].lower in MODIFIERS:
        first += 1
    last = _head_end(row, first, singular)
    if last == first or _is_lone_verb(row, first, last) or _is_lone_adverb(row, first, last):
        return None
    if tail and last + 1 < len(row) and row[last].lower == "of":
        inner = _after_of(row, last + 1)
        if inner is not None:
            return Phrase(first, inner)
    return Phrase(first, last)


def _is_lone_adverb(row: Sequence[Token], first: int, last: int) -> bool:
    """ "11 of them seriously"."""
    word = row[first].text
    return last == first + 1 and word.endswith("ly") and word.islower() and word not in _NOUNS_IN_LY


_NOUNS_IN_LY = frozenset("family supply assembly reply ally bully fly".split())


def _is_lone_verb(row: Sequence[Token], first: int, last: int) -> bool:
    """ "Thousands marched", "£4.5m pledged": a past form alone is a verb, unless people are called so."""
    word = row[first].lower
    if last != first + 1 or is_plural(word):
        return False
    return (word.endswith("ed") and is_participle(word)) or (word in VERBS and row[first].text.islower())


def _after_of(row: Sequence[Token], place: int) -> int | None:
    """Where "of the nails and other scrap" ends, if a noun follows."""
    at = place
    if at < len(row) and row[at].lower in (
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "our",
        "this",
        "these",
        "those",
    ):
        at += 1
    if at < len(row) and (row[at].lower in NUMBER_WORDS or row[at].kind != WORD):
        return None
    end = _head_end(row, at, False)
    return end if end > at else None


def _head_end(row: Sequence[Token], first: int, singular: bool) -> int:
    """Where the phrase that begins at `first` ends; `first` where there is none."""
    at, plural_at, conjoined = first, -1, False
    while at < len(row) and at - first < _LONGEST + (2 if conjoined else 0):
        token = row[at]
        word = token.lower
        if token.text in HYPHENS and at > first and _is_inner_hyphen(row, at):
            at += 1
            continue
        if word in ("and", "&") and at > first and not conjoined and _conjoins(row, at, plural_at >= 0):
            at, conjoined, plural_at = at + 1, True, -1
            continue
        if token.kind != WORD or _ends(row, at, first, plural_at):
            break
        plural = is_plural(word) and not (singular and at == first)
        describes = plural or _is_joined(row, at) or _plural_ahead(row, at)
        if plural_at >= 0 and not describes:
            break
        if plural and not _leads_hyphen(row, at):
            plural_at = at
        at += 1
    end = plural_at + 1 if plural_at >= 0 and not conjoined else at
    return _without_tail(row, first, end)


def _is_inner_hyphen(row: Sequence[Token], at: int) -> bool:
    return at + 1 < len(row) and glued(row[at - 1], row[at]) and glued(row[at], row[at + 1])


def _is_joined(row: Sequence[Token], at: int) -> bool:
    return at > 0 and row[at - 1].text in HYPHENS and glued(row[at - 1], row[at])


def _leads_hyphen(row: Sequence[Token], at: int) -> bool:
    return at + 1 < len(row) and row[at + 1].text in HYPHENS and glued(row[at], row[at + 1])


def _ends(row: Sequence[Token], at: int, first: int, plural_at: int) -> bool:
    """Does the phrase end before this word?"""
    word = row[at].lower
    if word in _PERIODIC and at > first and row[at - 1].lower.endswith(("'s", "’s")):
        return False
    if word in CLOSED or word in NUMBER_WORDS or word in PLURAL_SCALES:
        return True
    if word in VERBS and (at > first or is_plural(word)) and not row[at].text[:1].isupper():
        return True
    if is_participle(word) and at > first and not row[at].text[:1].isupper():
        return plural_at >= 0 or not _plural_ahead(row, at)
    return False


def _plural_ahead(row: Sequence[Token], at: int) -> bool:
    """Is the very next word a plural noun, so that this one only describes it?"""
    if at + 1 >= len(row):
        return False
    following = row[at + 1]
    return (
        following.kind == WORD
        and is_plural(following.lower)
        and following.lower not in VERBS
        and (
            row[at].lower not in CLOSED
            and row[at].lower not in VERBS
            and not is_plural(row[at].lower)
            and not is_participle(row[at].lower)
        )
    )


def _conjoins(row: Sequence[Token], at: int, has_plural: bool) -> bool:
    """ "cash and rare coins", "nails and other scrap", "Dutch and Danish ships"."""
    if at + 1 >= len(row):
        return False
    following = [token.lower for token in row[at + 1 : at + 4]]
    if not following or row[at + 1].kind != WORD:
        return False
    if has_plural:
        return following[0] in ("other", "related", "associated")
    for place, word in enumerate(following, start=at + 1):
        if is_plural(word):
            return word not in VERBS and not _is_verb(row, place + 1)
        if place > at + 1 and _ends_clause(word):
            return True
        if (word in CLOSED and word != "other") or _is_verb(row, place) or not word.isalpha():
            return False
    return at + 2 == len(row)


def _is_verb(row: Sequence[Token], at: int) -> bool:
    word = row[at].lower if at < len(row) else ""
    return word in VERBS or word in AUXILIARIES or is_participle(word)


def _ends_clause(word: str) -> bool:
    """Punctuation or a preposition: what stood before it was a noun."""
    return word in PREPOSITIONS or word in (",", ".", ";", "—", ")", "and")


def _without_tail(row: Sequence[Token], first: int, end: int) -> int:
    """Drop what cannot end a noun phrase: joins, adverbs, possessive marks."""
    while end > first and (row[end - 1].kind != WORD or row[end - 1].lower in ("and", "other", "&")):
        end -= 1
    while end > first and row[end - 1].lower.endswith("ly") and end - first > 1:
        end -= 1
    return end
