"""Where sentences end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.extraction.sentences import sentences
from claims.model import Span


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


def test_a_stop_and_a_capital_end_a_sentence():
    assert split("The pier is closed. Crews work on it.") == ["The pier is closed.", "Crews work on it."]


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Tomas Lindqvist met Gov. Ruth Adeyemi.",
        "It happened on Feb. 20 at 9 a.m. in town.",
        "Harlow Bay Fish Co. Ltd. Holdings lost 1.5 million dollars.",
        "J. R. Vega spoke.",
    ],
)
def test_an_abbreviation_ends_none(text):
    assert split(text) == [text]


def test_closing_marks_belong_to_their_sentence():
    assert split("“It is closed.” Crews came.") == ["“It is closed.”", "Crews came."]


def test_the_us_may_end_a_sentence():
    assert split("He left the U.S. The pier closed.") == ["He left the U.S.", "The pier closed."]


@given(st.text(alphabet="Ab .!?”\n", min_size=1, max_size=60))
def test_sentences_lose_no_letter_and_keep_their_order(text):
    found = list(sentences(text, Span(0, len(text))))
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(found))
