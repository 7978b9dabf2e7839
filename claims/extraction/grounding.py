"""Grounding: what the text does not hold becomes a Problem, never a quote.

Every value is held against the document, whoever extracted it, so that an
extractor (a language model, say) cannot put invented words on record.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from claims.model import Claim, Document, Problem, Quote, Span
from claims.model.spans import joined
from claims.ports import Extraction

STAGE = "grounding"

Value = TypeVar("Value", Quote, Claim)


def grounded(document: Document, found: Extraction) -> Extraction:
    """The quotes and claims that stand in the document, each other one as a Problem."""
    quotes, quote_problems = _sorted_out(document, found.quotes)
    claims, claim_problems = _sorted_out(document, found.claims)
    return Extraction(tuple(quotes), tuple(claims), (*found.problems, *quote_problems, *claim_problems))


def _sorted_out(document: Document, values: Iterable[Value]) -> tuple[list[Value], list[Problem]]:
    kept: list[Value] = []
    problems: list[Problem] = []
    for value in values:
        fault = _fault(document, value)
        if not fault:
            kept.append(value)
            continue
        place = _first_place(document, value)
        problems.append(Problem(STAGE, f"left out, {fault}: {value.text[:80]}", document.id, place))
    return kept, problems


def _fault(document: Document, value: Quote | Claim) -> str:
    """What is wrong with the value's place, or ""."""
    spans = value.spans if isinstance(value, Quote) else (value.span, value.sentence)
    if value.document != document.id:
        return "it belongs to another document"
    if any(span.end > len(document.text) for span in spans):
        return "its place lies beyond the end of the text"
    words = joined(document.text, value.spans) if isinstance(value, Quote) else value.span.of(document.text)
    if words != value.text:
        return "the text does not hold these words there"
    if not words.strip():
        return "it holds no words"
    places = value.spans if isinstance(value, Quote) else (value.span,)
    if any(document.is_furniture(span) for span in places):
        return "it stands in page furniture"
    return ""


def _first_place(document: Document, value: Quote | Claim) -> Span | None:
    span = value.spans[0] if isinstance(value, Quote) else value.span
    return span if span.end <= len(document.text) else None
