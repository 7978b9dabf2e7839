"""A paragraph longer than any prose, cut into passages: a book on one line, a table without breaks.

Whatever reads a paragraph holds all its words, marks and figures at once, so
this is what bounds the memory that extraction takes beside its results.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.extraction.sentences import sentence_ends
from claims.model import Span

# Characters: some seven pages. The longest paragraph of 1,319 press releases has 8,354,
# a release that lost its line breaks.
LONGEST = 20_000
# The end of a sentence is looked for in the last part of a passage only, so that none is short.
_ZONE = 5_000

_DOUBLE = re.compile('[\u201c\u201d\u201e\u00ab\u00bb"]')
_BLANK = re.compile(r"\s")
# Behind these no word and no number is cut in two.
_MARK = re.compile(r"[^\w\s.,/:\u2013-](?!\d)")
_BLANK_OR_MARK = re.compile(rf"{_BLANK.pattern}|{_MARK.pattern}")


def passages(text: str, paragraph: Span) -> Iterator[Span]:
    """The paragraph in passages of at most `LONGEST` characters, in order, without outer blanks.

    Cut behind a sentence outside of quotation marks, else behind a sentence, else at
    a blank, else behind a mark. A run of more letters and digits than that stays whole:
    a part of a number is another number.
    """
    start = paragraph.start
    while paragraph.end - start > LONGEST:
        cut = _cut(text, start, paragraph.end)
        yield Span(start, start + len(text[start:cut].rstrip()))
        start = cut
        while start < paragraph.end and text[start].isspace():
            start += 1
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def is_run(passage: Span) -> bool:
    """Is it one run without a blank, and so no prose: data, a key, a picture in letters?"""
    return len(passage) > LONGEST


def _cut(text: str, start: int, end: int) -> int:
    """Where to cut a text that begins at `start` and is too long."""
    limit = start + LONGEST
    ended = _sentence_end(text, start, Span(limit - _ZONE, limit))
    if ended:
        return ended
    for places in (_BLANK, _MARK):
        last = max((found.end() for found in places.finditer(text, start, limit)), default=0)
        if last:
            return last
    behind = _BLANK_OR_MARK.search(text, limit, end)
    return behind.end() if behind else end


def _sentence_end(text: str, start: int, zone: Span) -> int:
    """The last end of a sentence in `zone` outside of quotation marks, else the last; 0 for none."""
    quoted = _marks(text, start, zone.start) % 2 == 1
    outside, at = 0, zone.start
    for end in sentence_ends(text, zone):
        quoted ^= _marks(text, at, end) % 2 == 1
        at = end
        outside = outside if quoted else end
    return outside or (at if at > zone.start else 0)


def _marks(text: str, start: int, end: int) -> int:
    return sum(1 for _ in _DOUBLE.finditer(text, start, end))
