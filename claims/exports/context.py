"""Words with what stands around them: for programs that look for them again, and for people who read on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from claims.model import Claim, Span
from claims.model.spans import merged
from claims.ports import Citation, Passage

# So many code points on each side find a passage again in a changed copy (what annotation clients compare).
_AROUND = 32
# So much of the paragraphs on each side is shown to people: two or three sentences.
_SHOWN = 300
# So far around a passage it is looked how paragraphs are set apart.
_NEAR = 2000
# No word is longer that is kept whole.
_WORD = 40
_GAP, _LINE = re.compile(r"\n\s*\n"), re.compile(r"\n")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in a row, of which all belong to the passage, or none."""

    text: str
    is_passage: bool


def passages(citation: Citation) -> tuple[Passage, ...]:
    """Every piece of a quote, or a claim's figure, in order."""
    text = citation.document.text
    return tuple(
        Passage(
            span.start,
            span.end,
            span.of(text),
            text[max(0, span.start - _AROUND) : span.start],
            text[span.end : span.end + _AROUND],
        )
        for span in places(citation)
    )


def places(citation: Citation) -> tuple[Span, ...]:
    """Where its words stand."""
    value = citation.value
    return (value.span,) if isinstance(value, Claim) else value.spans


def around(*citations: Citation) -> tuple[Stretch, ...]:
    """Passages of one document in their sentence or paragraph and what stands beside it, as the document has
    it; "…" where a paragraph is cut. Joined, it is a piece of the document but for these.
    """
    begins, ends = _bounds(citations)
    pieces = _stretches(citations[0].document.text, begins, ends, citations)
    return tuple(one for one in pieces if one.text)


def shown(citation: Citation) -> Span:
    """What is shown of the document around a passage."""
    begins, ends = _bounds((citation,))
    return Span(begins[0], ends[0])


def _bounds(citations: Sequence[Citation]) -> tuple[tuple[int, str], tuple[int, str]]:
    """Where what is shown begins and ends, each with the sign that more stands there."""
    text = citations[0].document.text
    wholes = [_whole(one) for one in citations]
    start, end = min(one.start for one in wholes), max(one.end for one in wholes)
    # Where no line is empty a line is a paragraph, as in the text of most pages.
    near = text[max(0, start - _NEAR) : end + _NEAR]
    gap = _GAP if _GAP.search(near) else _LINE
    return _beginning(text, start, gap), _end(text, end, gap)


def _whole(citation: Citation) -> Span:
    value = citation.value
    return value.sentence if isinstance(value, Claim) else value.whole


def _stretches(
    text: str, begins: tuple[int, str], ends: tuple[int, str], citations: Iterable[Citation]
) -> Iterator[Stretch]:
    at, cut = begins
    for span in merged(span for one in citations for span in places(one)):
        yield Stretch(cut + text[at : span.start], False)
        yield Stretch(span.of(text), True)
        at, cut = span.end, ""
    yield Stretch(text[at : ends[0]] + ends[1], False)


def _beginning(text: str, start: int, gap: re.Pattern[str]) -> tuple[int, str]:
    """Where the paragraph begins, or a word not far before; and the sign that more stands before it."""
    least = max(0, start - _SHOWN)
    if gaps := [found.end() for found in gap.finditer(text, least, start)]:
        return gaps[-1], ""
    if not least:
        return 0, ""
    blank = text.find(" ", least, min(start, least + _WORD))
    return (blank + 1 if blank >= 0 else least), "… "


def _end(text: str, end: int, gap: re.Pattern[str]) -> tuple[int, str]:
    most = min(len(text), end + _SHOWN)
    if found := gap.search(text, end, most):
        return found.start(), ""
    if most == len(text):
        return max(end, len(text.rstrip())), ""
    blank = text.rfind(" ", max(end, most - _WORD), most)
    return (blank if blank >= 0 else most), " …"
