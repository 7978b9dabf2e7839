"""PDF: the text layer of its pages in reading order, by PDFium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from claims.errors import UnreadableDocument
from claims.model import Document, Problem
from claims.ports import Material
from sources.decoding import Decoded
from sources.documents import Stated, made
from sources.language import language_of
from sources.made_with import library
from sources.pdf.contents import OCR, Contents, contents
from sources.pdf.stated import stated
from sources.pdf.streams import MOST_UNPACKED, unpacked
from sources.properties import title_of
from sources.sniff import is_pdf

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument


# Where more of a page's letters than this are none that its fonts name, its text is not what it shows.
_MOST_UNKNOWN = 0.2

# A form that a program inside it draws (XFA): the pages hold no more than "Please wait ...".
_SHOWN_BY_PROGRAM = 2

_PRINT = "print it to a PDF there and add that"

_BAD = "\ufffd"
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd]")


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
            if file.get_formtype() == _SHOWN_BY_PROGRAM:
                raise UnreadableDocument(material.location, f"only Adobe's reader shows this form: {_PRINT}")
            found = contents(file, material.location)
            properties = stated(file)
        if _is_garbled(found):
            why = f"its fonts do not say which letters they show: print its pages as pictures, {OCR}"
            raise UnreadableDocument(material.location, why)
        yield from _documents(material, found, properties)


def _is_garbled(found: Contents) -> bool:
    """Is much of it letters that nobody can tell, or numbers of letters that make no words?"""
    letters = len(found.text) - found.text.count(" ")
    unknown, unnamed = len(_PRIVATE.findall(found.text)), found.unnamed
    return unknown > _MOST_UNKNOWN * letters or (
        unnamed > _MOST_UNKNOWN * letters and not language_of(found.text)
    )


def _documents(material: Material, found: Contents, properties: Stated) -> Iterator[Document | Problem]:
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


def _lacking(found: Contents) -> Iterator[str]:
    if found.unnamed:
        yield f"its fonts do not name {found.unnamed:,} of the letters, which may be read wrongly"
    if found.typed:
        what = (
            "1 form field or note was" if found.typed == 1 else f"{found.typed:,} form fields or notes were"
        )
        yield f"the words of {what} not read: print the file to a PDF, which makes text of them, and add that"
    if not found.blank:
        return
    several = len(found.blank) > 1
    numbers = ", ".join(map(str, found.blank[:10])) + (" and others" if len(found.blank) > 10 else "")
    held = "hold pictures and no text" if several else "holds a picture and no text"
    yield f"page{'s' * several} {numbers} of {found.pages} {held}: {OCR}"


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
