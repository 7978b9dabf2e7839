"""A candidate for a statement: a tag and the words of its sentence that it governs.

Any tagger, by rule or learned, may make candidates; assembly makes statements of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from claims.extraction.quotes.phrases import Sentence
from claims.extraction.quotes.pieces import Piece
from claims.extraction.quotes.ranges import Range
from claims.extraction.quotes.tags import Tag
from claims.model import Problem, Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """Indices of words of one sentence, both ends included.

    Attributes:
        content: ranges of words, in order.
        zone: words between subject and content, where an adjunct ("on Tuesday") stands.
        announces: the words follow in the next paragraph; `content` is empty.
        marked_only: they follow in quotation marks, or not at all.
        source: who speaks, where that stands in another sentence than the tag.
        confidence: how often such a candidate is right; None where only its kind tells that.
    """

    tag: Tag
    content: tuple[Range, ...]
    zone: Range
    announces: bool = False
    marked_only: bool = False
    source: Span | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A paragraph with its quoted pieces, in order."""

    span: Span
    pieces: Sequence[Piece] = ()


class Tagger(Protocol):
    """Makes the candidates of one page, whose paragraphs it is given in order."""

    def read(self, paragraphs: Sequence[Marked]) -> None:
        """Paragraphs whose sentences are asked for next."""
        ...

    def candidates(self, s: Sentence, *, direct_only: bool) -> list[Candidate]:
        """The candidates of a sentence, in order; with `direct_only`, only what stands in marks."""
        ...

    def problems(self) -> Iterator[Problem]:
        """What was given up."""
        ...
