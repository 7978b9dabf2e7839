"""Citations for checks: a sentence of ours, the figure in it, and who published it when."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from claims.extraction.pipeline import extract
from claims.extraction.rules import Rules
from claims.model import (
    Attribution,
    Claim,
    Comparator,
    Document,
    PartialDate,
    Quantity,
    Quote,
    QuoteKind,
    Source,
    Span,
    Superlative,
)
from claims.ports import Check, Citation


def document(text: str, source: str = "", date: str = "", reprints: str = "", title: str = "") -> Document:
    digest = hashlib.sha256(f"{source}{date}{text}".encode()).hexdigest()
    return Document(
        text,
        digest,
        location="page.txt",
        title=title,
        source=Source(source) if source else None,
        reprints=Source(reprints) if reprints else None,
        published=PartialDate.parse(date) if date else None,
    )


@pytest.fixture
def figures() -> Callable[..., list[Citation]]:
    """figures(text, ("46", {"counted": "people"}), ..., source=...): one citation a figure, in one document.

    The sentence of a figure is the run of text between full stops that holds it.
    """

    def made(text: str, *wanted: tuple[str, dict[str, Any]], **published: str) -> list[Citation]:
        page, place, cited = document(text, **published), 0, []
        for surface, fields in wanted:
            start = text.index(surface, place)
            place = start + len(surface)
            cited.append(Citation(claim(page, Span(start, place), **fields), page))
        return cited

    return made


def claim(
    page: Document, span: Span, *, value: str = "", comparator: str = "=", step: str = "1", **fields: Any
) -> Claim:
    surface = span.of(page.text)
    first = page.text.rfind(". ", 0, span.start) + 2 if ". " in page.text[: span.start] else 0
    last = page.text.find(". ", span.end)
    sentence = Span(first, last + 1 if last >= 0 else len(page.text))
    made = Claim.id_of(page.id, sentence.of(page.text), surface, span.start)
    if "superlative" in fields:
        return Claim(made, page.id, span, surface, sentence, superlative=Superlative(*fields["superlative"]))
    digits = Decimal(value or surface.replace(",", ""))
    bounds = {
        "=": (digits, digits),
        "~": (digits * Decimal("0.9"), digits),
        ">": (digits, None),
        "vague": (digits, digits * 10),
    }
    low, high = bounds[comparator]
    amount = Quantity(Comparator(comparator), low, high, comparator == ">", False, digits, Decimal(step))
    return Claim(made, page.id, span, surface, sentence, amount, **fields)


@pytest.fixture
def read() -> Callable[..., list[Citation]]:
    """read(text, source=...): a citation for each figure that the rules find in a document of this text."""

    def made(text: str, **published: str) -> list[Citation]:
        page = document(text, **published)
        return [Citation(claim, page) for claim in extract(page, Rules()).claims]

    return made


@pytest.fixture
def quoted() -> Callable[..., Citation]:
    """quoted(words, speaker, source=...): a quote at the beginning of its document, which is `text`."""

    def made(
        words: str,
        speaker: str = "",
        *,
        utterance: str = "u",
        kind: str = "direct",
        text: str = "",
        **published: str,
    ) -> Citation:
        page = document(text or words, **published)
        at = page.text.find(speaker, len(words)) if speaker else -1
        mention = Span(at, at + len(speaker)) if at >= 0 else None
        who = Attribution(speaker, mention) if speaker else None
        quote = Quote.of(page.id, page.text, (Span(0, len(words)),), QuoteKind(kind), who)
        return Citation(quote, page, utterance)

    return made


@pytest.fixture
def run() -> Callable[[Check, list[Citation]], list[Any]]:
    """Every finding of a check over citations, grouped by its own keys; each finding once."""

    def made(check: Check, cited: list[Citation]) -> list[Any]:
        groups: dict[str, list[Citation]] = {}
        for citation in cited:
            for key in check.keys(citation):
                groups.setdefault(key, []).append(citation)
        return list({f.id: f for group in groups.values() for f in check.find(group)}.values())

    return made
