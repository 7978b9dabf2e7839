"""The extractor that needs no model: quote marks, words of speech, figures, by rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from claims.extraction.figures import Figures
from claims.extraction.page import Page
from claims.extraction.quotes.candidate import Tagger
from claims.extraction.quotes.clauses import ByRule
from claims.extraction.quotes.statements import Statements, statements
from claims.extraction.speakers.attribution import claimant
from claims.extraction.windows import BUDGET, MOST_STATEMENTS, WINDOW, past_budget, unread_runs, windows
from claims.model import Claim, Document, Problem, Quote
from claims.ports import Extraction


class Rules:
    """Quotes, then figures, then whose figures they are."""

    name = "rules"
    version = "6"

    def __init__(
        self, *, window: int = WINDOW, budget: int = BUDGET, most: int = MOST_STATEMENTS,
        tagger: Callable[[Page], Tagger] = ByRule.of,
    ) -> None:  # fmt: skip
        """Sizes in characters, `most` in statements (see `windows`); what rules find up to it
        does not depend on `window`.
        """
        self._window, self._budget, self._most = window, budget, most
        self._tagger = tagger

    def extract(self, document: Document, *, direct_only: bool = False) -> Extraction:
        """Quotes and claims; with `direct_only` quotes in quotation marks and no claims.

        Past the budget of size a document is read as with `direct_only`, and a
        Problem says from where on.
        """
        page = Page(document)
        found = list(statements(page, direct_only=True) if direct_only else self._in_full(page))
        quotes = tuple(item for item in found if isinstance(item, Quote))
        claims = (item for item in found if isinstance(item, Claim))
        problems = (item for item in (*found, *unread_runs(page)) if isinstance(item, Problem))
        whose = (replace(claim, attributed_to=claimant(quotes, claim.span)) for claim in claims)
        return Extraction(quotes, tuple(whose), tuple(problems))

    def figures(self, document: Document) -> Extraction:
        """Claims alone, within the same budget."""
        page = Page(document)
        counted = Figures(page)
        found: list[Claim | Problem] = []
        for window in windows(page, size=self._window, budget=self._budget):
            if window.in_marks_only:
                found.append(past_budget(page, window))
                break
            found += counted.of(window.paragraphs)
        claims = tuple(item for item in found if isinstance(item, Claim))
        problems = (item for item in (*found, *unread_runs(page)) if isinstance(item, Problem))
        return Extraction(claims=claims, problems=tuple(problems))

    def _in_full(self, page: Page) -> Iterator[Quote | Claim | Problem]:
        """Statements and figures window by window; past the budget statements in marks only."""
        spoken, counted = Statements(page, self._tagger(page), most=self._most), Figures(page)
        is_past = False
        for window in windows(page, size=self._window, budget=self._budget):
            spoken.read(window, direct_only=window.in_marks_only)
            if not window.in_marks_only:
                yield from counted.of(window.paragraphs)
            elif not is_past:
                yield past_budget(page, window)
                is_past = True
        yield from spoken.found()
