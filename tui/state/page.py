"""A statement, a claim or a document with everything its screen shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims import printed
from claims.errors import UnknownId
from claims.model import Claim, Document, Quote, Span
from claims.ports import Citation
from claims.views import Shown

if TYPE_CHECKING:
    from claims import Ledger


@dataclass(frozen=True, slots=True)
class Page:
    """A value with its document and the document's other quotes."""

    shown: Shown
    document: Document
    quotes: tuple[Quote, ...]
    versions: tuple[Citation, ...]

    @property
    def value(self) -> Quote | Claim | Document:
        value = self.shown.value
        assert isinstance(value, Quote | Claim | Document)
        return value

    @property
    def words(self) -> str:
        """What it is called where it is mentioned: its words, or a document's title."""
        value = self.value
        if isinstance(value, Document):
            return value.title or value.location
        return printed.quote(value, self.document.text) if isinstance(value, Quote) else value.text

    @property
    def spans(self) -> tuple[Span, ...]:
        value = self.shown.value
        if isinstance(value, Claim):
            return (value.span,)
        return value.spans if isinstance(value, Quote) else ()


def page_of(ledger: Ledger, wanted: str) -> Page:
    """Ask for everything the screen shows."""
    shown = ledger.show(wanted)
    if isinstance(shown.value, Document):
        return Page(shown, shown.value, shown.quotes, ())
    if shown.document is None:
        raise UnknownId(wanted, "statement")
    quotes = ledger.show(shown.document.id).quotes
    documents = {each.document: ledger.show(each.document).document for each in shown.versions}
    versions = [
        Citation(each, document)
        for each in shown.versions
        if (document := documents[each.document]) is not None
    ]
    return Page(shown, shown.document, quotes, tuple(versions))
