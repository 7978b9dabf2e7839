"""A document prepared for extraction: its paragraphs, furniture left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from claims.extraction.passages import passages
from claims.model import Document, Span

# Mail and feeds end paragraphs with a blank line, saved pages with a line
# break; a single line break inside running text wrapped at a fixed width is
# told apart by the line before it (see `is_wrapped`).
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
        """Paragraphs that hold words and are no furniture, without outer blanks.

        One that is longer than any prose stands as several (see `passages`).
        """
        return tuple(
            passage
            for paragraph in paragraphs(self.text)
            if not self.document.is_furniture(paragraph)
            for passage in passages(self.text, paragraph)
        )


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
# The line ends of `str.splitlines`, which would hold all lines of a large text at once.
_ENDS = r"\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_ANY_LINE = re.compile(rf"[^{_ENDS}]*(?:\r\n|[{_ENDS}]|\Z)")


def is_wrapped(text: str) -> bool:
    """Does the text break its lines at a fixed width, so that a break ends no paragraph?"""
    before = inner = full = 0
    for line in _ANY_LINE.finditer(text):
        width = len(line.group().rstrip())
        if width > _WIDEST:
            return False
        if before and width:
            inner += 1
            full += before >= _USUAL
        before = width
    return inner >= 3 and full >= 0.6 * inner
