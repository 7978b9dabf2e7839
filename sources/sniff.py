"""What the bytes are: content first, the name only where content does not decide."""

from __future__ import annotations

import codecs
import re
import struct
from io import BytesIO
from pathlib import PurePath
from zipfile import BadZipFile, ZipFile

from claims.ports import Material
from claims.readymade.row import is_raw
from sources.mail.marks import is_message
from sources.markdown.marks import SUFFIXES, has_front_matter, has_marks
from sources.transcripts.cues import begins_as_captions
from sources.vocabulary import phrases
from sources.warc.marks import is_warc

_MAGIC = tuple(
    bytes.fromhex(signature)
    for signature in (
        "25504446 2d",  # PDF
        "504b0304", "504b0506",  # ZIP, DOCX, EPUB
        "1f8b", "425a68", "fd377a585a00", "377abcaf", "52617221", "28b52ffd",  # archives
        "89504e47", "ffd8ff", "47494638", "52494646", "49492a00", "4d4d002a", "424d", "00000100",  # pictures
        "494433", "4f676753", "664c6143",  # sound
        "7f454c46", "4d5a", "cafebabe", "cffaedfe", "0061736d",  # programs
        "d0cf11e0", "7b5c727466", "252150532d",  # old Office, RTF, PostScript
        "53514c69746520666f726d6174203300", "774f4646", "774f4632",  # SQLite, fonts
    )
)  # fmt: skip
# Letters begin words too ("BMW", "GIF89a is a format"): they count only with control bytes behind them.
_WORDS_OF_MAGIC = (b"BM", b"MZ", b"BZh", b"GIF8", b"RIFF", b"Rar!", b"ID3", b"OggS", b"fLaC", b"wOF")

_OLD_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1")
# The names of what lies in such a file, as they stand in it.
_OLD_WORD = ("WordDocument".encode("utf-16-le"), "EncryptedPackage".encode("utf-16-le"))

_TEXT_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)

# Bytes that text has no use for; ESC and backspace stand in saved terminal output.
_CONTROLS = bytes(sorted(set(range(32)) - set(b"\t\n\r\f\v\x1b\x08"))) + b"\x7f"
_SAMPLE = 65_536
# A pasted page may hold a stray NUL; measured on executables, fonts and
# databases the share is above 0.1.
_TOO_MANY_CONTROLS = 0.02

# Text of another structure than prose: read as prose it gives wrong places and
# false statements, so it waits for a reader of its own.
_OTHER_TEXTS = phrases("other_text_suffixes")

_PROLOGUE = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--(?:(?!-->)[\s\S]){0,4000}-->\s*)*")
_HTML_START = re.compile(
    r"<!doctype\s+html|<(?:html|head|body|meta|title|link|script|style|div|p|article|section|main|header|h[1-6]|table"
    r"|span|center|font|ul|ol|nav|img|a|br|b|i|em|strong|blockquote)\b[^<]{0,2000}>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,10}[\s/>]", re.IGNORECASE)
_XML_START = re.compile(r"<\?xml\b|<(?:rss|feed|rdf:RDF|svg|urlset)\b")


def is_html(material: Material) -> bool:
    """A page of HTML: it begins as one, or it is called one and holds tags."""
    if is_raw(material.raw) or looks_binary(material.raw) or is_message(material):
        return False
    start = beginning(material.raw)
    if looks_html(start):
        return True
    named = _suffix(material) in (".html", ".htm", ".xhtml")
    return named and bool(_TAG.search(start)) and not _XML_START.match(start)


def is_plain_text(material: Material) -> bool:
    """Text that is prose as far as one can tell: no page, no markup, no data, no program."""
    if is_raw(material.raw) or looks_binary(material.raw) or is_pdf(material) or is_warc(material.raw):
        return False
    if is_html(material) or is_message(material) or is_captions(material) or is_markdown(material):
        return False
    start = beginning(material.raw).lstrip()
    return _suffix(material) not in _OTHER_TEXTS and not _XML_START.match(start)


def is_captions(material: Material) -> bool:
    """WebVTT by its first word, SubRip by a first line of times, whatever it is called."""
    if is_raw(material.raw) or looks_binary(material.raw):
        return False
    return begins_as_captions(beginning(material.raw))


def is_markdown(material: Material) -> bool:
    """Text that begins with what it states of itself, or is called Markdown and has marks of it.

    A file that is called plain text is kept as it stands.
    """
    suffix = _suffix(material)
    if is_raw(material.raw) or looks_binary(material.raw) or suffix in (".txt", ".text", *_OTHER_TEXTS):
        return False
    if is_html(material) or is_message(material) or is_captions(material):
        return False
    if has_front_matter(beginning(material.raw, _SAMPLE)):
        return True
    return suffix in SUFFIXES and has_marks(beginning(material.raw, _SAMPLE))


def is_pdf(material: Material) -> bool:
    """It begins as a PDF does, behind blanks or a byte order mark that somebody's program put there."""
    return material.raw[:64].removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"%PDF-")


def is_docx(material: Material) -> bool:
    """A package of parts whose main one is a Word document; cut off, it still has the names of some."""
    raw = material.raw
    if not raw.startswith(b"PK\x03\x04"):
        return False
    try:
        with ZipFile(BytesIO(raw)) as file:
            names = set(file.namelist())
    except (BadZipFile, OSError, ValueError, struct.error):
        is_called_so = _suffix(material) in (".docx", ".docm")
        return b"[Content_Types].xml" in raw[:_SAMPLE] and (is_called_so or b"word/document" in raw[:_SAMPLE])
    return "[Content_Types].xml" in names and any(name.startswith("word/document") for name in names)


def is_old_office(material: Material) -> bool:
    """A Word file from before 2007, or a new one behind a password."""
    raw = material.raw
    return raw.startswith(_OLD_OFFICE) and any(name in raw for name in _OLD_WORD)


def looks_binary(raw: bytes) -> bool:
    """No text: a known signature, or many control bytes without the mark of UTF-16 or UTF-32."""
    if _is_wide(raw):
        return False
    sample = raw[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    many = controls > _TOO_MANY_CONTROLS * len(sample)
    return many or (raw.startswith(_MAGIC) and not (raw.startswith(_WORDS_OF_MAGIC) and not controls))


def looks_html(start: str) -> bool:
    """Does a text begin as a page does, behind blanks, comments and an XML declaration?"""
    behind = _PROLOGUE.match(start)
    return bool(_HTML_START.match(start, behind.end() if behind else 0))


def beginning(raw: bytes, size: int = 8192) -> str:
    """The first characters, near enough to look for tags."""
    from sources.decoding import decode

    head = raw[:size]
    if _is_wide(raw):
        return decode(head).text
    return head.decode("latin-1")


def _is_wide(raw: bytes) -> bool:
    """Text of which the bytes are told by a mark, or of two bytes a letter."""
    if raw.startswith(_TEXT_MARKS):
        return True
    if b"\0" not in raw[:64]:
        return False
    from sources.decoding import unmarked

    return bool(unmarked(raw))


def _suffix(material: Material) -> str:
    return PurePath(material.location).suffix.lower()
