"""The passages of a thing to decide, a document each, with context and what differs marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claims.matching.alignment import word_diff
from claims.model import Claim, Document, Quote, Span
from claims.ports import Citation
from claims.printed import NO_SOURCE, NO_SPEAKER
from claims.views import Difference
from tui.state.words import date_words

# Code points of context each side of a passage: two to three lines of a half screen,
# and one line where the screen is short.
CONTEXT, LITTLE_CONTEXT = 160, 60


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `kind` is "context", "core" (the passage) or "mark" (what matters in it)."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Side:
    """One document's part.

    Attributes:
        heading: source and date.
        speakers: who says it there, each once.
        excerpts: its passages in order of place; overlapping ones are joined.
        first: id of the value to open when this side is opened.
    """

    heading: str
    title: str
    speakers: tuple[str, ...]
    excerpts: tuple[tuple[Run, ...], ...]
    first: str


def sides(citations: Sequence[Citation], context: int = CONTEXT) -> list[Side]:
    """One side a document, in the order in which the documents are first named."""
    marks = _marks(citations)
    by_document: dict[str, list[Citation]] = {}
    for citation in citations:
        by_document.setdefault(citation.document.id, []).append(citation)
    if len(by_document) == 1 and _are_quotes(citations):
        return [_side([citation], marks, context) for citation in citations]
    return [_side(group, marks, context) for group in by_document.values()]


def rows_of(side: Side, width: int) -> int:
    """About how many lines its excerpts take at a width."""
    lines = (line for excerpt in side.excerpts for line in "".join(run.text for run in excerpt).split("\n"))
    return sum(1 + len(line) // max(1, width) for line in lines)


def changed_words(citations: Sequence[Citation]) -> list[Difference]:
    """What differs between two quotes, without what is equal; empty for anything else."""
    if len(citations) != 2 or not _are_quotes(citations):
        return []
    left, right = (citation.value.text for citation in citations)
    return [piece for piece in word_diff(left, right) if piece.op != "equal"]


def difference_words(piece: Difference) -> str:
    """ "“four” → “five”", or which side alone has the words."""
    if piece.op == "replace":
        return f"“{piece.left}” → “{piece.right}”"
    return f"only A: “{piece.left}”" if piece.op == "delete" else f"only B: “{piece.right}”"


def _are_quotes(citations: Iterable[Citation]) -> bool:
    return all(isinstance(citation.value, Quote) for citation in citations)


def _marks(citations: Sequence[Citation]) -> dict[str, list[Span]]:
    """Places to mark, by value id: the figures of claims, the differing words of two quotes."""
    if len(citations) == 2 and _are_quotes(citations):
        pieces = word_diff(citations[0].value.text, citations[1].value.text)
        lefts = [(piece.left, piece.op != "equal") for piece in pieces]
        rights = [(piece.right, piece.op != "equal") for piece in pieces]
        return {
            citation.value.id: _located(citation, runs)
            for citation, runs in zip(citations, (lefts, rights), strict=True)
        }
    return {c.value.id: [c.value.span] for c in citations if isinstance(c.value, Claim)}


def _located(citation: Citation, runs: Iterable[tuple[str, bool]]) -> list[Span]:
    """Where the differing runs stand in the document, word by word in reading order."""
    text, place = citation.document.text, _whole(citation.value).start
    end, found = _whole(citation.value).end, []
    for words, differs in runs:
        for word in words.split():
            at = text.find(word, place, end)
            if at < 0:
                continue
            place = at + len(word)
            if differs:
                found.append(Span(at, place))
    return _merged(found, gap=1)


def _whole(value: Quote | Claim) -> Span:
    return value.sentence if isinstance(value, Claim) else value.whole


def _core(value: Quote | Claim) -> tuple[Span, ...]:
    return (value.sentence,) if isinstance(value, Claim) else value.spans


def _side(group: Sequence[Citation], marks: dict[str, list[Span]], context: int) -> Side:
    document = group[0].document
    cores = _merged([span for citation in group for span in _core(citation.value)])
    places = _merged([place for citation in group for place in marks.get(citation.value.id, [])])
    windows = _merged([_window(document.text, _whole(citation.value), context) for citation in group])
    source = document.source.name if document.source else NO_SOURCE
    return Side(
        heading=f"{source}, {date_words(document.published)}",
        title=document.title or document.location,
        speakers=tuple(dict.fromkeys(speaker_of(citation.value) for citation in group)),
        excerpts=tuple(_excerpt(document, window, cores, places) for window in windows),
        first=group[0].value.id,
    )


def speaker_of(value: Quote | Claim) -> str:
    """Name, role and organization as printed; a claim of the document's own voice says so."""
    said = value.attributed_to if isinstance(value, Claim) else value.attribution
    if said is None:
        return "the document itself" if isinstance(value, Claim) else NO_SPEAKER
    return ", ".join(filter(None, (said.name, said.role, said.organization)))


def _merged(spans: Iterable[Span], gap: int = 0) -> list[Span]:
    """In order; spans that touch or stand at most `gap` code points apart become one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end + gap:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


_BLANK = re.compile(r"\s")


def _window(text: str, span: Span, context: int) -> Span:
    """The passage with context, cut at blanks; little context stays on the passage's own lines."""
    start, end = max(0, span.start - context), min(len(text), span.end + context)
    if context <= LITTLE_CONTEXT:
        start = max(start, text.rfind("\n", 0, span.start) + 1)
        line_end = text.find("\n", span.end)
        end = min(end, line_end) if line_end >= 0 else end
    if start and not text[start - 1].isspace() and (blank := _BLANK.search(text, start, span.start)):
        start = blank.end()
    if end < len(text) and not text[end].isspace():
        end = max(span.end, *(text.rfind(blank, span.end, end) for blank in " \n"))
    return Span(start, end)


def _excerpt(
    document: Document, window: Span, cores: Sequence[Span], places: Sequence[Span]
) -> tuple[Run, ...]:
    """The window's text as runs; a mark wins over the core, the core over context."""
    cuts = {window.start, window.end}
    for span in (*cores, *places):
        cuts.update(cut for cut in (span.start, span.end) if window.start < cut < window.end)
    edges = sorted(cuts)
    return tuple(Run(document.text[a:b], _kind(Span(a, b), cores, places)) for a, b in pairwise(edges))


def _kind(span: Span, cores: Sequence[Span], places: Sequence[Span]) -> str:
    if any(place.contains(span) for place in places):
        return "mark"
    return "core" if any(core.contains(span) for core in cores) else "context"
