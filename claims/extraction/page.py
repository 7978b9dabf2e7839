"""A document prepared for extraction: its paragraphs and sentences, furniture left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from claims.extraction.sentences import sentences
from claims.model import Document, Span

# Mail and feeds end paragraphs with a blank line, saved pages with a line
# break; a single line break inside running text wrapped at a fixed width is
# told apart by the line before it (see `_is_wrapped`).
_LINE = re.compile(r"[^\r\n\u2028\u2029]+")


@dataclass(frozen=True)
class Page:
    """Places are spans of `document.text`; every list is in order."""

    document: Document

    @property
    def text(self) -> str:
        return self.document.text

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Paragraphs that hold words and are no furniture, without outer blanks."""
        return tuple(span for span in paragraphs(self.text) if not self.document.is_furniture(span))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return tuple(
            sentence for paragraph in self.paragraphs for sentence in sentences(self.text, paragraph)
        )

    def sentence_at(self, place: int) -> Span | None:
        """The sentence that holds a code point, if any does."""
        from bisect import bisect_right

        index = bisect_right(self.sentences, place, key=lambda span: span.start) - 1
        if index < 0 or self.sentences[index].end <= place:
            return None
        return self.sentences[index]


def paragraphs(text: str) -> Iterator[Span]:
    """Runs of lines that belong together, without outer blanks.

    A line break ends a paragraph unless the text is hard-wrapped: then only a
    blank line does.
    """
    wrapped = is_wrapped(text)
    start = end = -1
    for line in _LINE.finditer(text):
        stripped = line.group().strip()
        if not stripped:
            continue
        first = line.start() + line.group().index(stripped[0])
        last = first + len(stripped)
        joins = wrapped and start >= 0 and text.count("\n", end, first) == 1
        if joins:
            end = last
            continue
        if start >= 0:
            yield Span(start, end)
        start, end = first, last
    if start >= 0:
        yield Span(start, end)


# Hard-wrapped text (mail, old releases) breaks near one width: nearly no line is
# longer than 100, and most lines that are followed by another are 50 or longer.
_WIDEST, _USUAL = 100, 50


def is_wrapped(text: str) -> bool:
    """Does the text break its lines at a fixed width, so that a break ends no paragraph?"""
    lines = [line.rstrip() for line in text.splitlines()]
    if max((len(line) for line in lines), default=0) > _WIDEST:
        return False
    inner = [len(a) for a, b in pairwise(lines) if a and b]
    full = sum(length >= _USUAL for length in inner)
    return len(inner) >= 3 and full >= 0.6 * len(inner)
