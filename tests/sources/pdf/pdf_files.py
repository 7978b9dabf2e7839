"""PDF files of ours, written by hand: letters at places, in one of the fonts that every viewer has."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

# Where words stand on a page: from the left and from the bottom in points, the size of the type, the words.
Words = tuple[float, float, float, str]

# A4 in points.
WIDTH, HEIGHT = 595, 842


def column(
    lines: Iterable[str], left: float = 72, top: float = 760, size: float = 11, leading: float = 14
) -> list[Words]:
    """Lines below one another."""
    return [(left, top - at * leading, size, line) for at, line in enumerate(lines)]


def file_of(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """A PDF of objects, numbered from 1; the first is the catalogue."""
    made = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer\n<< /Size %d /Root 1 0 R %b >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        len(made),
    )
    return made + table + trailer


def stream(data: bytes, head: bytes = b"") -> bytes:
    packed = zlib.compress(data, 9)
    return b"<< /Length %d /Filter /FlateDecode %b >>\nstream\n%b\nendstream" % (len(packed), head, packed)


def pdf(pages: Sequence[Sequence[Words]], *, rotate: int = 0, **info: str) -> bytes:
    """A PDF with these words on its pages, drawn in the order given."""
    return of_contents([b"\n".join(map(_drawn, words)) for words in pages], rotate=rotate, **info)


def of_contents(contents: Sequence[bytes], *, rotate: int = 0, **info: str) -> bytes:
    """A PDF of pages that draw what their contents say; /F1 is Helvetica."""
    count = len(contents)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * at) for at in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%b] >>" % (count, kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for at, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Rotate %d /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> >> >>" % (WIDTH, HEIGHT, rotate, 5 + 2 * at)
        )
        objects.append(stream(content))
    objects.append(
        b"<< %b >>" % b" ".join(b"/%b %b" % (key.encode(), _text(value)) for key, value in info.items())
    )
    return file_of(objects, b"/Info %d 0 R" % len(objects))


def _drawn(words: Words) -> bytes:
    left, bottom, size, text = words
    return b"BT /F1 %g Tf %g %g Td %b Tj ET" % (size, left, bottom, _text(text))


def _text(words: str) -> bytes:
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return b"(%b)" % escaped.encode("cp1252")
