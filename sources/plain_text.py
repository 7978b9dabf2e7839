"""Plain text: an article pasted or saved as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from claims.errors import UnreadableDocument
from claims.model import Document, Problem
from claims.ports import Material
from sources.decoding import decode
from sources.documents import made
from sources.sniff import is_plain_text


class PlainText:
    """Reader of plain text.

    The text is kept character for character as decoded, line ends too, so that
    offsets are those of the file; only NUL and lone surrogates become U+FFFD.
    """

    name = "plain-text"

    def claims(self, material: Material) -> bool:
        """Text that is no page, no data and no program; also an empty file, to say so."""
        return is_plain_text(material)

    def read(self, material: Material) -> Iterator[Document | Problem]:
        """One document.

        Raises:
            UnreadableDocument: the file is empty or holds blanks only.
        """
        decoded = decode(material.raw, material.fetched.charset if material.fetched else "")
        if not decoded.text.strip():
            why = "the file holds nothing but blanks" if material.raw else "the file is empty"
            raise UnreadableDocument(material.location, why)
        yield from made(material, decoded, decoded.text, "text/plain")
