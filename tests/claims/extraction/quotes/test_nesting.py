"""Statements inside statements."""

from claims.extraction.page import Page
from claims.extraction.quotes.statements import statements
from claims.model import Document, Quote


def said(text: str) -> list[tuple[str, str | None]]:
    found = [one for one in statements(Page(Document(text, "0" * 64))) if isinstance(one, Quote)]
    return [(one.text, one.attribution.name if one.attribution else None) for one in found]


def test_a_term_inside_a_reported_clause_is_no_second_statement():
    text = "Investigators say the ring used what they called “ghost papers” to move freight by truck."
    words = "the ring used what they called “ghost papers” to move freight by truck"
    assert said(text) == [(words, "Investigators")]


def test_what_a_speaker_asked_for_inside_the_own_words_is_no_second_statement():
    text = "Piet Sorensen said that he had asked for repairs to the wall three times."
    assert said(text) == [("he had asked for repairs to the wall three times", "Piet Sorensen")]


def test_an_unnamed_speaker_inside_a_statement_makes_none():
    text = "Neighbors said the police had told them to stay indoors and that nobody was hurt."
    assert said(text) == [("the police had told them to stay indoors and that nobody was hurt", "Neighbors")]


def test_another_named_speaker_inside_a_statement_is_on_record():
    assert said("Dana Okafor said Marisol Vega said the pier is closed.") == [
        ("Marisol Vega said the pier is closed", "Dana Okafor"),
        ("the pier is closed", "Marisol Vega"),
    ]
