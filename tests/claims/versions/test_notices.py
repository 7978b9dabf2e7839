"""Which passages are correction notes, and which only use their words."""

from __future__ import annotations

import pytest

from claims.versions.notices import notices


def found(text: str) -> list[tuple[str, str]]:
    return [(note.kind.value, note.span.of(text)) for note in notices(text)]


@pytest.mark.parametrize(
    ("kind", "note"),
    [
        ("correction", "Correction: Storm Edda injured 46 people, not 64."),
        ("correction", "CORRECTION (March 4): The mayor spoke to the harbor board on Monday."),
        ("correction", "Correction, March 4, 2031: The mayor spoke to the harbor board on Monday."),
        ("correction", "Corrections and clarifications: The mayor spoke to the harbor board."),
        ("clarification", "Clarification: The pier belongs to the Port Authority of Harlow Bay."),
        ("editor's note", "Editor’s note: An earlier version of this story gave a wrong name."),
        ("update", "Update: This story has been updated to include a statement of Chief Okafor."),
        ("correction", "An earlier version of this article misstated the number of boats."),
        ("correction", "An earlier version of the story said that 64 people were injured."),
        ("update", "This story has been updated to add the senator's answer."),
        ("correction", "This report was corrected to say that 12 boats sank."),
        ("correction", "*Correction — the pier was built in 1931, the Herald said wrongly."),
    ],
)
def test_a_note_is_found_with_its_passage(kind, note):
    text = f"Harbor board meets\n\nThe board met on Monday.\n\n{note}\n\nThe pier is old."
    assert found(text) == [(kind, note)]


def test_a_note_behind_a_paragraphs_words_begins_with_its_own_sentence():
    note = "An earlier version of this story said that 64 people were injured. The city counts 46."
    assert found(f"The storm broke the pier. {note}\n") == [("correction", note)]


@pytest.mark.parametrize(
    "words",
    [
        "The Department of Corrections counted 46 inmates.",
        "Corrections: officers of Halden County",
        "Correction officers said the storm broke a wall.",
        "A market correction sank the shares of the port.",
        "Correction of the harbor wall: a plan for ten years was never made".replace(":", " is due,"),
        "Editor's note: Ruth Adeyemi is the attorney general of the state.",
        "Updated: March 3, 2031, 8:15 p.m.",
        "Updated: Monday at 8",
        "An earlier version of the bill asked families to pay.",
        "The earlier version of the report by the task force was kept.",
        "The mayor said that she stood corrected.",
    ],
)
def test_words_of_notes_that_are_none(words):
    assert found(f"Harbor board meets\n\n{words}\n") == []


def test_a_text_of_notes_only_is_read_in_one_pass():
    text = "Correction: The storm broke the old pier again.\n\n" * 2000
    assert len(notices(text)) == 2000
