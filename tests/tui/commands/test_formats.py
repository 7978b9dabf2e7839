"""Files of every format through the command line: who said what, and at which place of the file."""

import shutil
from pathlib import Path

import pytest

FILES = Path(__file__).parents[2] / "data" / "formats"


def quotes(run):
    """Of a document its quotes: who, what, where in the file."""
    (shown,) = run.json
    return {
        (quote["speaker"]["name"] if quote["speaker"] else None, quote["text"], quote["located"])
        for quote in shown["quotes"]
    }


@pytest.fixture
def added(onrecord, own_settings):
    """Gives a function that adds a file of ours; the id of its document."""

    def add(name):
        shutil.copy(FILES / name, name)
        run = onrecord("add", name, "--json")
        assert run.code == 0
        assert onrecord("add", name, "--json").json[0]["status"] == "unchanged"
        return run.json[0]["document"]

    return add


def test_the_columns_of_a_pdf_are_two_speakers_and_their_page_is_told(onrecord, added):
    document = added("report.pdf")
    assert quotes(onrecord("show", document, "--json")) == {
        ("Marisol Vega", "the city will rebuild the storm-damaged pier", "page 1"),
        (
            "Marisol Vega",
            "We will not ask the fishing families to pay for this pier They have lost enough.",
            "page 2",
        ),
        ("Tom Orr", "I will vote against it, for the city has no money", "page 2"),
    }
    shown = onrecord("show", document).flat
    assert "published 2031-03-03 (text)" in shown
    assert "modified 2031-03-04 (pdf CreationDate)" in shown
    assert "format application/pdf, read with pypdfium2 5." in shown
    quote = next(hit["id"] for hit in onrecord("search", "families", "--json").json)
    assert "place report.pdf page 2 " in onrecord("show", quote).flat


def test_a_word_file_is_read_with_its_changes_accepted(onrecord, added):
    document = added("release.docx")
    assert quotes(onrecord("show", document, "--json")) == {
        ("Marisol Vega", "We will not ask the fishing families to pay for this pier", None),
    }
    (shown,) = onrecord("show", document, "--json").json
    assert shown["document"]["author"] == "Ann Roe"
    assert shown["document"]["modified"] == "2031-03-04"
    assert shown["document"]["date"] is None
    assert shown["document"]["read_with"].startswith("mammoth 1.")


def test_a_transcript_tells_at_which_time_it_was_said(onrecord, added):
    document = added("hearing.vtt")
    assert quotes(onrecord("show", document, "--json")) == {
        ("Marisol Vega", "We will not ask the fishing families to pay for this pier.", "at 00:12:31"),
        ("Tom Orr", "Storm Edda sank 12 boats.", "at 01:02:03"),
    }
    (claim,) = onrecord("show", document, "--json").json[0]["claims"]
    assert (claim["text"], claim["located"], claim["attributed_to"]) == ("12", "at 01:02:03", "Tom Orr")
    quote = next(hit["id"] for hit in onrecord("search", "families", "--json").json)
    assert "place hearing.vtt at 00:12:31 " in onrecord("show", quote).flat


def test_markdown_is_read_without_its_marks(onrecord, added):
    document = added("story.md")
    assert quotes(onrecord("show", document, "--json")) == {
        ("Marisol Vega", "We will not ask the fishing families to pay for this pier", None),
    }
    shown = onrecord("show", document).flat
    assert "source Harlow Bay Herald" in shown
    assert "published 2031-03-04 (front matter)" in shown


def test_a_name_with_a_letter_of_another_script_is_told(onrecord, own_settings):
    Path("story.txt").write_text("“The pier is open,” Mayor Marisol V\u0435ga said.\n", "utf-8")
    (told,) = onrecord("add", "story.txt", "--json").json
    assert "two scripts V\u0435ga at 34" in onrecord("show", told["document"]).flat
