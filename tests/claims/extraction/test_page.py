"""A document's paragraphs and sentences."""

from claims.extraction.page import Page
from claims.model import Document, Span


def page(text: str, *furniture: Span) -> Page:
    return Page(Document(text, "0" * 64, furniture=furniture))


def paragraphs(text: str, *furniture: Span) -> list[str]:
    return [span.of(text) for span in page(text, *furniture).paragraphs]


def test_a_line_is_a_paragraph():
    assert paragraphs("The pier is closed.\n  It rains.  \n\nNobody came.") == [
        "The pier is closed.",
        "It rains.",
        "Nobody came.",
    ]


def test_lines_wrapped_at_one_width_are_one_paragraph():
    line = "The pier of Harlow Bay has been closed since the storm of last week,"
    text = "\n".join([line] * 4) + "\nand it stays so.\n\nNobody came."
    assert paragraphs(text) == ["\n".join([line] * 4) + "\nand it stays so.", "Nobody came."]


def test_furniture_is_left_out():
    assert paragraphs("ADVERTISEMENT\n\nThe pier is closed.", Span(0, 13)) == ["The pier is closed."]
