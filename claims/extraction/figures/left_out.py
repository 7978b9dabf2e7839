"""Numbers of a text that are no claims, each with the reason: for a reader who misses one."""

from __future__ import annotations

from collections.abc import Iterator

from claims.extraction.figures.masks import masks
from claims.extraction.figures.scan import scan
from claims.extraction.figures.told_ranks import told_ranks
from claims.extraction.numbers.tokens import has_digits, may_hold_number, tokens
from claims.extraction.numbers.words import NUMBER_WORDS
from claims.extraction.page import Page
from claims.extraction.passages import is_run
from claims.extraction.sentences import sentences
from claims.model import Document, LeftOut, Span


def left_out(document: Document, within: Span | None = None) -> Iterator[LeftOut]:
    """In order of place; with `within` only those of the sentences that it meets."""
    page = Page(document)
    country = document.source.country if document.source else ""
    for paragraph in page.paragraphs:
        if is_run(paragraph) or (within and not _meet(paragraph, within)):
            continue
        for sentence in sentences(document.text, paragraph):
            if within is None or _meet(sentence, within):
                yield from _of(document.text, sentence, country, sentence.start == paragraph.start)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _of(text: str, sentence: Span, country: str, begins_paragraph: bool) -> Iterator[LeftOut]:
    words = sentence.of(text)
    if not has_digits(words) and not may_hold_number(words, NUMBER_WORDS):
        return
    row, hidden = tokens(words), masks(words, begins_paragraph=begins_paragraph)
    rejected = scan(row, hidden, country).rejected
    ranks = [(row[one.first].start, row[one.last - 1].end) for one in told_ranks(row)]
    places = [(row[one.first].start, row[one.last - 1].end, one.reason) for one in rejected]
    reached = 0
    for start, end, reason in sorted([*hidden, *places]):
        if start < reached or any(first < end and start < last for first, last in ranks):
            continue  # a date holds a year: it is told once
        reached = end
        place = Span(sentence.start + start, sentence.start + end)
        yield LeftOut(place, place.of(text).strip(), reason.value)
