"""Web archives by their first bytes, compressed record by record or not at all."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator

_BEGINS = b"WARC/"
_GZIP = b"\x1f\x8b\x08"
# The beginning of a record behind another.
_NEXT = (b"\nWARC/1.", b"\nWARC/0.")
# Within so many steps a second record begins, or the first is larger than any file may be.
_STEP, _MOST_STEPS = 1 << 20, 50
_GZIP_WINDOW = 31  # for zlib: a gzip header, the largest window


def is_warc(raw: bytes) -> bool:
    return raw.startswith(_BEGINS) or _unpacked(raw).startswith(_BEGINS)


def has_several(raw: bytes) -> bool:
    """May it hold more than one record? Bytes that begin like one may stand inside of another."""
    if raw.startswith(_GZIP):
        return raw.find(_GZIP, len(_GZIP)) > 0 or _unpacks_to_several(raw)
    return any(raw.find(mark) > 0 for mark in _NEXT)


def pieces(raw: bytes) -> Iterator[bytes]:
    """What is compressed, in steps; as far as it goes, if it is damaged."""
    with gzip.GzipFile(fileobj=io.BytesIO(raw)) as packed:
        try:
            while piece := packed.read1(_STEP):
                yield piece
        except (EOFError, OSError, zlib.error):
            return


def is_packed_at_once(raw: bytes) -> bool:
    """Was a whole archive compressed at once, as people do it? Crawlers compress record by record: only
    where streams of gzip begin tells, for bytes that look like the beginning of one may stand in any.
    """
    return raw.startswith(_GZIP) and _unpacks_to_several(raw)


def _first_stream(raw: bytes) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(_GZIP_WINDOW)
    rest = raw
    try:
        while not unpacker.eof and (piece := unpacker.decompress(rest, _STEP)):
            yield piece
            rest = unpacker.unconsumed_tail
    except zlib.error:
        return


def _unpacks_to_several(raw: bytes) -> bool:
    before = b""
    for number, piece in enumerate(_first_stream(raw)):
        joined = before + piece
        if any(joined.find(mark) >= 0 for mark in _NEXT):
            return True
        if number == _MOST_STEPS:
            return False
        before = piece[-len(_NEXT[0]) :]
    return False


def _unpacked(raw: bytes) -> bytes:
    """The first bytes of what is compressed; b"" if nothing is."""
    if not raw.startswith(_GZIP):
        return b""
    try:
        return zlib.decompressobj(_GZIP_WINDOW).decompress(raw[:1024], len(_BEGINS))
    except zlib.error:
        return b""
