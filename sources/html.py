"""Saved web pages: the article by trafilatura, what the page states of itself by its metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.errors import UnreadableDocument
from claims.model import Document, Problem
from claims.ports import Material
from sources.decoding import Decoded, decode
from sources.documents import made
from sources.html_article import article, linked_article
from sources.html_beside import remove_beside
from sources.html_deep import flattened
from sources.html_linked import Linked, body_of
from sources.html_metadata import page_linked, stated_by
from sources.html_others import unread, whole_articles
from sources.html_saved import saved_address, saved_on
from sources.html_tables import prepare
from sources.made_with import library
from sources.sniff import is_html

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,30})", re.IGNORECASE | re.ASCII
)
_XML_ENCODING = re.compile(rb"<\?xml[^>]{0,100}encoding\s?=\s?[\"']([\w.:-]{2,30})", re.IGNORECASE | re.ASCII)

# Browsers look for the declaration this far; ours is generous.
_DECLARED_WITHIN = 4096

# An XML declaration contradicts a text that is already decoded; lxml refuses it.
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")

# Attributes make the parser's time grow faster than their number: 8,000 on one element
# took 0.3 s, 16,000 took 3.7 s. Saved pages have a few dozen; a long tag of few
# attributes is a picture inside the page.
_MOST_ATTRIBUTES = 4_000
_LONG_TAG = 8_000
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")

# What no XML may hold, by number as in `&#11;` or raw: trafilatura writes XML on its way,
# and one of these would cost the page all its text.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")

# The beginning that a page shows to those who have not paid has fewer words.
_STUB = 250

_ALL_READ = "the page is too large for its article to be told from what stands beside it: all of it was read"
_TOO_DEEP = "the page is nested more than 256 levels deep"


class Html:
    """Reader of saved web pages.

    The text is the article: comments, navigation and scripts are left out,
    tables kept (see `html_tables`), and every paragraph ends with a line break.
    Offsets are those of this text, not of the file. Nothing is fetched.
    """

    name = "html"
    needs = ("lxml.html", "trafilatura", "htmldate")

    def claims(self, material: Material) -> bool:
        """A page that begins as HTML does, or is called so and holds tags."""
        return is_html(material)

    def read(self, material: Material) -> Iterator[Document | Problem]:
        """One document.

        Raises:
            UnreadableDocument: the page holds no text, or is no page that can be parsed.
        """
        answered = material.fetched.charset if material.fetched else ""
        decoded = decode(material.raw, answered or declared_encoding(material.raw))
        material = replace(material, retrieved=saved_on(decoded.text) or material.retrieved)
        tree, cut = parsed(decoded, material.location)
        controls = blanked(tree)
        linked = page_linked(tree)
        remove_beside(tree)
        stated = stated_by(tree, linked, material.retrieved.latest, _address(decoded.text, material))
        others = whole_articles(tree)
        text, is_whole = article(tree, prepare(tree))
        from_data = linked_article(body_of(linked), text)
        text = from_data or text
        if not text.strip():
            raise UnreadableDocument(material.location, _TOO_DEEP if cut else _why_empty(decoded.text))
        doubts = [
            *([f"{_TOO_DEEP}: what lies deeper was not read"] if cut else ()),
            *([_ALL_READ] if is_whole else ()),
            *([f"control characters, {controls:,} of them, were read as blanks"] if controls else ()),
            *(_for_subscribers(linked, text)),
            *(
                f"the page holds another article that was not read: “{title}”"
                for title in unread(others, text, stated.title)
            ),
        ]
        by = "linked data" if from_data else library("lxml" if is_whole else "trafilatura")
        for read in made(material, decoded, text, "text/html", stated, read_with=by):
            yield read
            if isinstance(read, Document):
                yield from (Problem("reading", doubt, read.id) for doubt in doubts)


def declared_encoding(raw: bytes) -> str:
    """The encoding a page names in its first lines, or ""."""
    head = raw[:_DECLARED_WITHIN]
    found = _CHARSET.search(head) or _XML_ENCODING.search(head)
    return found[1].decode("ascii") if found else ""


def parsed(decoded: Decoded, location: str) -> tuple[HtmlElement, bool]:
    """The page as a tree, and whether the parser left out what is nested too deep for it without boxes
    in boxes too.

    Entities of the page's own are not expanded and nothing is loaded.
    """
    from lxml import etree

    if _is_overloaded(decoded.text):
        raise UnreadableDocument(location, f"one tag has over {_MOST_ATTRIBUTES:,} attributes")
    text = _XML_DECLARATION.sub("", decoded.text)
    try:
        tree, is_cut = _tree(text)
        return _tree(flattened(text)) if is_cut else (tree, False)
    except (etree.LxmlError, ValueError, AssertionError):
        raise UnreadableDocument(location, "the page is empty or no HTML that can be read") from None


def _tree(page: str) -> tuple[HtmlElement, bool]:
    """The page as a tree, and whether it is nested deeper than the parser goes."""
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    tree = document_fromstring(page.encode("utf-8"), parser=parser)
    # libxml2 stops at 256 levels: beyond them its callers would run out of stack.
    return tree, any("depth" in entry.message.lower() for entry in parser.error_log)


def blanked(tree: HtmlElement) -> int:
    """Put a blank in the place of every character that XML has none for; how many there were."""
    count = 0
    for element in tree.iter():
        if element.text and (found := _NO_XML.subn(" ", element.text))[1]:
            element.text, count = found[0], count + found[1]
        if element.tail and (found := _NO_XML.subn(" ", element.tail))[1]:
            element.tail, count = found[0], count + found[1]
    return count


def _is_overloaded(page: str) -> bool:
    """Has any tag more attributes than a parser can take in good time?"""
    for piece in page.split("<"):
        if len(piece) > _LONG_TAG:
            tag = _QUOTED.sub('""', piece).partition(">")[0]
            if len(tag.split()) > _MOST_ATTRIBUTES and tag[:1].isalpha():
                return True
    return False


def _address(page: str, material: Material) -> str:
    """Where the page was, if it does not say so itself."""
    fetched = material.fetched.url if material.fetched else ""
    return saved_address(page) or fetched or material.given.url


def _for_subscribers(linked: Linked, text: str) -> Iterator[str]:
    words = len(text.split())
    if str(linked.get("isAccessibleForFree", "")).casefold() == "false" and words < _STUB:
        yield f"the page is for subscribers and shows {words:,} words: the rest may be missing"


def _why_empty(page: str) -> str:
    if re.search(r"<frameset\b", page, re.IGNORECASE):
        return "the page shows other pages in frames: save the frame that holds the text"
    if re.search(r"<script\b", page, re.IGNORECASE):
        return "the page holds no text: scripts would write it, so save it from the browser once it is shown"
    return "the page holds no text"
