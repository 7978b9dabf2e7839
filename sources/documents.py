"""A Document made of its text, what it states, and what the user said: the user wins."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from claims.model import Document, Locator, PartialDate, Problem, Source
from claims.ports import Given, Material
from sources.decoding import Decoded
from sources.furniture import furniture
from sources.heading import heading, reprinted
from sources.language import language_of
from sources.properties import author_of, title_of
from sources.publishers import source
from sources.units import layout


@dataclass(frozen=True, slots=True)
class Stated:
    """What a document's metadata states.

    A page's goes before what its lines state. The properties that a word processor keeps are often those
    of another document, or of who typed it: they go last.
    """

    title: str = ""
    author: str = ""
    source: Source | None = None
    published: PartialDate | None = None
    modified: PartialDate | None = None
    url: str = ""
    language: str = ""
    origin: str = ""


def made(
    material: Material,
    decoded: Decoded,
    text: str,
    media_type: str,
    stated: Stated | None = None,
    *,
    properties: Stated | None = None,
    locators: tuple[Locator, ...] = (),
    read_with: str = "",
) -> Iterator[Document | Problem]:
    """The document, and then what could not be read of it.

    Args:
        text: the document's text: all that was decoded, or the article of a page.
        properties: of the file, which count where the text says nothing, or bears them out.
    """
    stated, given, last = stated or Stated(), material.given, properties or Stated()
    lines = layout(text)
    found = heading(text, lines, stated.title or title_of(last.title, text))
    publisher = _publisher(given, stated.source or found.source)
    origins = [name for name in (stated.origin, *found.origins) if name]
    document = Document(
        text=text,
        raw_sha256=hashlib.sha256(material.raw).hexdigest(),
        location=material.location,
        url=given.url or stated.url or (material.fetched.url if material.fetched else ""),
        title=found.title or title_of(last.title),
        author=stated.author or found.author or author_of(last.author),
        source=publisher,
        reprints=source(given.origin, "given") if given.origin else reprinted(origins, publisher),
        published=_published(given, stated.published or found.published),
        modified=stated.modified or found.modified or last.modified,
        retrieved=material.retrieved,
        language=stated.language or last.language or language_of(text),
        media_type=media_type,
        encoding=decoded.encoding,
        encoding_guessed=decoded.guessed,
        place=found.place,
        title_span=found.title_span,
        furniture=furniture(lines, found.title_span, found.used),
        locators=locators,
        read_with=read_with,
    )
    yield document
    for why, span in found.troubles:
        yield Problem("reading", why, document.id, span)
    if decoded.bad:
        yield Problem("reading", _unreadable(decoded), document.id)


def spoken_document(
    material: Material,
    decoded: Decoded,
    text: str,
    media_type: str,
    stated: Stated,
    locators: tuple[Locator, ...],
) -> Iterator[Document | Problem]:
    """As `made`, of a text that is speech: no line of it is a heading, a byline or furniture."""
    given = material.given
    document = Document(
        text=text,
        raw_sha256=hashlib.sha256(material.raw).hexdigest(),
        location=material.location,
        url=given.url,
        title=stated.title,
        source=_publisher(given, None),
        reprints=source(given.origin, "given") if given.origin else None,
        published=_published(given, None),
        retrieved=material.retrieved,
        language=stated.language or language_of(text),
        media_type=media_type,
        encoding=decoded.encoding,
        encoding_guessed=decoded.guessed,
        locators=locators,
    )
    yield document
    if decoded.bad:
        yield Problem("reading", _unreadable(decoded), document.id)


def _unreadable(decoded: Decoded) -> str:
    what = "1 character" if decoded.bad == 1 else f"{decoded.bad:,} characters"
    return f"{what} could not be read" + (f" as {decoded.encoding}" if decoded.encoding else "")


def _publisher(given: Given, stated: Source | None) -> Source | None:
    """The source the user named, or the stated one with the kind and country the user named."""
    if given.source:
        named = source(given.source, "given", given.kind)
        return replace(named, country=given.country or named.country)
    if stated is None:
        return None
    return replace(stated, kind=given.kind or stated.kind, country=given.country or stated.country)


def _published(given: Given, stated: PartialDate | None) -> PartialDate | None:
    return replace(given.date, evidence="given") if given.date else stated
