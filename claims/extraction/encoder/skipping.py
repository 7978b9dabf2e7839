"""Which sentences the network is shown: those with a quotation mark, or a word that ever tells of speech.

A quarter of the words of news are in none of them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator

from claims.extraction.encoder.reading import Paragraph
from claims.extraction.sentences import sentences
from claims.model import Span

LETTERS = re.compile(r"[^\W\d_]+")
_MARK = re.compile("[\"\u201c\u201d\u201e\u00ab\u00bb]|''|``")


def telling(text: str, paragraphs: Iterable[Paragraph], cues: Container[str]) -> Iterator[Paragraph]:
    """Sentences in a row that are shown, as paragraphs; `cues` are words in small letters."""
    for paragraph in paragraphs:
        start = end = -1
        ends = [place.end for place in paragraph.quoted]
        for sentence in sentences(text, paragraph.span):
            nth = bisect_right(ends, sentence.start)
            in_marks = nth < len(ends) and paragraph.quoted[nth].start < sentence.end
            if in_marks or _tells(text, sentence, cues):
                start = sentence.start if start < 0 else start
                end = sentence.end
            elif start >= 0:
                yield Paragraph(Span(start, end), paragraph.quoted)
                start = -1
        if start >= 0:
            yield Paragraph(Span(start, end), paragraph.quoted)


def _tells(text: str, sentence: Span, cues: Container[str]) -> bool:
    if _MARK.search(text, sentence.start, sentence.end):
        return True
    words = LETTERS.finditer(text, sentence.start, sentence.end)
    return any(word.group().lower() in cues for word in words)
