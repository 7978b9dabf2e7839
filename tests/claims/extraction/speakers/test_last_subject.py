"""What "it" means: the subject of the sentence before, where that can speak."""

import pytest

from claims.extraction.page import Page
from claims.extraction.speakers.coreference import Cast
from claims.extraction.speakers.last_subject import last_subject
from claims.model import Document, Span


@pytest.mark.parametrize(
    ("before", "subject"),
    [
        ("The city sent a letter on Thursday. ", "The city"),
        ("The city council sent a letter. ", "The city council"),
        ("The ad shows the old pier.\n\n", "The ad"),
        ("The Halden Port Authority met.\n\n\n", "The Halden Port Authority"),
        ("On Monday, the agency met. ", "the agency"),
        ("The mayor met Ada Brask on the pier, she says. The report is short. ", "The report"),
        ("Port officials met. ", None),
        ("The report's authors met. ", None),
        ("The letter writers met. ", None),
        ("The mayor likes city hall. ", None),
        ("The Stroud case is long. ", None),
        ("The ferries were late. ", None),
        ("Marisol Vega met the council. ", None),
        ("He met the council. ", None),
        ("“The City Council met,” Vega said. ", None),
        ("His letter was long. ", None),
        ("", None),
    ],
)
def test_a_body_or_a_document_is_meant_and_no_one_else(before, subject):
    found = last_subject(f"{before}It says so.", len(before))
    assert (found.of(before) if found else None) == subject


def test_a_sentence_that_is_too_far_away_is_not_looked_for():
    before = f"The city met. {'Rain fell on the pier and on the boats, ' * 40}"
    assert last_subject(f"{before}it says.", len(before)) is None


def meant(text: str) -> tuple[str, str] | None:
    start = text.index("It says")
    found = Cast(Page(Document(text, "0" * 64))).resolve(Span(start, start + 2), None, "test", 1.0)
    return (found.name, found.mention_text) if found else None


def test_it_has_the_name_of_that_subject_and_keeps_its_own_words():
    assert meant("The Halden Port Authority sent a letter. It says so.") == ("Halden Port Authority", "It")


def test_a_body_that_spoke_after_that_is_meant_before_it():
    text = "The ad was long, the port board said. It says so."
    cast, place = Cast(Page(Document(text, "0" * 64))), text.index("the port board")
    spoke = cast.resolve(Span(place, place + 14), None, "test", 1.0)
    assert spoke is not None
    cast.heard(spoke, place)
    start = text.index("It says")
    found = cast.resolve(Span(start, start + 2), None, "test", 1.0)
    assert found is not None
    assert found.name == "port board"


@pytest.mark.parametrize(
    ("behind", "subject"),
    [
        ("It says so.", "The ad"),
        ("And it says so.", "The ad"),
        ("Recently, however, it said so.", "The ad"),
        ("At the bottom it reads so.", "The ad"),
        ("“Close it,” it said.", "The ad"),
        ("The board met, and it said so.", None),
        ("Acme Boats said it knows.", None),
    ],
)
def test_in_a_sentence_with_another_subject_it_is_that_one(behind, subject):
    text = f"The ad is old. {behind}"
    place = text.lower().rindex("it ", 0, len(text))
    found = last_subject(text, place)
    assert (found.of(text) if found else None) == subject
