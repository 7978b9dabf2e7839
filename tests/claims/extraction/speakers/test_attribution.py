"""Whose words a place is in."""

from claims.extraction.page import Page
from claims.extraction.quotes.statements import statements
from claims.extraction.speakers.attribution import claimant
from claims.model import Document, Quote, Span


def claimant_of(text: str, words: str) -> str | None:
    page = Page(Document(text, "0" * 64))
    quotes = [one for one in statements(page) if isinstance(one, Quote)]
    start = text.index(words)
    found = claimant(quotes, Span(start, start + len(words)))
    return found.name if found else None


def test_a_figure_in_a_quote_is_its_speakers():
    assert claimant_of("“We lost 12 boats,” Marisol Vega said.", "12") == "Marisol Vega"


def test_a_figure_in_a_reported_clause_is_its_speakers():
    assert claimant_of("Marisol Vega said the town lost 12 boats.", "12") == "Marisol Vega"


def test_a_figure_outside_is_the_documents_own():
    assert claimant_of("The town lost 12 boats. “It is sad,” Marisol Vega said.", "12") is None


def test_a_figure_in_the_tag_between_two_pieces_is_the_documents_own():
    text = "“We lost boats,” said Marisol Vega, 52, “and piers.”"
    assert claimant_of(text, "52") is None


def test_of_nested_statements_the_inner_speaker_claims():
    assert claimant_of("Dana Okafor said Marisol Vega said the town lost 12 boats.", "12") == "Marisol Vega"
