"""Pages that a browser saved as one file: the page by the reader of pages, its address from the headers."""

from __future__ import annotations

from collections.abc import Iterator

from claims.errors import UnreadableDocument
from claims.model import Document, Problem
from claims.ports import Material
from sources.html import Html
from sources.mail.headers import header
from sources.mail.marks import is_saved_page
from sources.mail.parts import message_of, payload
from sources.rewrapped import rewrapped, unwrapped

_ADDRESS = ("Snapshot-Content-Location", "Content-Location", "X-Saved-From")


class Mhtml:
    """Reader of pages saved as MHTML."""

    name = "mhtml"
    needs = Html.needs

    def claims(self, material: Material) -> bool:
        return is_saved_page(material)

    def read(self, material: Material) -> Iterator[Document | Problem]:
        """One document.

        Raises:
            UnreadableDocument: there is no page in it, or the page holds no text.
        """
        message = message_of(material)
        page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        if page is None:
            raise UnreadableDocument(material.location, "there is no page in the file")
        inner = unwrapped(material, payload(page), page.get_content_charset() or "")
        address = next((found for name in _ADDRESS if (found := header(message, name))), "")
        yield from rewrapped(Html().read(inner), material, address)
