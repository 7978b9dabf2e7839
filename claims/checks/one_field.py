"""What two pages name that only pages of one field of news do."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.checks.leading import EVERYWHERE
from claims.model import Document

_CAPITALS = re.compile(r"\b[A-Z](?:[a-z]{3,}|[A-Z]{2,})\b")
_LEAD = 1500
# Titles, days and what begins a sentence name no field.
_NO_FIELD = EVERYWHERE | frozenset(
    """attorney general deputy director assistant acting chief officer officials authorities secretary
    minister mayor sheriff police monday tuesday wednesday thursday friday saturday sunday january february
    march april june july august september october november december this that these those there their they
    here when while after before with from more than most many some such what which where other also over
    according however meanwhile operation news press release statement read updated contact""".split()
)


def family(one: Document, two: Document) -> list[str]:
    """Telling words with a capital that the beginnings of two documents share, as the first prints them."""
    mine, other = _capitals(one.text[:_LEAD]), _capitals(two.text[:_LEAD])
    return [printed for word, printed in mine.items() if word in other]


@lru_cache(maxsize=256)
def _capitals(lead: str) -> dict[str, str]:
    """By their lower case, in order."""
    found = {word.casefold(): word for word in _CAPITALS.findall(lead)}
    return {low: word for low, word in found.items() if low not in _NO_FIELD}
