"""The protocol of what finds quotes and claims in a document, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from claims.model import Claim, Document, Problem, Quote


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document holds. Quotes and claims are in order of their place."""

    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()


class Extractor(Protocol):
    """Finds quotes and claims. Group `onrecord.extractors`.

    The pipeline grounds what it yields: a quote or claim whose text is not
    what its spans hold becomes a Problem, so an extractor cannot invent words.

    A document may have 50 million characters: `claims.extraction.windows` gives
    its paragraphs in windows, and says past which size to read marks only.

    An extractor may have `needs` as a reader has, and an attribute `lacks`: a sentence that
    says what it works without, "" for nothing. It may have a method `figures(document)` that
    gives claims alone, for documents whose quotes are known.
    """

    name: str
    version: str

    def extract(self, document: Document, *, direct_only: bool = False) -> Extraction:
        """Everything found, in any order; occurrence numbers and `Claim.quote` are set later."""
        ...
