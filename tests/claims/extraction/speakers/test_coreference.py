"""The cast of a document: who a mention is."""

import pytest

from claims.extraction.page import Page
from claims.extraction.speakers.cast import People
from claims.extraction.speakers.coreference import Cast
from claims.extraction.speakers.names import parse
from claims.model import Document, Span, SpeakerKind


def page(text: str) -> Page:
    return Page(Document(text, "0" * 64))


def resolved(text: str, mention: str) -> str | None:
    start = text.rindex(mention)
    found = Cast(page(text)).resolve(Span(start, start + len(mention)), None, "test", 1.0)
    return found.name if found else None


def test_people_are_entered_once_under_their_fullest_name():
    people = People(page("Marisol Vega spoke. Then Marisol J. Vega left, and Mayor Vega stayed."))
    assert [(one.name, len(one.places)) for one in people.people] == [("Marisol J. Vega", 3)]


def test_a_short_form_of_a_given_name_is_the_same_person():
    people = People(page("Tom Lindqvist came. Later Tomas Lindqvist went."))
    assert [one.name for one in people.people] == ["Tomas Lindqvist"]


def test_runs_of_capitals_in_a_headline_are_no_names():
    assert People(page("Harlow Bay Mayor Vega Announces New Pier\n\nThe pier is new.")).people == []


def test_letters_stand_for_the_body_whose_name_they_begin():
    text = "The Halden County Housing Authority met. HCHA builds homes."
    assert resolved(text, "HCHA") == "Halden County Housing Authority"


def test_the_nearest_of_two_namesakes_before_a_mention_is_meant():
    text = "Marisol Vega spoke. Peter Vega answered. Then Vega left the pier."
    assert resolved(text, "Vega") == "Peter Vega"


def test_a_plural_that_opens_a_sentence_is_no_name():
    assert resolved("Some inspectors came. Inspectors at the pier", "Inspectors at the pier") == (
        "Inspectors at the pier"
    )


def test_a_body_is_told_from_a_person():
    assert parse("the Harlow Bay Herald".split()).kind is SpeakerKind.BODY
    assert parse("Harlow Bay Mayor Marisol Vega".split()).kind is SpeakerKind.PERSON


def test_organization_role_and_name_are_told_apart():
    found = parse("FBI Deputy Director Ruth Adeyemi".split())
    assert (found.organization, found.role, found.name) == ("FBI", "Deputy Director", "Ruth Adeyemi")


def test_a_place_behind_a_name_is_no_part_of_it():
    assert parse("Rep. Tomas Lindqvist of Halden County".split()).name == "Tomas Lindqvist"


def test_an_office_with_of_in_it_is_a_role():
    found = parse("Former Secretary of State Ruth Adeyemi".split())
    assert (found.role, found.name) == ("Former Secretary of State", "Ruth Adeyemi")


@pytest.mark.parametrize("name", ["European Union", "American Harbor Workers Union", "Catholic Church"])
def test_a_people_may_begin_the_name_of_a_body(name):
    found = parse(f"the {name}".split())
    assert (found.name, found.kind) == (name, SpeakerKind.BODY)


def test_letters_that_spell_a_pronoun_are_the_body_they_stand_for():
    text = "The World Harbor Office met. WHO builds piers."
    assert resolved(text, "WHO") == "World Harbor Office"


def test_letters_that_spell_a_pronoun_are_nobody_where_no_body_has_them():
    assert resolved("The Halden Port Office met. WHO builds piers.", "WHO") is None


def test_a_place_is_a_surname_where_the_text_names_such_a_person():
    text = "Marisol Canada asked for schools. “We will open four,” Canada said."
    assert resolved(text, "Canada") == "Marisol Canada"
    assert resolved("Marisol Vega asked. “We will not pay,” Canada said.", "Canada") == "Canada"
