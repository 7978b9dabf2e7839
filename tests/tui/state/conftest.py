"""Small values of the fiction world, made by hand."""

import hashlib
from collections.abc import Callable

import pytest

from claims.model import Attribution, Document, PartialDate, Quote, QuoteKind, Source, Span
from claims.ports import Citation


@pytest.fixture
def document() -> Callable[..., Document]:
    def make(text: str, source: str = "Harlow Bay Herald", date: str = "2026-02-03") -> Document:
        return Document(
            text,
            hashlib.sha256(text.encode()).hexdigest(),
            location="ferry.txt",
            title="Ferry waits",
            source=Source(source, evidence="text"),
            published=PartialDate.parse(date, evidence="text") if date else None,
        )

    return make


@pytest.fixture
def quoted(document: Callable[..., Document]) -> Callable[..., Citation]:
    """A quote in a document: the words are quoted where they stand in the text."""

    def make(
        words: str, text: str = "", source: str = "Harlow Bay Herald", speaker: str = "Ines Carrow"
    ) -> Citation:
        made = document(text or f"“{words}” {speaker} said.", source)
        start = made.text.index(words)
        said = Attribution(
            speaker, role="spokeswoman", mention_text=speaker, cue_text="said", method="subject of cue"
        )
        span = Span(start, start + len(words))
        return Citation(Quote.of(made.id, made.text, (span,), QuoteKind.DIRECT, said), made)

    return make
