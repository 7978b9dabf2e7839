"""Which passage a correction note is about."""

from __future__ import annotations

from claims.checks.correction_note import CorrectionNote
from claims.extraction.pipeline import extract
from claims.extraction.rules import Rules
from claims.model import Document, PartialDate, Source
from claims.ports import Citation

STORY = """Harbor board backs new pier

“We will rebuild the pier by spring,” Mayor Marisol Vega said.

The storm sank 12 boats in Halden County and injured 46 people.

“The crews worked through the night,” said Chief Dana Okafor.
"""


def cited(text: str, digit: str = "a", **fields) -> list[Citation]:
    page = Document(text, digit * 64, source=Source("Harlow Bay Herald"), **fields)
    found = extract(page, Rules())
    return [Citation(value, page) for value in (*found.quotes, *found.claims)]


def touched(note: str, text: str = STORY) -> list[tuple[str, str, str]]:
    """Of each finding its severity, the words it touches, and its sentence's kind of note."""
    group = cited(f"{text}\n{note}\n")
    check = CorrectionNote()
    keys = {key for one in group for key in check.keys(one)}
    assert keys <= {group[0].document.id}
    found = check.find(group) if keys else []
    return [
        (one.severity.value, one.evidence[0].text, one.sentence.split(" has printed ")[1].split(":")[0])
        for one in found
    ]


def test_a_figure_that_a_note_names_is_what_it_touches():
    note = "Correction: An earlier version of this story said 64 people were injured. The count is 46."
    assert touched(note) == [("medium", "46", "a correction")]


def test_a_quote_is_found_by_its_speaker_and_its_words():
    note = "Clarification: Chief Dana Okafor spoke of the crews of the Port Authority, who worked that night."
    assert touched(note) == [("low", "The crews worked through the night", "a clarification")]


def test_a_note_on_nothing_that_is_recorded_touches_nothing():
    assert touched("Correction: The photograph was taken in Stroud County, not here.") == []
    assert touched("The Department of Corrections counted 46 people.") == []


def test_a_note_of_the_newer_version_is_put_to_the_older_figure_that_is_there_no_more():
    older = cited(STORY.replace("46 people", "64 people"))
    note = "Correction: An earlier version of this story said 64 people were injured in Halden County."
    newer = cited(STORY.replace(" and injured 46 people", "") + f"\n{note}\n", "b")
    page = newer[0].document
    before = [Citation(one.value, one.document, newer=page) for one in older]
    after = [Citation(one.value, one.document, older=older[0].document.id) for one in newer]
    check = CorrectionNote()
    group = [one for one in (*before, *after) if page.id in check.keys(one)]
    (finding,) = check.find(group)
    assert finding.evidence[0].text == "64 people"[:2]
    assert finding.why[0].startswith("it touches what the version before says: “The storm sank 12 boats")


def test_the_date_of_the_change_is_a_reason():
    note = "Correction: An earlier version of this story said 64 people were injured. The count is 46."
    (finding,) = CorrectionNote().find(cited(f"{STORY}\n{note}\n", modified=PartialDate.parse("2031-03-04")))
    assert finding.why[-1] == "the page says it was changed 2031-03-04"


def test_a_note_that_the_newer_version_prints_too_is_told_there():
    note = "Correction: An earlier version of this story said 64 people were injured. The count is 46."
    older, newer = cited(f"{STORY}\n{note}\n"), cited(f"A line.\n\n{STORY}\n{note}\n", "b")
    group = [Citation(one.value, one.document, newer=newer[0].document) for one in older]
    assert list(CorrectionNote().find(group)) == []
