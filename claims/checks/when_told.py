"""When a page told of something: its date, else the last year that it looks back to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from claims.model import Document


@dataclass(frozen=True, slots=True)
class When:
    """Between which days something was said, and how that is known.

    Attributes:
        latest: None where the document has no date.
    """

    earliest: date
    latest: date | None
    known: str


def when(document: Document) -> When | None:
    """The day of publication; without one, not before the last year that the text looks back to."""
    if document.published:
        return When(document.published.earliest, document.published.latest, f"published {document.published}")
    limit = document.retrieved.latest.year if document.retrieved else date.max.year
    year = _last_year(document.text[:READ], limit)
    return When(date(year, 1, 1), None, f"has no date, and tells of {year}") if year else None


# An article names the years it looks back to early; a book is not read for them.
READ = 20_000
_YEAR = re.compile(r"\b(?:in|since|during|late|early|mid|until) ((?:19|20)\d\d)\b(?![-–/])")
# A sentence with one of these may look ahead.
_AHEAD = re.compile(r"\b(?:will|would|by|plans?|planned|expected|next|until|through|could|may|goal)\b")


@lru_cache(maxsize=256)
def _last_year(text: str, limit: int) -> int:
    """The last year that a sentence without a word of the future names; 0 if there is none."""
    found = 0
    for match in _YEAR.finditer(text):
        around = text[max(0, text.rfind(".", 0, match.start())) : match.end()]
        year = int(match[1])
        if found < year <= limit and not _AHEAD.search(around[-300:]):
            found = year
    return found


def order(one: Document, two: Document) -> int:
    """-1 if the first was surely published before the second, 1 if after, 0 if that is not known."""
    mine, other = when(one), when(two)
    if mine is None or other is None:
        return 0
    if mine.latest is not None and mine.latest < other.earliest:
        return -1
    return 1 if other.latest is not None and other.latest < mine.earliest else 0
