"""Reports as candidates of the sentence in which their cue stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from claims.extraction.encoder.decoding import Report
from claims.extraction.encoder.sources import is_accused, source_beside
from claims.extraction.quotes.candidate import Candidate
from claims.extraction.quotes.cues import BREAKS, DETERMINERS, PREPOSITIONS, PRONOUNS, Frame
from claims.extraction.quotes.phrases import Sentence
from claims.extraction.quotes.ranges import Range, is_minus, meet
from claims.extraction.quotes.subjects import whose_document
from claims.extraction.quotes.tags import ACCORDING, LEARNED, Tag
from claims.model import Span

# Of reports this sure, so many are right in bounds and speaker.
_RIGHT = ((0.98, 0.9), (0.95, 0.8), (0.9, 0.65), (0.0, 0.5))

_STAND_INS = PRONOUNS | BREAKS | PREPOSITIONS | DETERMINERS
# What a clause never begins with, and never ends with.
_OPENS = frozenset("$\u20ac\u00a3[(#@")
_ENDS_NOT = frozenset((",", ";", ":", "-", "--", "\u2013", "\u2014"))


def candidates_of(s: Sentence, reports: Sequence[Report]) -> list[Candidate]:
    """Reports that have one cue and one source are one statement, of several pieces perhaps.

    A report whose cue stands in another sentence is left to the rules of quotations that go on.
    """
    together: dict[tuple[Range, Span | None], list[tuple[Range, float]]] = {}
    for report in reports:
        cue, content = report.cue and _words(s, report.cue), _words(s, report.content)
        if cue and content and not s.pieces_in(*cue) and not meet(cue, content):
            together.setdefault((cue, report.source), []).append((content, report.sure))
    return [_candidate(s, cue, source, content) for (cue, source), content in together.items()]


def is_in_marks(s: Sentence, one: Candidate) -> bool:
    """Do all words of the content stand in quotation marks?"""
    inside = _inside(one)
    return bool(inside) and all(i in s.pieces or not s.words[i][0].isalnum() for i in inside)


def is_empty(s: Sentence, one: Candidate) -> bool:
    """Only words such as "what" or "it": they stand for a statement elsewhere."""
    return all(
        i not in s.pieces and (_stem(s.low[i]) in _STAND_INS or not s.words[i][0].isalnum())
        for i in _inside(one)
    )


def _stem(low: str) -> str:
    """`that` of `that’s`."""
    return low.partition("'")[0].partition("\u2019")[0]


def goes_beyond(s: Sentence, one: Candidate, other: Candidate) -> bool:
    """Does the content hold all of the other's, and words outside of quotation marks too, but not its tag?"""
    inside = _inside(one)
    if other.tag.first in inside or other.tag.cue.frame is Frame.NAME:
        return False  # "called the pier PIECE": the words between name what is spoken of
    more = inside.difference(_inside(other), s.pieces)
    return inside.issuperset(_inside(other)) and any(s.words[i][0].isalnum() for i in more)


def _inside(one: Candidate) -> set[int]:
    return {i for first, last in one.content for i in range(first, last + 1)}


def _candidate(s: Sentence, cue: Range, source: Span | None, content: list[tuple[Range, float]]) -> Candidate:
    fine = tuple(_trimmed(s, one) for one in _merged(place for place, _ in content))
    if is_accused(s, cue) or (s.low[cue[0]].endswith("ing") and source and not _words(s, source)):
        source = None  # a participle belongs to its own sentence: "agents telling us"
    subject = _without_marks(s, _words(s, source)) if source else source_beside(s, cue, fine[0])
    if subject and s.pieces_in(*subject):
        subject = None
    subject = subject and (whose_document(s, *subject) or subject)
    kind = ACCORDING if s.low[cue[0]] == "according" else LEARNED
    elsewhere = source if source and not _words(s, source) else None
    tag = Tag(*cue, kind, subject, inverted=bool(subject and subject[0] > cue[1]))
    zone = min(cue[0], fine[0][0]), max(cue[1], fine[0][0])
    least = min(sure for _, sure in content)
    right = next((share for bound, share in _RIGHT if least >= bound), _RIGHT[-1][1])
    return Candidate(tag, fine, zone, source=elsewhere, confidence=right)


def _words(s: Sentence, span: Span) -> Range | None:
    """The words that a place touches; None if it touches none."""
    first, last = bisect_right(s.ends, span.start), bisect_left(s.starts, span.end) - 1
    return (first, last) if first <= last else None


def _without_marks(s: Sentence, source: Range | None) -> Range | None:
    """`the coach` of `the coach,`: behind the comma the name stands."""
    if source is None:
        return None
    first, last = source
    while last > first and s.words[last] in _ENDS_NOT:
        last -= 1
    return first, last


def _merged(ranges: Iterable[Range]) -> Iterator[Range]:
    """In order, and those that meet as one: two reports may touch one quoted piece."""
    here: Range | None = None
    for first, last in sorted(ranges):
        if here and first <= here[1]:
            here = here[0], max(here[1], last)
            continue
        if here:
            yield here
        here = first, last
    if here:
        yield here


def _opens(s: Sentence, at: int) -> bool:
    return s.words[at][0].isalnum() or s.words[at] in _OPENS or is_minus(s, at)


def _trimmed(s: Sentence, content: Range) -> Range:
    """Without marks at the ends, and without the `that` before it."""
    first, last = content
    while first < last and not (first in s.pieces or _opens(s, first)):
        first += 1
    while last > first and s.words[last] in _ENDS_NOT:
        last -= 1
    return (first + (first < last and s.low[first] == "that"), last)
