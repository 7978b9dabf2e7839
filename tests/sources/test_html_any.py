"""Whatever a page holds: a document whose places hold, or a sentence."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import InputError
from claims.model import Document, PartialDate
from claims.ports import Given, Material
from sources.html import Html

NOW = PartialDate.parse("2031-01-01", evidence="clock")
PIECES = (
    "<p>“We lost the sea wall,” Mayor Marisol Vega said on Monday.</p>",
    "<h1>Storm breaks the wall</h1>",
    "<title>Storm | Herald</title>",
    "<p>By Nils Okoro | Posted March 16, 2031</p>",
    '<meta property="article:published_time" content="2031-13-40T99:00">',
    '<meta name="author" content="&lt;b&gt;[/]">',
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": 7, "author": [null, {"name": []}]}</script>',
    '<script type="application/ld+json">{"@graph": [[[[{"articleBody": "The wall broke."}]]]]}</script>',
    '<script type="application/ld+json">{"@type": "Article", "datePublished": "now", "author": "A & B"',
    '<time datetime="2031-02-30">30 February</time>',
    '<td colspan="99999999" rowspan="-1">46</td>',
    "<table><tr>",
    "</table></p></article>",
    "<article>",
    "<template><p>in a template</p>",
    '<iframe src="http://x.example/">',
    '<base href="//[">',
    '<link rel="canonical" href="http://[::1/ ">',
    "<!--",
    "-->",
    "<![CDATA[",
    "&#0;&#xD800;&#x1F;&zwnj;&unknown;",
    "\x00\x1b[2J\u202e",
    "<<p <p//>='\"",
    "<noscript>",
    "<style>",
)
SENTENCE = "On day {} of the storm the crews of the harbor board carried another {} sandbags to the sea wall."


def read(text: str) -> list[Document]:
    material = Material(text.encode("utf-8", "replace"), "page.html", NOW, Given())
    return [one for one in Html().read(material) if isinstance(one, Document)]


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14), st.booleans())
def test_any_pieces_of_pages_give_a_document_or_a_sentence(pieces: list[str], whole: bool) -> None:
    body = "".join(pieces)
    try:
        found = read(f"<!DOCTYPE html><html><body>{body}</body></html>" if whole else body)
    except InputError as error:
        assert 0 < len(error.why) < 200  # noqa: PT017 - either is right
        return
    for document in found:
        assert document.text.strip()
        assert {"\n", "\t"} >= {char for char in document.text if unicodedata.category(char) == "Cc"}
        if document.title_span:
            assert document.title_span.of(document.text) == document.title


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(2, 9_999), min_size=3, max_size=12, unique=True), st.sampled_from(["p", "div", "li"])
)
def test_every_paragraph_of_an_article_stands_in_the_text_once_and_in_its_order(
    numbers: list[int], tag: str
) -> None:
    told = [SENTENCE.format(at, number) for at, number in enumerate(numbers, 1)]
    body = "".join(f"<{tag}>{words}</{tag}>" for words in told)
    body = f"<ul>{body}</ul>" if tag == "li" else body
    (document,) = read(f"<html><body><article><h1>Storm breaks the wall</h1>{body}</article></body></html>")
    # A list keeps its dashes.
    assert [line.removeprefix("- ") for line in document.text.split("\n") if "sandbags" in line] == told
