"""Web archives by their first bytes, compressed record by record or not at all."""

from __future__ import annotations

import zlib

_BEGINS = b"WARC/"
_GZIP = b"\x1f\x8b\x08"
_GZIP_WINDOW = 31  # for zlib: a gzip header, the largest window


def is_warc(raw: bytes) -> bool:
    return raw.startswith(_BEGINS) or _unpacked(raw).startswith(_BEGINS)


def has_several(raw: bytes) -> bool:
    """May it hold more than one record? Bytes that begin like one may stand inside of another."""
    if raw.startswith(_GZIP):
        return raw.find(_GZIP, len(_GZIP)) > 0
    return raw.find(b"\nWARC/1.") > 0 or raw.find(b"\nWARC/0.") > 0


def _unpacked(raw: bytes) -> bytes:
    """The first bytes of what is compressed; b"" if nothing is."""
    if not raw.startswith(_GZIP):
        return b""
    try:
        return zlib.decompressobj(_GZIP_WINDOW).decompress(raw[:1024], len(_BEGINS))
    except zlib.error:
        return b""
