"""What a page changed or took out, told so that a reporter can read it aloud."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from claims.checks.versions import Versions
from claims.extraction.pipeline import extract
from claims.extraction.rules import Rules
from claims.model import Document, PartialDate, Source
from claims.ports import Citation

STORY = """Harbor board backs new pier

HARLOW BAY — Mayor Marisol Vega told the harbor board on Monday that the city will rebuild the pier.

“We will not ask the fishing families to pay for this pier,” Vega said. “They have lost enough.”

“The crews worked through the night,” said Chief Dana Okafor.

The storm sank 12 boats in Halden County.
"""


def page(text: str, digit: str, source: str = "Harlow Bay Herald") -> Document:
    moment = datetime(2031, 3, int(digit, 16) + 1, 8, 30, tzinfo=UTC)
    return Document(
        text,
        digit * 64,
        title="Harbor board backs new pier",
        source=Source(source) if source else None,
        retrieved=PartialDate.instant(moment, evidence="clock"),
    )


def told(newer_text: str, older_text: str = STORY, source: str = "Harlow Bay Herald"):
    """The findings of a page and its next version, by their sentence."""
    older, newer = page(older_text, "a", source), page(newer_text, "b", source)
    group = [Citation(value, older, newer=newer) for value in values(older)]
    group += [Citation(value, newer, older=older.id) for value in values(newer)]
    check = Versions()
    assert {key for one in group for key in check.keys(one)} <= {older.id}
    return {finding.sentence: finding for finding in check.find(group)}


def values(document: Document):
    found = extract(document, Rules())
    return [*found.quotes, *found.claims]


def one(newer_text: str, **other):
    found = told(newer_text, **other)
    assert len(found) == 1, list(found)
    return next(iter(found.values()))


def test_the_same_page_again_is_no_finding():
    assert told(STORY) == {}
    assert told(STORY.upper()) == {}
    assert told("A line before.\n\n" + STORY.replace("\n\n", "\n")) == {}


def test_a_quote_that_was_taken_out():
    finding = one(STORY.replace("“The crews worked through the night,” said Chief Dana Okafor.\n\n", ""))
    assert finding.sentence == (
        "Harlow Bay Herald has taken a quote of Dana Okafor out of “Harbor board backs new pier”."
    )
    assert (finding.kind.value, finding.severity.value) == ("update", "high")
    assert finding.why == (
        "it said: “The crews worked through the night”",
        "kept 2031-03-11 08:30 UTC and 2031-03-12 08:30 UTC",
    )
    assert [piece.text for piece in finding.evidence] == ["The crews worked through the night"]


def test_a_paraphrase_that_was_taken_out_is_looked_at_later():
    told_that = "Mayor Marisol Vega told the harbor board on Monday that the city will rebuild the pier."
    finding = one(STORY.replace(told_that, "The harbor board met on Monday."))
    assert finding.sentence == (
        "Harlow Bay Herald has taken a statement of Marisol Vega out of “Harbor board backs new pier”."
    )
    assert finding.severity.value == "medium"


def test_a_quote_that_lost_its_not():
    finding = one(STORY.replace("will not ask", "will ask"))
    assert finding.sentence == (
        "Harlow Bay Herald, in “Harbor board backs new pier”, has changed Marisol Vega’s words: “not” was left out."
    )
    assert finding.severity.value == "high"
    assert len(finding.evidence) == 2
    assert "“not” was left out" in finding.why


@pytest.mark.parametrize(
    ("before", "after", "severity"),
    [
        ("the fishing families", "the sailing families", "medium"),
        ("to pay for this pier", "to pay for that pier", "low"),
        ("through the night", "through 2 nights", "high"),
        ("the fishing families", "the Lindqvist families", "high"),
    ],
)
def test_small_words_matter_less_than_figures_names_and_negation(before, after, severity):
    assert one(STORY.replace(before, after)).severity.value == severity


def test_words_given_to_somebody_else():
    finding = one(STORY.replace("said Chief Dana Okafor", "said Sen. Tomas Lindqvist"))
    assert finding.sentence == (
        "Harlow Bay Herald, in “Harbor board backs new pier”, now gives a quote of Dana Okafor to Tomas Lindqvist."
    )
    assert finding.severity.value == "high"
    assert "it is now attributed to Tomas Lindqvist" in finding.why


def test_a_fuller_name_is_nobody_else():
    assert told(STORY.replace("said Chief Dana Okafor", "said Okafor")) == {}


def test_a_figure_that_changed_in_its_place():
    finding = one(STORY.replace("sank 12 boats", "sank 15 boats"))
    assert finding.sentence == (
        "Harlow Bay Herald, in “Harbor board backs new pier”, has changed a figure:"
        " the page now says 15 instead of 12."
    )
    assert (finding.kind.value, finding.severity.value) == ("update", "high")
    assert [piece.text for piece in finding.evidence] == ["12", "15"]


def test_other_words_around_a_figure_and_other_spellings_of_it_are_no_finding():
    assert told(STORY.replace("The storm sank 12 boats", "Storm Edda sank 12 boats on Sunday")) == {}
    assert told(STORY.replace("sank 12 boats", "sank twelve boats")) == {}


def test_a_figure_inside_a_changed_quote_is_told_once():
    older = STORY.replace("They have lost enough.", "They have lost 46 boats.")
    finding = one(older.replace("46 boats", "52 boats"), older_text=older)
    assert finding.sentence.endswith("Marisol Vega’s words: the page now says “52” instead of “46”.")


def test_a_page_of_an_unknown_source_is_named_by_its_title():
    finding = one(STORY.replace("sank 12 boats", "sank 15 boats"), source="")
    assert finding.sentence == (
        "“Harbor board backs new pier” has changed a figure: the page now says 15 instead of 12."
    )


def test_a_quote_with_more_words_inside_its_marks_is_changed():
    finding = one(STORY.replace("worked through the night,”", "worked through the night and the day,”"))
    assert "“and the day” was added" in finding.sentence


def test_an_empty_version_has_lost_everything():
    older, newer = page(STORY, "a"), page("This story was removed.", "b")
    group = [Citation(value, older, newer=newer) for value in values(older)]
    found = [finding.sentence for finding in Versions().find(group)]
    assert len([sentence for sentence in found if "has taken" in sentence]) == len(found) == 3


def test_a_version_that_nothing_replaced_gives_nothing():
    older, newer = page(STORY, "a"), page(STORY.replace("12", "15"), "b")
    group = [Citation(value, newer, older=older.id) for value in values(newer)]
    assert list(Versions().find(group)) == []
    assert list(Versions().keys(replace(group[0], older=""))) == []
