"""Markdown of ours in, what it shows and states out."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import UnreadableDocument
from claims.model import Document, PartialDate
from claims.ports import Material
from sources.markdown.reader import Markdown

NOW = PartialDate.parse("2031-03-05", evidence="clock")

RELEASE = """---
title: "Pier to be rebuilt: before winter"
author: [Ann Roe, {name: Tom Lund}]
date: 2031-03-04 09:30:00 -05:00
lastmod: 2031-03-05
publisher: Harlow Bay Herald
canonical_url: https://herald.example/pier
lang: en-US
draft: false
---

# Pier to be *rebuilt*

HARLOW BAY — The harbor board met on Monday evening to hear what the new pier will
cost the [city](https://city.example) and its **families**.

> “We will **not** ask [the families](https://pier.example) to pay for this pier,”
> Mayor Marisol Vega said.

1. It stands.
2. It stays.

| Town | Boats |
|------|------:|
| Halden | 12 |
"""


def read(text: str) -> Document:
    document = next(Markdown().read(Material(text.encode(), "release.md", NOW)))
    assert isinstance(document, Document)
    return document


def test_the_text_is_what_it_shows_without_marks() -> None:
    document = read(RELEASE)
    assert document.text.split("\n") == [
        "Pier to be rebuilt",
        "HARLOW BAY — The harbor board met on Monday evening to hear what the new pier will cost the city and its families.",
        "“We will not ask the families to pay for this pier,” Mayor Marisol Vega said.",
        "It stands.",
        "It stays.",
        "| Town | Boats |",
        "|---|---|",
        "| Halden | 12 |",
    ]
    assert document.media_type == "text/markdown"
    assert document.read_with.startswith("markdown-it-py ")


def test_front_matter_states_title_authors_source_dates_and_address() -> None:
    document = read(RELEASE)
    assert document.title == "Pier to be rebuilt: before winter"
    assert document.author == "Ann Roe, Tom Lund"
    assert document.source is not None
    assert (document.source.name, document.source.evidence) == ("Harlow Bay Herald", "front matter")
    assert document.published is not None
    assert (str(document.published), document.published.evidence) == ("2031-03-04", "front matter")
    assert document.published.moment is not None
    assert str(document.modified) == "2031-03-05"
    assert (document.url, document.language) == ("https://herald.example/pier", "en-US")


def test_toml_states_as_much() -> None:
    document = read(
        '+++\ntitle = "The pier"\ndate = 2031-03-04T09:30:00-05:00\n[more]\nx = 1\n+++\nIt will stand.\n'
    )
    assert (document.title, str(document.published), document.text) == (
        "The pier",
        "2031-03-04",
        "It will stand.",
    )


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# The *old* pier\n\nIt stands.\n", "The old pier"),
        ("The old pier\n===\n\nIt stands.\n", "The old pier"),
    ],
)
def test_without_a_title_the_first_heading_is_it(text: str, title: str) -> None:
    assert read(text).title == title


@pytest.mark.parametrize("date", ["03/04/2031", "soon", "[2031]", "{a: b}", "2031-13-01"])
def test_a_date_that_is_none_or_two_is_left_out(date: str) -> None:
    assert read(f"---\ntitle: The pier\ndate: {date}\n---\nIt stands.\n").published is None


@pytest.mark.parametrize(
    "front",
    [
        "title: [",
        "title: *nobody",
        "title: !!python/object:os.system x",
        "title: &a [*a]",
        "title: x\n\tdate: y",
    ],
)
def test_front_matter_that_cannot_be_read_costs_no_text(front: str) -> None:
    document = read(f"---\n{front}\n---\nIt stands.\n")
    assert document.text == "It stands."


def test_front_matter_that_grows_when_it_is_read_stays_small() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]" for at in range(1, 30)]
    assert read("---\n" + "\n".join(lines) + "\nauthor: *a29\n---\nIt stands.\n").author == ""


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("It sank ~~40~~ 12 boats.", "It sank 12 boats."),
        ("![A boat](boat.png) The pier.", "The pier."),
        ("The pier.<!-- not yet -->", "The pier."),
        ("<script>alert(1)</script>\n\nThe pier.", "The pier."),
        ("3 < 4 & 5 > 4", "3 < 4 & 5 > 4"),
        (r"\*not stressed\*", "*not stressed*"),
        ("It sank 12[^1] boats.\n\n[^1]: The port's count.", "It sank 12 [1] boats.\nThe port's count."),
        ("one line  \nand another", "one line\nand another"),
    ],
)
def test_what_markdown_does_not_show_is_no_text(written: str, shown: str) -> None:
    assert read(written).text == shown


def test_a_file_of_nothing_but_front_matter_holds_no_text() -> None:
    with pytest.raises(UnreadableDocument, match="the file holds no text"):
        read("---\ntitle: The pier\n---\n")


WORD = st.text("abcdefghij", min_size=1, max_size=8)
MARKED = st.builds(
    lambda mark, word: mark.replace("x", word),
    st.sampled_from(["x", "*x*", "**x**", "[x](y)", "`x`", "_x_"]),
    WORD,
)
BLOCKS = st.lists(
    st.tuples(st.sampled_from(["", "# ", "> ", "- ", "1. "]), st.lists(MARKED, min_size=1, max_size=5)),
    min_size=1,
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(BLOCKS)
def test_every_word_stands_in_the_text_in_its_order(blocks: list[tuple[str, list[str]]]) -> None:
    written = "\n\n".join(mark + " ".join(words) for mark, words in blocks)
    shown = re.sub(r"\]\(y\)|[*_`\[#>]|^- |^1\. ", "", written, flags=re.MULTILINE)
    assert read(written).text.split() == shown.split()


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from('ab *_[]()<>#`~-|:!&;\\\n\t"“”'), max_size=80))
def test_any_text_gives_a_document_or_a_sentence(text: str) -> None:
    try:
        assert read(text).text.strip()
    except UnreadableDocument as error:
        assert error.why == "the file holds no text"  # noqa: PT017 - either is right


@pytest.mark.parametrize("piece", ["> ", "[", "*a ", "`a ", "<b>", "- ", "[a](", "~~a "])
def test_nested_and_open_marks_are_read_in_good_time(piece: str) -> None:
    assert read("The pier.\n\n" + piece * 3_000 + "x").text.startswith("The pier.")
