"""How large the streams of a PDF unpack, counted without holding them: a bomb is refused unopened."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

# The product's limit for what one file may unpack to.
MOST_UNPACKED = 200_000_000

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_DEFLATED = re.compile(rb"/Fl(?:ateDecode)?(?![A-Za-z])")
# Text needs no pictures, and PDFium unpacks none for it.
_PICTURE = re.compile(rb"/Subtype\s*/Image(?![A-Za-z])")
# A stream's dictionary stands before it; one that is longer than this is read from here on.
_LONGEST_HEAD = 4_096
_CHUNK = 65_536
# One filter after another: more than a few hide something.
_MOST_FILTERS = 4


def unpacked(raw: bytes, most: int = MOST_UNPACKED) -> int:
    """Bytes of all streams but pictures, unpacked; the count stops once it is over `most`."""
    total = 0
    for found in _STREAM.finditer(raw):
        head = raw[max(0, found.start() - _LONGEST_HEAD) : found.start()]
        head = head[head.rfind(b" obj") + 1 :]
        filters = len(_DEFLATED.findall(head))
        if not filters or _PICTURE.search(head):
            continue
        for size in _sizes(raw, found.end(), min(filters, _MOST_FILTERS)):
            total += size
            if total > most:
                return total
    return total


def _sizes(raw: bytes, start: int, filters: int) -> Iterator[int]:
    """Lengths of what comes out of every filter of a stream, as it comes."""
    steps = [zlib.decompressobj() for _ in range(filters)]
    for at in range(start, len(raw), _CHUNK):
        try:
            yield from _through(steps, raw[at : at + _CHUNK])
        except zlib.error:
            return  # it is encrypted or damaged, or ends here
        if steps[0].eof:
            return


def _through(steps: list[zlib._Decompress], data: bytes) -> Iterator[int]:
    """What some bytes become in the first step, piece by piece, then in those after it."""
    while data and not steps[0].eof:
        made = steps[0].decompress(data, _CHUNK)
        data = steps[0].unconsumed_tail
        if not made:
            continue
        yield len(made)
        if len(steps) > 1:
            yield from _through(steps[1:], made)
