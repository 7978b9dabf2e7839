"""A candidate for a statement: a tag and the words of its sentence that it governs.

Any tagger, by rule or learned, may make candidates; assembly makes statements of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from claims.extraction.quotes.ranges import Range
from claims.extraction.quotes.tags import Tag


@dataclass(frozen=True, slots=True)
class Candidate:
    """Indices of words of one sentence, both ends included.

    Attributes:
        content: ranges of words, in order.
        zone: words between subject and content, where an adjunct ("on Tuesday") stands.
        announces: the words follow in the next paragraph; `content` is empty.
        marked_only: they follow in quotation marks, or not at all.
    """

    tag: Tag
    content: tuple[Range, ...]
    zone: Range
    announces: bool = False
    marked_only: bool = False
