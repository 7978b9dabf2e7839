"""PDF: the text layer of its pages in reading order, by PDFium."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from claims.errors import UnreadableDocument
from claims.model import Document, Locator, PartialDate, Problem
from claims.ports import Material
from sources.decoding import Decoded
from sources.documents import Stated, made
from sources.language import language_of
from sources.made_with import library
from sources.pdf.headline import headline
from sources.pdf.margins import PageRows, without_line_numbers, without_margins
from sources.pdf.order import blocks_of
from sources.pdf.paragraphs import text_of
from sources.pdf.pieces import pieces_of, turned
from sources.pdf.rows import Row, rows_of
from sources.pdf.streams import MOST_UNPACKED, unpacked
from sources.properties import title_of
from sources.sniff import is_pdf

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

# The product's limit; the longest reports of governments have some 3,000.
_MOST_PAGES = 5_000

# Where more of a page's letters than this are none that its fonts name, its text is not what it shows.
_MOST_UNKNOWN = 0.2

_OCR = "recognise their text first (for instance with ocrmypdf) and add that file"
_BAD = "\ufffd"
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd]")

_STAMP = re.compile(
    r"D:(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?(?:([+\-Z])(?:(\d\d)'?(\d\d)?'?)?)?)?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class _Text:
    """What the pages hold.

    Attributes:
        unnamed: how many of its letters the fonts do not name.
        headline: what stands largest on the first page, if it is larger than the text.
        blank: numbers of pages without text that hold something else.
    """

    text: str
    locators: tuple[Locator, ...]
    unnamed: int
    headline: str
    blank: tuple[int, ...]
    pages: int


class Pdf:
    """Reader of PDF files that hold text.

    Columns are read one after the other, below what spans them; running heads, feet and page numbers
    are left out; paragraphs are rebuilt, with a blank line between; words broken at a line's end are
    whole. Offsets are those of this text; `Document.locators` tells the pages, counted from the first of
    the file. The title is the file's own where the text bears it out, else what stands largest on the first
    page; when the file was made or changed is no date of publication, and is told as the day of change.
    """

    name = "pdf"
    needs = ("pypdfium2",)

    def claims(self, material: Material) -> bool:
        return is_pdf(material)

    def read(self, material: Material) -> Iterator[Document | Problem]:
        """One document.

        Raises:
            UnreadableDocument: damaged, protected, a bomb, without pages or without text.
        """
        if unpacked(material.raw) > MOST_UNPACKED:
            raise UnreadableDocument(material.location, f"it unpacks to more than {MOST_UNPACKED:,} bytes")
        with closing(_opened(material)) as file:
            found = _text(file, material.location)
            stated = _stated(file)
        if _is_garbled(found):
            why = f"its fonts do not say which letters they show: print its pages as pictures, {_OCR}"
            raise UnreadableDocument(material.location, why)
        yield from _documents(material, found, stated)


def _is_garbled(found: _Text) -> bool:
    """Is much of it letters that nobody can tell, or numbers of letters that make no words?"""
    letters = len(found.text) - found.text.count(" ")
    unknown, unnamed = len(_PRIVATE.findall(found.text)), found.unnamed
    return unknown > _MOST_UNKNOWN * letters or (
        unnamed > _MOST_UNKNOWN * letters and not language_of(found.text)
    )


def _documents(material: Material, found: _Text, properties: Stated) -> Iterator[Document | Problem]:
    decoded = Decoded(found.text, "", bad=found.text.count(_BAD))
    for read in made(
        material,
        decoded,
        found.text,
        "application/pdf",
        Stated(title=title_of(properties.title, found.text) or found.headline),
        properties=properties,
        locators=found.locators,
        read_with=library("pypdfium2"),
    ):
        yield read
        if isinstance(read, Document):
            yield from (Problem("reading", what, read.id) for what in _lacking(found))


def _lacking(found: _Text) -> Iterator[str]:
    if found.unnamed:
        yield f"its fonts do not name {found.unnamed:,} of the letters, which may be read wrongly"
    if not found.blank:
        return
    several = len(found.blank) > 1
    numbers = ", ".join(map(str, found.blank[:10])) + (" and others" if len(found.blank) > 10 else "")
    held = "hold pictures and no text" if several else "holds a picture and no text"
    yield f"page{'s' * several} {numbers} of {found.pages} {held}: {_OCR}"


def _opened(material: Material) -> PdfDocument:
    """The file, open. PDFium's own words say little ("Success", of a file without pages)."""
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(material.raw)
    except pypdfium2.PdfiumError as error:
        why = "it is damaged or cut off: get the file again"
        if "password" in str(error).lower():
            why = "it is protected by a password: save a copy without one and add that"
        elif "success" in str(error).lower():
            why = "it has no pages"
        raise UnreadableDocument(material.location, why) from None


def _text(file: PdfDocument, location: str) -> _Text:
    count = len(file)
    if not count:
        raise UnreadableDocument(location, "it has no pages")
    if count > _MOST_PAGES:
        raise UnreadableDocument(location, f"its {count:,} pages are over the limit of {_MOST_PAGES:,}")
    pages: list[PageRows] = []
    sideways: list[list[Row]] = []
    blank: list[int] = []
    for number in range(count):
        page, turned_rows, is_blank = _page(file, number)
        pages.append(page)
        sideways.append(turned_rows)
        blank += [number + 1] * is_blank
    upright = zip(without_margins(pages), sideways, strict=True)
    blocks = [blocks_of(rows) + blocks_of(others) for rows, others in upright]
    text, locators = text_of(blocks)
    if not text.strip():
        raise UnreadableDocument(location, _no_text(blank))
    unnamed = sum(line.unnamed for page in blocks for block in page for line in block)
    return _Text(text, locators, unnamed, headline(blocks), tuple(blank), count)


def _no_text(blank: Sequence[int]) -> str:
    return f"its pages are pictures without text: {_OCR}" if blank else "its pages are empty"


def _page(file: PdfDocument, number: int) -> tuple[PageRows, list[Row], bool]:
    """The lines of a page, those that stand across it, and whether it holds something but no text."""
    import pypdfium2

    try:
        page = file[number]
    except pypdfium2.PdfiumError:
        return PageRows([], 0, 0), [], True
    with closing(page), closing(page.get_textpage()) as text:
        found = pieces_of(text)
        if not found:
            return PageRows([], 0, 0), [], _shows_anything(page)
        _, bottom, _, top = turned(page.get_mediabox(), found[0][0])
        first, *others = [without_line_numbers(rows_of(pieces)) for _, pieces in found]
        return PageRows(first, bottom, top), [row for rows in others for row in rows], False


def _shows_anything(page: PdfPage) -> bool:
    return next(iter(page.get_objects(max_depth=2)), None) is not None


# -- what the file states of itself --------------------------------------------


def _stated(file: PdfDocument) -> Stated:
    told = file.get_metadata_dict(skip_empty=True)
    changed = _date(told.get("ModDate", ""), "pdf ModDate") or _date(
        told.get("CreationDate", ""), "pdf CreationDate"
    )
    return Stated(title=told.get("Title", ""), author=told.get("Author", ""), modified=changed)


def _date(written: str, evidence: str) -> PartialDate | None:
    """ "D:20310304153000-05'00'": a moment if it has a zone, else a day; none for what is no date."""
    found = _STAMP.match(written)
    if not found:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        moment = datetime(year, month, day, hour, minute, second)
        if not found[7]:
            return PartialDate.day(moment.date(), evidence=evidence, raw=written)
        ahead = timedelta(hours=int(found[8] or 0), minutes=int(found[9] or 0))
        zone = timezone(-ahead if found[7] == "-" else ahead)
        return PartialDate.instant(moment.replace(tzinfo=zone), evidence=evidence, raw=written)
    except ValueError:
        return None
