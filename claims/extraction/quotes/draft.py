"""A statement while a page is being read: it may still grow, and have no words yet."""

from __future__ import annotations

from dataclasses import dataclass

from claims.model import Attribution, PartialDate, QuoteKind, Span


@dataclass(slots=True)
class Statement:
    """What becomes a Quote when the page is read.

    Attributes:
        is_clause: it has a verb, so it can stand for itself.
    """

    spans: list[Span]
    kind: QuoteKind
    attribution: Attribution | None
    method: str
    confidence: float
    said_on: PartialDate | None = None
    is_clause: bool = True

    @property
    def start(self) -> int:
        return self.spans[0].start

    @property
    def end(self) -> int:
        return self.spans[-1].end

    def holds(self, other: Statement) -> bool:
        """Does all of `other` stand inside one piece of this one?"""
        return any(span.start <= other.start and other.end <= span.end for span in self.spans)
