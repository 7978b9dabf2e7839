"""What one record of a web archive holds, read in steps up to the product's limit for a file."""

from __future__ import annotations

import base64
import hashlib
import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from claims.errors import TooLarge, UnreadableDocument
from claims.model import PartialDate
from claims.ports import Material
from claims.unpacking import overfull
from sources.files import MAX_BYTES
from sources.warc.marks import is_packed_at_once, pieces

_PAGES = ("response", "resource")
# What pages are made of beside their text, by what the server said of it.
_NO_DOCUMENTS = ("image/", "video/", "audio/", "font/", "text/css", "text/javascript")
_NO_DOCUMENT_WORDS = ("javascript", "ecmascript", "json", "font", "wasm")

_STEP = 65_536
_DIGESTS = {"sha1": "sha1", "sha-1": "sha1", "sha256": "sha256", "sha-256": "sha256", "md5": "md5"}


class _Stream(Protocol):
    def read(self, size: int) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Body:
    """What a server sent.

    Attributes:
        raw: as a browser would show it, chunks and compression undone.
        troubles: clauses.
    """

    raw: bytes
    charset: str
    troubles: tuple[str, ...]


def plain(material: Material, most: int) -> bytes:
    """The archive as its records can be taken out of it: unpacked, if it was compressed at once.

    Raises:
        UnreadableDocument: it unpacks to more than `most` bytes.
    """
    if not is_packed_at_once(material.raw):
        return material.raw
    unpacked = bytearray()
    for piece in pieces(material.raw):
        unpacked += piece
        if len(unpacked) > most:
            raise overfull(material.location)
    return bytes(unpacked)


def records(raw: bytes, location: str) -> Iterator[tuple[Any, Any]]:
    """Each record of an archive, with the iterator that knows its place.

    Raises:
        UnreadableDocument: it is damaged.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    # It writes addresses as they stand to the terminal.
    logging.getLogger("warcio").setLevel(logging.CRITICAL)
    number = 0
    found = ArchiveIterator(io.BytesIO(raw))
    try:
        for record in found:
            number += 1
            _complete(record, found)
            yield record, found
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, ArithmeticError, AttributeError, TypeError):
        # What the library raises of headers that are none.
        raise UnreadableDocument(location, _damaged(number)) from None


def is_page(record: Any) -> bool:
    """Is it what a server sent, and not what the crawler says of itself, or asked?"""
    return bool(address_of(record)) or _is_answer(record)


def address_of(record: Any) -> str:
    """Where a page was; "" for what is no page, or has an address that is none."""
    if record.rec_type not in _PAGES:
        return ""
    address = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    return address if address.lower().startswith(("http://", "https://")) else ""


def captured(record: Any) -> PartialDate | None:
    """When the crawler kept it."""
    written = record.rec_headers.get_header("WARC-Date") or ""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return PartialDate.instant(moment, evidence="warc", raw=written)


def no_document(record: Any) -> str:
    """Why what a record holds is no document, as a clause; "" if it may be one."""
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if not status.startswith("2"):
        return f"the server answered {status}"
    kind = content_type(record)
    if kind.startswith(_NO_DOCUMENTS) or any(word in kind for word in _NO_DOCUMENT_WORDS):
        return f"it is no document ({kind})"
    if getattr(record.raw_stream, "limit", 1) == 0:
        return "the server sent nothing"
    return ""


def content_type(record: Any) -> str:
    """What the server said that it is, in lower case, without parameters."""
    return _content_type(record).partition(";")[0].strip().lower()


def body_of(record: Any, location: str) -> Body:
    """What the server sent, compared with the digest that the crawler made of it.

    Raises:
        TooLarge: it is over the limit of a file.
    """
    from warcio.bufferedreaders import BufferedReader, ChunkedDataReader

    sent = _limited(record.raw_stream, location)
    troubles = list(_troubles(record))
    plain = sent
    if _header(record, "transfer-encoding").lower() == "chunked":
        plain = _limited(ChunkedDataReader(io.BytesIO(sent)), location)
    digest = record.rec_headers.get_header("WARC-Payload-Digest") or ""
    if digest and not _fits(digest, sent, plain):
        troubles.append("its bytes are not those that the crawler made its digest of")
    packed = _header(record, "content-encoding").lower()
    if packed == "br":
        plain = _limited(_Brotli(plain), location) or plain
    elif packed in ("gzip", "deflate"):
        plain = _limited(BufferedReader(io.BytesIO(plain), decomp_type=packed), location)
    charset = _content_type(record).partition("charset=")[2].partition(";")[0].strip(" \"'")
    return Body(plain, charset, tuple(troubles))


def _complete(record: Any, found: Any) -> None:
    """What a server said, which the library does not read where the address is spoilt."""
    if _is_answer(record) and record.http_headers is None and record.length:
        record.http_headers = found.loader.http_parser.parse(record.raw_stream)


def _is_answer(record: Any) -> bool:
    """Did it come over HTTP, by what the crawler says?"""
    return record.rec_type == "response" and str(record.content_type or "").startswith("application/http")


def _troubles(record: Any) -> Iterator[str]:
    if not address_of(record):
        yield "the web archive gives no address of it that can be read"
    missing = getattr(record.raw_stream, "limit", 0)
    if missing > 0:
        yield f"it was cut off: {missing:,} bytes are missing"
    if why := record.rec_headers.get_header("WARC-Truncated"):
        yield f"the crawler stopped reading it ({why})"


class _Brotli:
    """Bytes without their Brotli compression; none if they have none. The library that reads archives
    cannot do it with `brotli` 1.2, and would not do it in steps.
    """

    def __init__(self, packed: bytes) -> None:
        from brotli import Decompressor

        self._unpacker, self._packed = Decompressor(), packed

    def read(self, size: int) -> bytes:
        from brotli import error

        packed, self._packed = self._packed, b""
        try:
            return bytes(self._unpacker.process(packed, output_buffer_limit=size))
        except error:
            return b""


def _limited(stream: _Stream, location: str) -> bytes:
    read = bytearray()
    while piece := stream.read(_STEP):
        read += piece
        if len(read) > MAX_BYTES:
            raise TooLarge(location, len(read), MAX_BYTES)
    return bytes(read)


def _fits(digest: str, *forms: bytes) -> bool:
    """Is it the digest of one of the forms? Crawlers take it before chunks are put together, or after."""
    algorithm, _, written = digest.partition(":")
    name = _DIGESTS.get(algorithm.lower().strip())
    if name is None:
        return True  # nothing says how it was made
    made = [hashlib.new(name, form, usedforsecurity=False).digest() for form in forms]
    spelt = {
        spelling
        for one in made
        for spelling in (base64.b32encode(one).decode().rstrip("="), one.hex().upper())
    }
    return written.strip().upper().rstrip("=") in spelt


def _header(record: Any, name: str) -> str:
    return str(record.http_headers.get_header(name) or "").strip() if record.http_headers else ""


def _content_type(record: Any) -> str:
    return _header(record, "content-type") or ("" if record.http_headers else str(record.content_type or ""))


def _damaged(number: int) -> str:
    if not number:
        return "the web archive is damaged"
    return f"the web archive is damaged behind record {number}: what came before was read"
