"""Matches and what stands around them: sentences and recorded quotes. Places are spans of one text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from claims.extraction.page import paragraphs
from claims.extraction.sentences import sentences
from claims.model import Span

# A passage longer than this is no sentence but a text without full stops: of it the
# words around the match are shown.
_LONGEST, _AROUND = 800, 300


def best(text: str, places: Sequence[Sequence[Span]]) -> list[tuple[Span, Span]]:
    """Passages that hold most of the terms, each with a match in it, in order of place.

    Without terms it is the beginning of the text.
    """
    sentences_of = Sentences(text)
    if not places:
        return [(excerpt(text, first, first), first) for first in sentences_of.first()]
    terms_in: dict[Span, set[int]] = {}
    matches: list[tuple[Span, Span]] = []
    for number, found in enumerate(places):
        for match in found:
            passage = excerpt(text, sentences_of.around(match), match)
            terms_in.setdefault(passage, set()).add(number)
            matches.append((passage, match))
    most = max((len(numbers) for numbers in terms_in.values()), default=0)
    return sorted(pair for pair in matches if len(terms_in[pair[0]]) == most)


class Sentences:
    """Sentences of a text, found in those paragraphs only that are asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._paragraphs = list(paragraphs(text))
        self._known: dict[int, list[Span]] = {}

    def first(self) -> list[Span]:
        return self._of(0)[:1] if self._paragraphs else []

    def around(self, match: Span) -> Span:
        """The sentence, or sentences, in which a match stands."""
        first = self._at(match.start)
        if first and match.end <= first.end:
            return first
        found = [first, self._at(match.end - 1), match]
        return Span(min(one.start for one in found if one), max(one.end for one in found if one))

    def _at(self, place: int) -> Span | None:
        index = bisect_right(self._paragraphs, place, key=lambda span: span.start) - 1
        every = self._of(index) if index >= 0 else []
        number = bisect_right(every, place, key=lambda span: span.start) - 1
        return every[number] if number >= 0 and place < every[number].end else None

    def _of(self, index: int) -> list[Span]:
        if index not in self._known:
            self._known[index] = list(sentences(self._text, self._paragraphs[index]))
        return self._known[index]


def excerpt(text: str, passage: Span, match: Span) -> Span:
    """A passage, or of a long one the whole words around a match in it."""
    if len(passage) <= _LONGEST:
        return passage
    start = max(passage.start, match.start - _AROUND)
    end = min(passage.end, max(match.start + _AROUND, match.end))
    if start > passage.start:
        start = text.find(" ", start, match.start) + 1 or start
    if end < passage.end:
        end = max(text.rfind(" ", match.end, end), match.end)
    return Span(start, end)


class Places:
    """Where quotes stand, so that those around a match are found without looking at all."""

    def __init__(self, quotes: Iterable[tuple[str, tuple[Span, ...]]]) -> None:
        self._spans = sorted((span, id_) for id_, spans in quotes for span in spans)
        self._furthest = list(accumulate((span.end for span, _ in self._spans), max))

    def around(self, match: Span) -> str:
        """Id of the quote that holds a match, of several the one that begins last; "" if none does."""
        index = bisect_right(self._spans, match.start, key=lambda one: one[0].start) - 1
        while index >= 0 and self._furthest[index] >= match.end:
            span, id_ = self._spans[index]
            if span.contains(match):
                return id_
            index -= 1
        return ""
