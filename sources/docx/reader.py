"""Word files: the text as it would be printed with all changes accepted, by mammoth."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from claims.errors import UnreadableDocument
from claims.model import Document, PartialDate, Problem
from claims.ports import Material
from sources.dates import read_stamp
from sources.decoding import Decoded
from sources.documents import Stated, made
from sources.docx.package import Package
from sources.html_whole import whole_text
from sources.made_with import library
from sources.sniff import is_docx, is_old_office

if TYPE_CHECKING:
    from lxml.etree import _Element

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

# An old Word file, or a new one behind a password, is a file system of its own: these name what is in it.
_LOCKED = "EncryptedPackage".encode("utf-16-le")

# What mammoth makes of the mark of a note, and of the way back from it.
_NOTE = re.compile(r'<sup><a href="#(?:foot|end)note-[^"<>]{1,20}"[^<>]{0,80}>(\[\d{1,5}\])</a></sup>')
_BACK = re.compile(r'\s?<a href="#(?:foot|end)note-ref-[^"<>]{1,20}">[^<>]{0,3}</a>')

_CORE = "docProps/core.xml"


class Docx:
    """Reader of Word files.

    The text is that of the body with its notes behind it, a line a paragraph, tables kept a row a line.
    What was inserted as a tracked change is in; what was deleted is not, nor are comments, headers and
    footers.
    The title is that of the properties where the text bears it out or names none; the days on which the
    file was made and changed are no dates of publication.
    """

    name = "docx"
    needs = ("mammoth", "lxml.html")

    def claims(self, material: Material) -> bool:
        """A Word file; also an old or a locked one, to say what to do."""
        return is_docx(material) or is_old_office(material)

    def read(self, material: Material) -> Iterator[Document | Problem]:
        """One document.

        Raises:
            UnreadableDocument: of another format of Word, damaged, a bomb, or without text.
        """
        if is_old_office(material):
            raise UnreadableDocument(material.location, _why_old(material.raw))
        package = Package(material.raw, material.location)
        text = _text(package, material.location)
        if not text.strip():
            raise UnreadableDocument(material.location, "the Word file holds no text")
        yield from made(
            material,
            Decoded(text, "", bad=text.count("\ufffd")),
            text,
            MEDIA_TYPE,
            properties=_stated(package, material.location),
            read_with=library("mammoth"),
        )


def _why_old(raw: bytes) -> str:
    if _LOCKED in raw:
        return "it is protected by a password: save a copy without one and add that"
    return "it is a Word file of the old format: save it as DOCX and add that"


def _text(package: Package, location: str) -> str:
    """The text, a line a paragraph or row."""
    import mammoth

    # Anything may be missing or wrong in such a file, and mammoth raises as it meets it.
    try:
        html = mammoth.convert_to_html(
            package.file(), convert_image=mammoth.images.img_element(_no_picture)
        ).value
    except MemoryError:
        raise
    except RecursionError:
        raise UnreadableDocument(location, "the Word file is damaged: it is nested too deep") from None
    except Exception as error:
        what = " ".join(str(error).split())[:200] or type(error).__name__
        raise UnreadableDocument(location, f"the Word file is damaged: {what}") from error
    return whole_text(_BACK.sub("", _NOTE.sub(r" \1", html)), location)


def _no_picture(_: object) -> dict[str, str]:
    return {}


# -- properties ------------------------------------------------------------------


def _stated(package: Package, location: str) -> Stated:
    """What the core properties say; nothing where they are damaged."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        tree = etree.fromstring(package.parts.get(_CORE, b"<none/>"), parser)
    except etree.XMLSyntaxError:
        return Stated()
    changed = _date(tree, "modified") or _date(tree, "created")
    return Stated(title=_property(tree, "title"), author=_property(tree, "creator"), modified=changed)


def _property(tree: _Element, name: str) -> str:
    found = tree.find(f"{{*}}{name}")
    return (found.text or "").strip() if found is not None else ""


def _date(tree: _Element, name: str) -> PartialDate | None:
    return read_stamp(_property(tree, name), f"docx {name}")
