"""Datelines are no part of what anybody says."""

import pytest

from claims.extraction.page import Page
from claims.extraction.quotes.datelines import after_dateline
from claims.extraction.quotes.statements import statements
from claims.model import Document, Span


def rest(text: str) -> str:
    return after_dateline(text, Span(0, len(text))).of(text)


@pytest.mark.parametrize(
    "dateline",
    [
        "HARLOW BAY (Coastal Wire) -- ",
        "HARLOW BAY – ",
        "HARLOW BAY, N.R. (CW) — ",
        "HARLOW BAY, Norrow, March 5 (Coastal Wire) - ",
        "ST. EDDA, Nov. 3, 2031 — ",
        "Harlow Bay, D.C. -- ",
        "Harlow Bay - ",
        "HARLOW BAY/STROUD -- ",
    ],
)
def test_a_dateline_is_left_out(dateline):
    assert rest(f"{dateline}The wall failed.") == "The wall failed."


@pytest.mark.parametrize(
    "text",
    [
        "Vega – once a deckhand – said the wall failed.",
        "The wall – all of it – failed.",
        "Well-built walls - they hold.",
        "“HARLOW BAY” — so reads the sign.",
        "HARLOW BAY --",
    ],
)
def test_a_dash_alone_makes_no_dateline(text):
    assert rest(text) == text


def test_the_statement_begins_behind_the_dateline():
    text = "HARLOW BAY (Coastal Wire) -- The wall failed on Saturday, officials said."
    assert [one.text for one in statements(Page(Document(text, "0" * 64)))] == ["The wall failed on Saturday"]


def test_a_city_in_a_dateline_says_nothing():
    text = "HARLOW BAY (Coastal Wire) — Sen. Tomas Lindqvist closed the debate, saying that the wall is old."
    (quote,) = statements(Page(Document(text, "0" * 64)))
    assert quote.attribution.name == "Tomas Lindqvist"
