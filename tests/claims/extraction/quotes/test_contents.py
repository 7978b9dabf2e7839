"""What counts as a statement, and what is a term, a thing or a question."""

import pytest

from claims.extraction.page import Page
from claims.extraction.quotes.statements import statements
from claims.model import Document, Quote


def said(text: str) -> list[str]:
    return [one.text for one in statements(Page(Document(text, "0" * 64))) if isinstance(one, Quote)]


@pytest.mark.parametrize(
    "text",
    [
        "Forecasters had warned of a “king tide” three days earlier.",
        "Sen. Tomas Lindqvist promised hearings.",
        "The clerks who read the papers of Pier 9 told nobody what they did for a living.",
        "The storm claimed the lives of 11 people.",
        "Marisol Vega wrote and passed the harbor act.",
        "Piet Sorensen wrote three letters to the board, which were never answered.",
        "Marisol Vega described the wave at length.",
        "The town’s growing demand for boats is a worry.",
        "In the spring a group of deckhands joined a club called the Harlow Bay Rowers.",
        "When the gulls began to fly low over the piers, the old harbor was starting to fill.",
        "Then, last week, Marisol Vega called.",
        "Council members asked twice about the crates that stood in the flood.",
        "Asked whether the case was over, Dana Okafor replied at length.",
    ],
)
def test_terms_things_and_facts_are_no_statements(text):
    assert said(text) == []


def test_what_is_promised_is_a_statement_and_nobody_it_is_promised_to():
    assert said("Mayor Marisol Vega promised to rebuild the pier before the winter.") == [
        "to rebuild the pier before the winter"
    ]


def test_what_a_speaker_calls_something_is_a_statement():
    assert said("The police have called the weapons “ready for sale.”") == ["the weapons “ready for sale.”"]


def test_the_question_is_not_what_was_answered():
    text = "Asked whether the case was over, Dana Okafor said the search goes on."
    assert said(text) == ["the search goes on"]


def test_a_clause_before_a_colon_and_the_words_behind_it_are_two_statements():
    text = "Marisol Vega said she was tired of the debate: “I have slept on it for years.”"
    assert said(text) == ["she was tired of the debate", "I have slept on it for years."]
