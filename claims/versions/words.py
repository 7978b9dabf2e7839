"""A text as folded words with their places: what stays the same when only the print changes."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from html import unescape

from claims.extraction.page import paragraphs
from claims.extraction.sentences import sentences
from claims.model import Span

# Combining marks belong to their letter; soft hyphens and joiners are not seen.
_JOINED = "\u0300-\u036f\u00ad\u200b-\u200d"
# A number with its points, an entity ("&eacute;", "&amp;"), a sign that changes what a
# figure means, or a run of letters. Apostrophes part words, so their style says nothing.
_WORD = re.compile(
    r"\d+(?:[.,]\d+)*|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31}\d{0,2});|[%$€£¥]"
    rf"|(?:[^\W\d_][{_JOINED}]*)+|[^\W_]"
)
_UNSEEN = re.compile("[\u00ad\u200b-\u200d]")

# A range of word numbers, half-open.
Run = tuple[int, int]


@dataclass(frozen=True)
class Words:
    """The words of a text in order: folded forms, and where each begins and ends."""

    text: str
    forms: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def run_of(self, span: Span) -> Run:
        """The words of which any part stands in a span."""
        return bisect_left(self.ends, span.start + 1), bisect_left(self.starts, span.end)

    def span_of(self, run: Run) -> Span:
        """From the first to the last word of a run that is not empty."""
        return Span(self.starts[run[0]], self.ends[run[1] - 1])

    @cached_property
    def paragraphs(self) -> list[Run]:
        return self._runs(paragraphs(self.text))

    @cached_property
    def sentences(self) -> list[Run]:
        return self._runs(one for each in paragraphs(self.text) for one in sentences(self.text, each))

    def _runs(self, spans: Iterable[Span]) -> list[Run]:
        runs = (self.run_of(span) for span in spans)
        return [run for run in runs if run[0] < run[1]]


def words(text: str) -> Words:
    """White space, marks, case, entities and letter forms are folded away."""
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for form, start, end in _pieces(text):
        if ends and ends[-1] == start and form.isalpha() and forms[-1].isalpha():
            forms[-1], ends[-1] = forms[-1] + form, end
            continue
        forms.append(form)
        starts.append(start)
        ends.append(end)
    return Words(text, tuple(forms), tuple(starts), tuple(ends))


def _pieces(text: str) -> Iterator[tuple[str, int, int]]:
    """Words, and parts of a word that an entity cuts ("caf&eacute;")."""
    for found in _WORD.finditer(text):
        word = found.group()
        if word[0] == "&":
            word = unescape(word)
            if not (word.isalnum() or word in "%$€£¥"):
                continue
        yield _folded(word), found.start(), found.end()


def _folded(word: str) -> str:
    if word[0].isdigit():
        return word.replace(",", "")
    if not word.isascii():
        word = unicodedata.normalize("NFKC", _UNSEEN.sub("", word))
    return word.casefold()
