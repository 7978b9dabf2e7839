"""The part of a mention that names, whatever a tagger takes along with it."""

import pytest

from claims.extraction.page import Page
from claims.extraction.speakers.coreference import Cast
from claims.model import Attribution, Document, Span, SpeakerKind


def asked(text: str, mention: str) -> Attribution | None:
    start = text.rindex(mention)
    return Cast(Page(Document(text, "0" * 64))).resolve(Span(start, start + len(mention)), None, "test", 1.0)


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Marisol Vega, 52, a clerk of the port,", "Marisol Vega"),
        ("Marisol Vega (D-Halden)", "Marisol Vega"),
        ("Marisol Vega, of Harlow Bay", "Marisol Vega"),
        ("Marisol Vega — a clerk of the port —", "Marisol Vega"),
        ("Mr. Vega of the Port Board", "Vega"),
        ("Marisol Vega, a clerk and author of books, and a diver", "Marisol Vega"),
        ("Ada Brask (D-Halden), Ines Carrow and Piet Sorensen", "Ada Brask, Ines Carrow and Piet Sorensen"),
        ("Ada Brask, head of the Ines Carrow and Piet Sorensen Fund", "Ada Brask"),
        ("Ada Brask, the Port Board\u2019s Assistant Managing Editor", "Ada Brask"),
        ("the \u201ccold pier,\u201d Vega", "Vega"),
        ("Ines Law, a clerk", "Ines Law"),
        ("Ines Carrow II, a clerk", "Ines Carrow II"),
        ("the team's coach, Tomas Lindqvist,", "Tomas Lindqvist"),
        ("a clerk, speaking by telephone", "clerk"),
        ("clerks, divers and sailors of the port", "clerks divers and sailors of the port"),
        ("the Halden Port Board, which met,", "Halden Port Board"),
    ],
)
def test_a_name_ends_before_what_describes_it(mention, name):
    found = asked(f"{mention} said the pier is closed.", mention)
    assert found is not None
    assert (found.name, found.mention_text) == (name, mention)


def test_what_describes_a_name_inside_its_mention_is_read():
    mention = "Marisol Vega, a lawyer for the Port Authority,"
    found = asked(f"{mention} said the pier is closed.", mention)
    assert found is not None
    assert (found.role, found.organization) == ("lawyer", "Port Authority")


@pytest.mark.parametrize("mention", ["Halden's Prime Minister", "the Harlow team's coach", "her deputy"])
def test_a_role_has_the_name_right_behind_it(mention):
    found = asked(f"{mention}, Piet Sorensen, said the pier is closed.", mention)
    assert found is not None
    assert (found.name, found.mention_text) == ("Piet Sorensen", mention)


def test_a_place_behind_a_role_is_no_name():
    found = asked("The mayor, Harlow said, is late.", "The mayor")
    assert found is not None
    assert found.name == "mayor"


def test_an_office_is_no_name():
    found = asked("Ruth Adeyemi left. The Prime Minister said the pier is closed.", "The Prime Minister")
    assert found is not None
    assert found.name == "Prime Minister"


def test_a_list_of_last_names_is_not_its_first():
    found = asked(
        "Ada Brask, Ines Carrow and Marisol Vega met. Brask, Carrow and Vega said no.",
        "Brask, Carrow and Vega",
    )
    assert found is not None
    assert found.kind is SpeakerKind.GROUP
