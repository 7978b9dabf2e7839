"""From bytes to documents: one reader, or a sentence that says why not."""

import pytest

from claims.errors import AmbiguousFormat, InputError, UnknownFormat, UnreadableDocument
from claims.executor import run
from claims.intake import extractor_name, lost, prepare, prepare_input, read_and_extract, reader_of, weight
from claims.workers.limits import Limits


def test_plain_text_is_read_and_extracted(make_material):
    (one,) = prepare(make_material("“The pier stays shut,” Mayor Marisol Vega said.\n"))
    assert one.document.text.startswith("“The pier")
    assert [quote.attribution.name for quote in one.extraction.quotes] == ["Marisol Vega"]
    assert one.extractor == extractor_name()


def test_an_empty_file_is_said_to_be_empty(make_material):
    (one,) = prepare(make_material(" \n\t"))
    assert (one.document, one.failure, one.unknown) == (None, "the file is empty", False)


def test_bytes_of_no_known_format_are_unknown(make_material):
    from dataclasses import replace

    picture = replace(make_material(""), raw=b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)))
    with pytest.raises(UnknownFormat):
        reader_of(picture)
    assert prepare(picture)[0].unknown


def test_html_goes_to_the_html_reader_whatever_its_name(make_material):
    page = "<!doctype html><html><body><p>“We are shut,” Vega said.</p></body></html>"
    assert reader_of(make_material(page, "page.txt")).name == "html"


def test_bytes_that_two_readers_claim_are_read_by_neither(make_material, monkeypatch):
    from sources.html import Html

    monkeypatch.setattr(Html, "claims", lambda self, material: True)
    with pytest.raises(AmbiguousFormat, match=r"story.txt: several readers claim it \(html, plain-text\)"):
        reader_of(make_material("words"))


def test_direct_only_gives_no_claims_and_no_indirect_statement(make_material):
    words = make_material("“We lost 12 boats,” Marisol Vega said. Okafor said the pier was shut for 3 days.")
    (one,) = read_and_extract(words, direct_only=True)
    assert [quote.text for quote in one.extraction.quotes] == ["We lost 12 boats"]
    assert one.extraction.claims == ()


def test_a_reader_that_crashes_is_named(make_material, monkeypatch):
    from sources.plain_text import PlainText

    def crash(self, material):
        raise RuntimeError("boom")
        yield

    monkeypatch.setattr(PlainText, "read", crash)
    with pytest.raises(UnreadableDocument, match=r"the plain-text reader stopped: RuntimeError: boom"):
        list(read_and_extract(make_material("words")))


def test_a_page_that_a_parser_needs_minutes_for_is_given_up_and_the_next_is_read(make_material):
    attributes = " ".join(f"data-{n}='{n}'" for n in range(3_900))
    paragraphs = f"<p {attributes}>The pier stays shut.</p>" * 400
    slow = make_material(f"<!doctype html><html><body>{paragraphs}</body></html>", "slow.html")
    good = make_material("“The pier stays shut,” Mayor Marisol Vega said.")
    limits = Limits(reading_seconds=1)
    (given_up,), (read,) = run(prepare_input, [slow, good], 1, lost=lost, weigh=weight, limits=limits)
    assert given_up.failure == "reading it took more than 1 s, so it was given up"
    assert given_up.material is slow
    assert [quote.text for quote in read.extraction.quotes] == ["The pier stays shut"]


def test_an_input_that_could_not_be_opened_passes_through_in_its_place(make_material):
    gone = InputError("gone.txt", "there is no such file")
    (first,), (second,) = run(prepare_input, [gone, make_material("“Yes,” Vega said.")], 1)
    assert first is gone
    assert second.document is not None
