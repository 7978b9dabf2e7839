"""Transcripts: paragraphs that begin with who speaks (`VEGA: We will rebuild it.`)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from claims.extraction.page import Page
from claims.model import Span

_LABEL = re.compile(
    r"[\"\u201c]?((?:[A-Z][\w.'\u2019\-]{0,20})(?: [A-Z][\w.'\u2019\-]{0,20}){0,4})"
    r"(?: ?\([^()]{1,60}\))?:\s+(?=\S)"
)
# So many paragraphs without a label may lie between two turns.
_GAP = 5


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's words: the label, and the words of each paragraph."""

    label: Span
    words: tuple[Span, ...]
    paragraphs: range


def turns(page: Page) -> dict[int, Turn]:
    """Every turn by the index of its first paragraph; empty where the page is no transcript.

    A label counts if it returns, or if it is all capitals and another such label
    stands beside it: "CONTACT:" and "DATE:" head one line each.
    """
    labels: dict[int, Span] = {}
    for index, paragraph in enumerate(page.paragraphs):
        found = _LABEL.match(page.text, paragraph.start, paragraph.end)
        if found:
            labels[index] = Span(found.start(1), found.end(1))
    counts = Counter(label.of(page.text) for label in labels.values())
    if not any(count > 1 for count in counts.values()) or len(labels) < 3:
        return {}
    kept = {
        i: label
        for i, label in labels.items()
        if counts[label.of(page.text)] > 1 or label.of(page.text).isupper()
    }
    return {index: _turn(page, index, label, kept) for index, label in kept.items()}


def _turn(page: Page, index: int, label: Span, kept: dict[int, Span]) -> Turn:
    following = next((i for i in range(index + 1, index + _GAP + 2) if i in kept), None)
    paragraph = page.paragraphs[index]
    start = label.end
    while start < paragraph.end and page.text[start] != ":":
        start += 1
    first = _without_marks(page.text, Span(start, paragraph.end))
    rest = [_without_marks(page.text, page.paragraphs[i]) for i in range(index + 1, following or index + 1)]
    words = tuple(span for span in (first, *rest) if span is not None)
    return Turn(label, words, range(index, following or index + 1))


def _without_marks(text: str, span: Span) -> Span | None:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ':"\u201c'):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in '"\u201d'):
        end -= 1
    words = text[start:end]
    if not any(map(str.isalnum, words)) or words.strip('"\u201c').startswith(("(", "[")):
        return None
    return Span(start, end)
