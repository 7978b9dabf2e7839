"""A record of a web archive as a document, an archive as its records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from claims.errors import InputError, UnreadableDocument
from claims.intake import read
from claims.model import Document, Problem
from claims.ports import Material, Room
from claims.unpacking import inside
from sources.files import MAX_BYTES
from sources.rewrapped import rewrapped, unwrapped
from sources.warc.marks import has_several, is_warc
from sources.warc.records import address_of, body_of, captured, is_page, no_document, plain, records

_NO_PAGES = "the web archive holds no pages"


class Warc:
    """Reader of web archives.

    What a server sent is read by the reader of its format. Its address is the document's, unless
    the page names another; the day of the capture is that of retrieval. The bytes that are kept are
    the record's, as they stand in the archive, with all headers.
    """

    name = "web-archive"
    needs = ("warcio.archiveiterator",)

    def claims(self, material: Material) -> bool:
        return is_warc(material.raw)

    def read(self, material: Material) -> Iterator[Document | Problem]:
        """The documents of the one page in it; `add` gives archives of one record.

        Raises:
            InputError: there is no page in it, or its reader cannot read it.
        """
        pages = 0
        for record, _ in records(plain(material, MAX_BYTES), material.location):
            if is_page(record):
                pages += 1
                if why := no_document(record):
                    raise UnreadableDocument(material.location, why)
                body = body_of(record, material.location)
                inner = unwrapped(material, body.raw, body.charset)
                inner = replace(inner, retrieved=captured(record) or material.retrieved)
                yield from _with_troubles(rewrapped(read(inner), material, address_of(record)), body.troubles)
        if not pages:
            raise UnreadableDocument(material.location, _NO_PAGES)

    def opens(self, material: Material) -> bool:
        return is_warc(material.raw) and has_several(material.raw)

    def members(self, material: Material, room: Room) -> Iterator[Material | InputError]:
        """Each page that was sent, as an archive of one record.

        Raises:
            UnreadableDocument: it is damaged, holds no pages, or unpacks to more than there is room for.
        """
        pages = 0
        raw = plain(material, room.size)
        for number, (record, found) in enumerate(records(raw, material.location), 1):
            if not is_page(record):
                continue
            pages += 1
            name = address_of(record) or f"record {number:,}"
            if why := no_document(record):
                yield InputError(f"{material.location}/{name}", why)
                continue
            start = found.get_record_offset()
            member = inside(material, name, raw[start : start + found.get_record_length()])
            yield replace(member, retrieved=captured(record) or material.retrieved)
        if not pages:
            raise UnreadableDocument(material.location, _NO_PAGES)


def _with_troubles(
    found: Iterator[Document | Problem], troubles: tuple[str, ...]
) -> Iterator[Document | Problem]:
    for one in found:
        yield one
        if isinstance(one, Document):
            yield from (Problem("reading", why, one.id) for why in troubles)
