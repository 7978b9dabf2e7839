"""Words with what stands around them: for programs that look for them again, and for people who read on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from claims.model import Claim, Span
from claims.ports import Citation, Passage

# So many code points on each side find a passage again in a changed copy (what annotation clients compare).
_AROUND = 32
# So much of the paragraphs on each side is shown to people: two or three sentences.
_SHOWN = 300
# No word is longer that is kept whole.
_WORD = 40
_GAP = re.compile(r"\n\s*\n")


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


def around(citation: Citation) -> tuple[Stretch, ...]:
    """The passage in its sentence or paragraph and what stands beside it, as the document has it; "…" where
    a paragraph is cut. Joined, it is a piece of the document but for these.
    """
    text, spans = citation.document.text, places(citation)
    value = citation.value
    whole = value.sentence if isinstance(value, Claim) else value.whole
    shown = Span(_beginning(text, whole.start), _end(text, whole.end))
    return tuple(_stretches(text, shown, spans))


def _stretches(text: str, shown: Span, spans: tuple[Span, ...]) -> Iterator[Stretch]:
    at, cut = shown.start, "… " if _goes_on(text, shown.start, -1) else ""
    for span in spans:
        if before := cut + text[at : span.start]:
            yield Stretch(before, False)
        yield Stretch(span.of(text), True)
        at, cut = span.end, ""
    rest = text[at : shown.end] + (" …" if _goes_on(text, shown.end, 1) else "")
    if rest:
        yield Stretch(rest, False)


def _beginning(text: str, start: int) -> int:
    """Where the paragraph begins, or a word not far before."""
    least = max(0, start - _SHOWN)
    gap = [found.end() for found in _GAP.finditer(text, least, start)]
    if gap:
        return gap[-1]
    if not least:
        return least
    blank = text.find(" ", least, min(start, least + _WORD))
    return blank + 1 if blank >= 0 else least


def _end(text: str, end: int) -> int:
    most = min(len(text), end + _SHOWN)
    if gap := _GAP.search(text, end, most):
        return gap.start()
    if most == len(text):
        return len(text.rstrip()) if len(text.rstrip()) >= end else end
    blank = text.rfind(" ", max(end, most - _WORD), most)
    return blank if blank >= 0 else most


def _goes_on(text: str, at: int, step: int) -> bool:
    """Does the paragraph go on beyond this place?"""
    beyond = text[at : at + _WORD] if step > 0 else text[max(0, at - _WORD) : at]
    near = beyond if step > 0 else beyond[::-1]
    blank = near[: len(near) - len(near.lstrip())]
    return bool(near.strip()) and blank.count("\n") < 2
