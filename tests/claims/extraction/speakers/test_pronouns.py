"""Who a pronoun means: whoever spoke, or was named, last and fits."""

import pytest

from claims.extraction.page import Page
from claims.extraction.speakers.coreference import Cast
from claims.model import Document, Span


def meant(speakers: list[str], pronoun: str, told: str = "") -> str | None:
    """Whom a pronoun means after `speakers` have spoken one after the other."""
    text = told + "".join(f"{speaker} said the pier is closed. " for speaker in speakers) + f"{pronoun} left."
    cast, place = Cast(Page(Document(text, "0" * 64))), len(told)
    for speaker in speakers:
        place = text.index(speaker, place)
        heard = cast.resolve(Span(place, place + len(speaker)), None, "test", 1.0)
        assert heard is not None
        cast.heard(heard, place + len(speaker))
        place += len(speaker)
    start = len(text) - len(pronoun) - len(" left.")
    found = cast.resolve(Span(start, start + len(pronoun)), None, "test", 1.0)
    return found.name if found else None


@pytest.mark.parametrize(
    ("speakers", "name"),
    [
        (["The report"], "report"),
        (["Port officials", "The report"], "report"),
        (["The report", "Port officials"], "report"),
        (["The Halden Port Board", "Port officials"], "Halden Port Board"),
        (["Port officials"], None),
        (["Marisol Vega"], None),
    ],
)
def test_it_is_one_body_or_one_document(speakers, name):
    assert meant(speakers, "It") == name


@pytest.mark.parametrize(
    ("speakers", "name"),
    [
        (["Port officials", "A statement"], "Port officials"),
        (["Port officials", "The Halden survey"], "Port officials"),
        (["The Halden Port Board"], "Halden Port Board"),
        (["The report"], None),
        (["Marisol Vega"], None),
    ],
)
def test_they_are_a_body_or_several(speakers, name):
    assert meant(speakers, "They") == name


@pytest.mark.parametrize(
    ("told", "pronoun", "name"),
    [
        ("Peter Brask was on the pier with Tomas Lindqvist. It was late. ", "He", "Peter Brask"),
        ("They were on the pier with Tomas Lindqvist. It was late. ", "He", "Tomas Lindqvist"),
        ("They met Peter Brask on Tomas Lindqvist's pier. It was late. ", "He", "Peter Brask"),
        ("They were on Tomas Lindqvist's pier. It was late. ", "He", "Tomas Lindqvist"),
        ("Karel Orsk was late. Orsk read Deep Diving. Diving is a book on diving. ", "He", "Karel Orsk"),
        ("They were on the pier with Karel Orsk. It was late. Orsk slept. ", "He", "Karel Orsk"),
        ("It was late. ", "He", None),
    ],
)
def test_before_anybody_speaks_the_subject_of_a_sentence_is_meant(told, pronoun, name):
    assert meant([], pronoun, told) == name


def test_the_one_who_spoke_is_meant_before_another_who_was_only_named():
    assert meant(["Piet Sorensen"], "He", "Piet Sorensen met Tomas Lindqvist. ") == "Piet Sorensen"
