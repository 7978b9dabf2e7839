"""Bodies: their letters, and the nouns that name them later."""

import pytest

from claims.extraction.page import Page
from claims.extraction.speakers.bodies import spelled_out
from claims.extraction.speakers.coreference import Cast
from claims.extraction.speakers.names import parse
from claims.model import Document, Span, SpeakerKind


def asked(told: str, mention: str) -> str | None:
    text = f"{told} They say {mention} met."
    start = text.rindex(mention)
    found = Cast(Page(Document(text, "0" * 64))).resolve(Span(start, start + len(mention)), None, "test", 1.0)
    return found.name if found else None


@pytest.mark.parametrize(
    ("told", "mention", "name"),
    [
        ("The Halden Port Authority was late.", "the authority", "Halden Port Authority"),
        ("The Halden Port Authority was late.", "the port authority", "Halden Port Authority"),
        ("The Halden Supreme Court was late.", "the Court", "Halden Supreme Court"),
        ("Harbor Watch, a watchdog group, was late.", "the group", "Harbor Watch"),
        ("The University of Halden was late.", "the university", "University of Halden"),
        ("University of Halden President Ada Brask was late.", "the university", "University of Halden"),
        ("The Department of Trade was late.", "DOT", "Department of Trade"),
    ],
)
def test_a_body_is_called_by_its_noun_or_its_letters(told, mention, name):
    assert asked(told, mention) == name


@pytest.mark.parametrize(
    ("told", "mention", "name"),
    [
        ("The Halden Port Authority sued the Stroud Water Authority.", "the authority", "authority"),
        ("The Halden Port Authority was late.", "the water authority", "water authority"),
        ("The University of Halden sued the Stroud University.", "the university", "university"),
        ("Ada Brask, a friend of the group, was late.", "the group", "group"),
        ("The Halden Boat Company was late.", "the company", "company"),
    ],
)
def test_a_noun_that_may_be_another_body_keeps_its_words(told, mention, name):
    assert asked(told, mention) == name


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("U.S. State Department", "United States State Department"),
        ("UK Treasury", "United Kingdom Treasury"),
        ("US Airways", "US Airways"),
        ("U.S.", "U.S."),
    ],
)
def test_an_office_of_a_country_has_one_name(printed, name):
    assert spelled_out(printed) == name


def test_a_country_is_not_a_body_whose_words_begin_with_its_letters():
    assert asked("The United Sailors, a group, met on Monday.", "the US") != "United Sailors"


@pytest.mark.parametrize(
    ("told", "mention", "name"),
    [
        ("The Halden Water Study came out.", "the study", "Halden Water Study"),
        ("The Halden Water Study came out.", "the report", "Halden Water Study"),
        ("The Halden Water Study and the Stroud Safety Audit came out.", "the report", "report"),
        ("A study of Halden came out.", "the report", "report"),
        ("The Halden Water Study came out.", "the short report", "short report"),
        ("The Halden Water Study came out.", "the audit", "audit"),
        ("The Halden Review came out.", "the report", "report"),
    ],
)
def test_the_report_is_the_only_named_study(told, mention, name):
    assert asked(told, mention) == name


def test_a_study_is_no_person():
    assert parse(["National", "Water", "Study"]).kind is SpeakerKind.BODY
    assert parse(["Ada", "Brask"]).kind is SpeakerKind.PERSON


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("World Health Organisation", "World Health Organization"),
        ("World Health Organization", "World Health Organization"),
        ("Halden Health Organisation", "Halden Health Organisation"),
    ],
)
def test_a_body_of_the_united_nations_is_written_as_it_writes_itself(printed, name):
    assert spelled_out(printed) == name


@pytest.mark.parametrize(
    ("mention", "later", "name"),
    [
        ("A new study", "The Halden Water Study came out.", "Halden Water Study"),
        ("A study of old piers", "The Halden Water Study came out.", "Halden Water Study"),
        ("A new report", "The Halden Water Study came out.", "new report"),
        ("A new study", "The Halden Water Study and the Stroud Pier Study came out.", "new study"),
        ("A new plan for a study", "The Halden Water Study came out.", "new plan for a study"),
    ],
)
def test_a_study_may_be_named_after_it_has_spoken(mention, later, name):
    text = f"{mention} says the pier is old. {later}"
    found = Cast(Page(Document(text, "0" * 64))).resolve(Span(0, len(mention)), None, "test", 1.0)
    assert found is not None
    assert found.name == name


def test_a_study_that_was_named_before_is_another_one():
    assert asked("The Halden Water Study came out.", "a new study") == "new study"
