"""The extractor that needs no model: quote marks, words of speech, figures, by rule."""

from __future__ import annotations

from dataclasses import replace

from claims.extraction.figures import figures
from claims.extraction.page import Page
from claims.extraction.quotes.statements import statements
from claims.extraction.speakers.attribution import claimant
from claims.model import Claim, Document, Problem, Quote
from claims.ports import Extraction


class Rules:
    """Quotes, then figures, then whose figures they are."""

    name = "rules"
    version = "1"

    def extract(self, document: Document, *, direct_only: bool = False) -> Extraction:
        """Quotes and claims; with `direct_only` quotes in quotation marks and no claims."""
        page = Page(document)
        found = list(statements(page, direct_only=direct_only))
        quotes = tuple(item for item in found if isinstance(item, Quote))
        problems = [item for item in found if isinstance(item, Problem)]
        if direct_only:
            return Extraction(quotes, (), tuple(problems))
        claims: list[Claim] = []
        for item in figures(page):
            if isinstance(item, Problem):
                problems.append(item)
            else:
                claims.append(replace(item, attributed_to=claimant(page, quotes, item.span)))
        return Extraction(quotes, tuple(claims), tuple(problems))
