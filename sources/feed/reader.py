"""RSS and Atom: a feed of one item as a document, one of several as its items."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from claims.errors import InputError, UnreadableDocument
from claims.model import Document, Problem
from claims.ports import Material, Room
from claims.unpacking import inside
from sources.decoding import Decoded, decode
from sources.documents import made
from sources.feed.cutting import cut, declares_a_type, has_several, is_feed
from sources.feed.item import stated_by, text_of
from sources.html import declared_encoding
from sources.made_with import library

_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_HAS_TYPE = "it declares a document type (DTD), which could make it grow without end: feeds need none"


class Feed:
    """Reader of RSS and Atom.

    An item's text is its title, a blank line, and its content in full, or the summary where there
    is no more. Offsets are those of this text. No page that it links to is fetched.
    """

    name = "feed"
    needs = ("feedparser", "lxml.html")

    def claims(self, material: Material) -> bool:
        return is_feed(material.raw)

    def read(self, material: Material) -> Iterator[Document | Problem]:
        """One document for each item; `add` gives one feed for each.

        Raises:
            UnreadableDocument: it declares a document type, or holds no item that can be read.
        """
        if declares_a_type(material.raw):
            raise UnreadableDocument(material.location, _HAS_TYPE)
        decoded = decode(material.raw, declared_encoding(material.raw))
        feed = _parsed(decoded, material.location)
        if not feed.entries:
            raise UnreadableDocument(material.location, "the feed holds no items that can be read")
        for number, entry in enumerate(feed.entries, start=1):
            item = _item(feed, entry, material, decoded)
            yield from item if len(feed.entries) == 1 else _numbered(item, number)

    def opens(self, material: Material) -> bool:
        return is_feed(material.raw) and has_several(material.raw)

    def members(self, material: Material, room: Room) -> Iterator[Material | InputError]:
        """Each item as a feed of its own.

        Raises:
            UnreadableDocument: it declares a document type.
        """
        if declares_a_type(material.raw):
            raise UnreadableDocument(material.location, _HAS_TYPE)
        for piece in cut(material.raw):
            yield inside(material, piece.name, piece.raw)


def _parsed(decoded: Decoded, location: str) -> Any:
    import feedparser

    # Bytes in a file: what looks like a path or an address would be opened. What is decoded
    # already declares nothing any more.
    text = _DECLARATION.sub("", decoded.text, count=1)
    try:
        return feedparser.parse(io.BytesIO(text.encode()), sanitize_html=False, resolve_relative_uris=False)
    except (LookupError, AttributeError, TypeError, ValueError):
        # It stumbles over tags that close what was never opened.
        raise UnreadableDocument(location, "the feed is damaged") from None


def _item(feed: Any, entry: Any, material: Material, decoded: Decoded) -> Iterator[Document | Problem]:
    text = text_of(entry, material.location)
    if not text:
        raise UnreadableDocument(material.location, "the item holds no text")
    kind = "application/atom+xml" if str(feed.version).startswith("atom") else "application/rss+xml"
    stated = stated_by(feed, entry, material.location)
    made_with = library("feedparser")
    yield from made(material, replace(decoded, text=text), text, kind, stated, read_with=made_with)


def _numbered(read: Iterator[Document | Problem], number: int) -> Iterator[Document | Problem]:
    """Documents of one feed are told apart by their number."""
    id_ = ""
    for one in read:
        if isinstance(one, Document):
            one = replace(one, member=str(number), id="")
            id_ = one.id
        yield one if isinstance(one, Document) else replace(one, document=id_)
