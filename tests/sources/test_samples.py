"""The sample documents are fiction, marked as such, and read as their README says."""

import csv

import pytest

from claims.intake import reader_of
from claims.model import Document, Problem
from claims.ports import Given
from sources.gather import gather
from sources.samples import manifest_path, sample_paths

MARK = "This is a fictional sample document made for OnRecord."


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    found: list[Document | Problem] = []
    for item in gather([], Given(), manifest=manifest_path()):
        assert item.material is not None, item.error
        found.extend(reader_of(item.material).read(item.material))
    return [document for document in found if isinstance(document, Document)]


def test_the_manifest_names_every_sample() -> None:
    with manifest_path().open(encoding="utf-8") as file:
        assert [row["path"] for row in csv.DictReader(file)] == [path.name for path in sample_paths()]
    assert len(sample_paths()) >= 10


def test_every_sample_says_that_it_is_fiction_and_the_mark_is_furniture(documents: list[Document]) -> None:
    for document in documents:
        marks = [span for span in document.furniture if span.of(document.text) == MARK]
        assert len(marks) == 1, document.location


def test_every_sample_has_source_date_title_place_and_address(documents: list[Document]) -> None:
    for document in documents:
        assert document.source is not None
        assert document.source.evidence == "given"
        assert document.published or document.source.name == "Lighthouse Digest"
        assert document.title
        assert document.title_span
        assert document.place == "HARLOW BAY"
        assert ".example/" in document.url


def test_reprints_name_their_origin(documents: list[Document]) -> None:
    origins = {document.location[-30:]: document.reprints.name for document in documents if document.reprints}
    assert sorted(origins.values()) == ["Coastal Wire", "Coastal Wire", "The Harlow Bay Herald"]


def test_no_spoken_words_are_furniture(documents: list[Document]) -> None:
    for document in documents:
        assert not any(mark in span.of(document.text) for span in document.furniture for mark in '“”"')


def test_advertisements_credits_and_navigation_are_furniture(documents: list[Document]) -> None:
    lines = {span.of(document.text) for document in documents for span in document.furniture}
    assert {"ADVERTISEMENT", "You are here", "Share this", "© Coastal Wire", "Photo by Mara Ellison"} <= lines
