"""Who "I" is: the author, where a page names one."""

import pytest

from claims.extraction.page import Page
from claims.extraction.speakers.coreference import Cast
from claims.model import Document, Span


def writes(text: str, author: str = "") -> str | None:
    document = Document(f"{text}\n\nWhen the pier fell I said it was the tide.", "0" * 64, author=author)
    start = document.text.rindex(" I ") + 1
    found = Cast(Page(document)).resolve(Span(start, start + 1), None, "test", 1.0)
    return found.name if found else None


@pytest.mark.parametrize("author", ["Marisol Vega", "By Marisol Vega, staff writer"])
def test_the_author_of_the_document_is_meant(author):
    assert writes("The pier is old.", author) == "Marisol Vega"


@pytest.mark.parametrize(
    "line", ["By Marisol Vega", "BY Marisol Vega | Harlow Bay Herald", "By Marisol Vega, mayor of Harlow"]
)
def test_a_byline_names_the_author(line):
    assert writes(f"Why I left the pier\n\n{line}\n\nIt is old.") == "Marisol Vega"


@pytest.mark.parametrize(
    "line",
    [
        "By Marisol Vega and Dana Okafor",
        "By the Harlow Bay Herald",
        "By Popular Demand, Ferry Returns",
        "By Royal Decree",
        "By Marisol Vega, Dana Okafor",
        "By noon the pier was gone.",
        "By Marisol Vega it was called the end of the pier.",
        "Marisol Vega was on the pier.",
    ],
)
def test_without_one_author_nobody_is_meant(line):
    assert writes(f"{line}\n\nIt is old.") is None


@pytest.mark.parametrize("author", ["Marisol Vega, Dana Okafor", "Marisol Vega; Dana Okafor"])
def test_two_authors_are_nobody(author):
    assert writes("The pier is old.", author) is None
