"""The quote-mark layer: what stands inside quotation marks, whoever says it."""

from claims.extraction.page import Page
from claims.extraction.quotes.pieces import Piece, Pieces
from claims.model import Document, Problem, Span


def page(text: str) -> Page:
    return Page(Document(text, "0" * 64))


def pieces(read: Page) -> tuple[list[Piece], list[Problem]]:
    quoted = Pieces(read)
    return [piece for index in range(len(read.paragraphs)) for piece in quoted.of(index)], quoted.problems()


def inside(text: str) -> list[str]:
    return [piece.inner.of(text) for piece in pieces(page(text))[0]]


def test_curly_and_straight_marks_enclose_their_words():
    assert inside('“Go home,” she said. "Now."') == ["Go home", "Now."]


def test_a_mark_turned_the_wrong_way_still_closes():
    assert inside("“The pier is gone, “ Vega said. “All of it.”") == ["The pier is gone", "All of it."]


def test_closing_marks_may_open_where_a_page_has_no_others():
    assert inside("”The pier is gone,” he said. ”All of it.”") == ["The pier is gone", "All of it."]


def test_doubled_single_marks_are_double_marks():
    assert inside("''The pier is gone,'' he said. ``All of it.''") == ["The pier is gone", "All of it."]


def test_a_mark_glued_to_the_speech_tag_closes():
    assert inside('"The pier is gone, "he said. "All of it."') == ["The pier is gone", "All of it."]


def test_marks_inside_marks_belong_to_the_outer_piece():
    assert inside("“She said ‘no’ and “never” to us.”") == ["She said ‘no’ and “never” to us."]


def test_curly_marks_nest_inside_straight_ones():
    assert inside('"He read: “The pier is gone.” Then he left," she said.') == [
        "He read: “The pier is gone.” Then he left"
    ]


def test_an_apostrophe_is_no_mark():
    assert inside("The officials’ report on the town's '90s boats isn’t long.") == []


def test_single_marks_quote_and_a_plural_possessive_does_not_end_them():
    assert inside("‘The officials’ report is late,’ he said.") == ["The officials’ report is late"]


def test_inches_are_no_marks():
    assert inside("The board is 6'2\" tall and “new.”") == ["new."]


def test_an_unclosed_paragraph_goes_on_in_the_next():
    text = "“First the pier.\n\n“Then the road,” Vega said."
    found, problems = pieces(page(text))
    assert [(piece.inner.of(text), piece.closed) for piece in found] == [
        ("First the pier.", False),
        ("Then the road", True),
    ]
    assert problems == []


def test_a_quotation_opened_once_may_close_two_paragraphs_on():
    assert inside('"First the pier.\n\nThen the road," Vega said.') == ["First the pier.", "Then the road"]


def test_a_forgotten_mark_ends_at_the_speech_tag_and_is_told():
    text = "“The pier is gone, she said. “All of it.”"
    found, problems = pieces(page(text))
    assert [piece.inner.of(text) for piece in found] == ["The pier is gone", "All of it."]
    assert problems == [
        Problem("quotes", "a quotation mark is never closed", page(text).document.id, Span(0, 1))
    ]


def test_thousands_of_forgotten_marks_are_counted_not_listed():
    _, problems = pieces(page("He said “we go on and on. " * 2_000))
    assert len(problems) == 11
    assert problems[-1].message == "1,990 more quotation marks are never closed"


def test_a_text_without_marks_has_no_pieces():
    assert pieces(page("Nobody spoke.\n\nThe pier was quiet.")) == ([], [])
