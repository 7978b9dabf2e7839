"""Bytes to text, and how sure that is."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO

from sources.language import CENTRAL, WESTERN, distance

# Longest first: the mark of UTF-32 LE begins with that of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# A file cut in its last character, or with a stray byte from pasting, is still
# UTF-8. Other encodings make nearly every byte above 127 a bad one, so the places
# with bad ones must be few beside the good characters.
_FEW_BAD = 0.1

_GOOD, _BAD = re.compile("[^\0-\x7f\ufffd]+"), re.compile("\ufffd+")

# Text in UTF-16 without a mark: every other byte of what stands in Latin letters is zero, and none of
# the others. So much of a beginning is looked at; so many of its characters must be such, and no
# controls may be among them, which tables of numbers are full of.
_WIDE_SAMPLE, _MOSTLY_LATIN = 4096, 0.6
# Characters: fewer are no words, and two bytes of anything may look like one.
_FEWEST_WIDE = 4
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")

# charset-normalizer is asked about the beginning only: it slows with length and
# its verdict no longer changes.
_SAMPLE = 200_000

# Code pages that differ from Windows-1252 in a few letters, for which charset-normalizer takes Western
# text readily ("ñ" becomes "ń"): they are right only for text in a language of their own.
_REGIONAL = {"cp1250": CENTRAL, "cp1254": ("tr",), "cp1257": ("et", "lt", "lv"), "cp1258": ("vi",)}

# Their bytes are all ASCII, so they would pass for UTF-8.
_SHIFTING = ("iso-2022-", "iso2022")

# Bytes that are looked through at once.
_BLOCK = 2**20


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was read in.

    Attributes:
        encoding: as Python names it.
        guessed: neither a byte order mark, nor valid UTF-8, nor a declaration told it.
        bad: how many characters could not be read; each is U+FFFD in the text.
    """

    text: str
    encoding: str
    guessed: bool = False
    bad: int = 0


def decode(raw: bytes, declared: str = "") -> Decoded:
    """Read bytes by their mark, as UTF-8, as declared, or by a guess, in this order.

    Line ends stay as they are. NUL and lone surrogates, which no store takes,
    become U+FFFD; a byte order mark is dropped.

    Args:
        declared: the encoding that the document itself names, or "".
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _decoded(raw[len(mark) :].decode(encoding, "replace"), encoding)
    if encoding := unmarked(raw):
        return _decoded(raw.decode(encoding, "replace"), encoding, guessed=True)
    if declared.lower().startswith(_SHIFTING) and b"\x1b" in raw and (found := _declared(raw, declared)):
        return found
    try:
        return _decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _nearly_utf8(raw) or _declared(raw, declared) or _guessed(raw)


def unmarked(raw: bytes) -> str:
    """The encoding of text in UTF-16 that bears no mark, or ""."""
    head = raw[:_WIDE_SAMPLE]
    head = head[: len(head) - len(head) % 2]
    for encoding, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if high and high.count(0) >= _MOSTLY_LATIN * len(high):
            text = head.decode(encoding, "surrogatepass")
            if len(head) == _WIDE_SAMPLE:
                text = text[:-1]  # the last character may be cut in two
            return "" if len(text) < _FEWEST_WIDE or _CONTROLS.search(text) else encoding
    return ""


def encoding_of(stream: BinaryIO) -> str:
    """The encoding of a large file, found as `decode` finds it, without holding the whole; one that
    drops a byte order mark where there is one.

    Args:
        stream: one that can be read again, from where it stands to its end.
    """
    head = stream.read(_WIDE_SAMPLE)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return "utf-8-sig" if encoding == "utf-8" else encoding[:6]
    if encoding := unmarked(head):
        return encoding
    start = stream.tell() - len(head)
    if _is_utf8(chain([head], _blocks(stream))):
        return "utf-8"
    stream.seek(start)
    return _other_encoding(_blocks(stream))


def _blocks(stream: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: stream.read(_BLOCK), b"")


def _is_utf8(blocks: Iterable[bytes]) -> bool:
    reader = codecs.getincrementaldecoder("utf-8")()
    try:
        for block in blocks:
            reader.decode(block)
        reader.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _other_encoding(blocks: Iterable[bytes]) -> str:
    """Of text that is no good UTF-8: with a few bad bytes it is UTF-8 all the same."""
    reader = codecs.getincrementaldecoder("utf-8")("replace")
    good = bad = 0
    odd = bytearray()
    for block in chain(blocks, [b""]):
        text = reader.decode(block, final=not block)
        good += sum(map(len, _GOOD.findall(text)))
        bad += len(_BAD.findall(text))
        if len(odd) < _SAMPLE:
            odd += b"\n".join(line for line in block.split(b"\n") if not line.isascii())
    is_near = good and bad <= max(1, _FEW_BAD * good)
    return "utf-8" if is_near else _guessed(bytes(odd)).encoding


def _decoded(text: str, encoding: str, *, guessed: bool = False) -> Decoded:
    bad = text.count("\ufffd")
    return Decoded(_UNSTORABLE.sub("\ufffd", text), encoding, guessed, bad)


def _nearly_utf8(raw: bytes) -> Decoded | None:
    """UTF-8 with a few bad bytes: the rest of what lies above ASCII reads well."""
    found = _decoded(raw.decode("utf-8", "replace"), "utf-8")
    good = sum(map(len, _GOOD.findall(found.text)))
    places = len(_BAD.findall(found.text))
    return found if good and places <= max(1, _FEW_BAD * good) else None


def _declared(raw: bytes, declared: str) -> Decoded | None:
    try:
        encoding = codecs.lookup(declared.strip().lower()).name if declared else ""
        if not encoding or encoding == "utf-8":
            return None
        # Pages that say Latin-1 mean Windows-1252, as browsers read it.
        encoding = "cp1252" if encoding in ("iso8859-1", "ascii") else encoding
        return _decoded(raw.decode(encoding, "replace"), encoding)
    except (LookupError, UnicodeError, ValueError):
        return None


def _guessed(raw: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(raw[:_SAMPLE]).best()
    encoding = best.encoding if best else "cp1252"
    if encoding in _REGIONAL and not _is_of_region(raw[:_SAMPLE], encoding):
        encoding = "cp1252"
    return _decoded(raw.decode(encoding, "replace"), encoding, guessed=True)


def _is_of_region(sample: bytes, encoding: str) -> bool:
    """Is it nearer to a language of this code page's region than to a Western one?"""
    western = distance(sample.decode("cp1252", "replace"), WESTERN)
    return distance(sample.decode(encoding, "replace"), _REGIONAL[encoding]) < western
