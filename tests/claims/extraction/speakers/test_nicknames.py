"""Nicknames in marks: part of a name, and no quotation."""

import pytest

from claims.extraction.page import Page
from claims.extraction.quotes.statements import statements
from claims.extraction.speakers.nicknames import is_nickname, without_nickname
from claims.model import Document, Quote, Span


@pytest.mark.parametrize(
    ("text", "marked", "expected"),
    [
        ("Marisol “Sol” Vega", "“Sol”", True),
        ('Del. Marisol "Sol" Vega', '"Sol"', True),
        ("Ines “the Boss” Carrow", "“the Boss”", True),
        ("Ines “Old Salt” Carrow", "“Old Salt”", True),
        ("Vega said “No” Tuesday", "“No”", False),
        ("Vega “No” and", "“No”", False),
        ("Vega “will go” Tuesday", "“will go”", False),
        ("“Sol” Vega", "“Sol”", False),
        ("Sen. “Sol” Vega", "“Sol”", True),
        ("It was Vega. “Never” Okafor said", "“Never”", False),
        ("asked Marisol Vega “Never.” Okafor left", "“Never.”", False),
        ("told the Board “Never” Monday", "“Never”", False),
        ("Marisol 'Sol' Vega", "'Sol'", False),
    ],
)
def test_one_or_two_words_in_marks_between_capitals_are_a_nickname(text, marked, expected):
    start = text.index(marked)
    assert is_nickname(text, Span(start, start + len(marked))) is expected


def test_a_name_is_read_without_it():
    assert without_nickname('Del. Marisol "Sol" Vega of Halden') == "Del. Marisol Vega of Halden"
    assert without_nickname("Marisol Vega") == "Marisol Vega"


def said(text: str) -> list[tuple[str, str | None, str | None]]:
    found = [one for one in statements(Page(Document(text, "0" * 64))) if isinstance(one, Quote)]
    who = [one.attribution for one in found]
    return [
        (one.text, w.name if w else None, w.mention_text if w else None)
        for one, w in zip(found, who, strict=True)
    ]


def test_a_speaker_with_a_nickname_is_found_and_keeps_it_in_the_mention():
    assert said("“We will sue,” said Ines “the Boss” Carrow, a diver.") == [
        ("We will sue", "Ines Carrow", "Ines “the Boss” Carrow")
    ]


def test_who_was_named_with_a_nickname_is_the_same_person_later():
    text = 'Marisol "Sol" Vega walked the pier.\n\n"The pier is done for," Vega said.'
    assert said(text) == [("The pier is done for", "Marisol Vega", "Vega")]
