"""Which claims hold a phrase: their text index tells only that they hold its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from claims.store.again import Again, Indexed, sentences
from claims.store.values import dumped

# In a text of these signs alone the tokenizer's words are the runs of letters and digits
# (unicode61 takes every other sign here for a gap), so a pattern finds what it finds.
# That is 20 times as quick as indexing the sentence.
_PLAIN = re.compile("[\x01-\x7f“”‘’„«»–—…•]*")
_WORD = re.compile("[0-9a-z]+")

# Claims that are looked at together: a few megabytes.
_PAGE = 5000


class Phrase(NamedTuple):
    """A term that an index without places leaves open.

    Attributes:
        exact: the expression that it is.
        loose: one that all rows match which may hold it.
        pattern: finds it in plain text in lower case; None where no pattern can.
    """

    exact: str
    loose: str
    pattern: re.Pattern[str] | None


def pattern_of(words: Sequence[str], *, beginning: bool) -> re.Pattern[str] | None:
    """Of words as the tokenizer folds them; with `beginning` the last may go on."""
    if not all(map(_WORD.fullmatch, words)):
        return None
    end = "" if beginning else "(?![0-9a-z])"
    return re.compile("(?<![0-9a-z])" + "[^0-9a-z]+".join(words) + end)


def holding(connection: Connection, phrase: Phrase, keys: Sequence[int]) -> set[int]:
    """Those of some claims, given and named by their row keys, that hold the phrase."""
    kept: set[int] = set()
    with Again(connection) as again:
        for start in range(0, len(keys), _PAGE):
            page = dumped(list(keys[start : start + _PAGE]))
            odd = []
            for claims in sentences(connection, "key", page, name="key"):
                odd += _looked_at(claims, phrase.pattern, kept)
            again.hold(odd)
            kept |= again.matching(phrase.exact)
    return kept


def _looked_at(claims: Iterable[Indexed], pattern: re.Pattern[str] | None, kept: set[int]) -> list[Indexed]:
    """Put those that plainly hold a phrase to the kept; returns those that are not plain."""
    if pattern is None:
        return list(claims)
    odd = []
    for claim in claims:
        key, words, counted = claim
        if not (_PLAIN.fullmatch(words) and _PLAIN.fullmatch(counted)):
            odd.append(claim)
        elif pattern.search(words.lower()) or pattern.search(counted.lower()):
            kept.add(key)
    return odd
