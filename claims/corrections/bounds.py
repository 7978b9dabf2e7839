"""Do bounds that a person set still hold the words they held then?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from claims.corrections.written import span_of
from claims.errors import BadValue
from claims.model import Claim, Judgement, Quote, Span
from claims.model.spans import joined

BOUNDS = "bounds"

# A judgement keeps enough of the words to be understood without its document.
SHOWN = 200


def spans_in(written: str, text: str) -> tuple[Span, ...]:
    """START:END, or several with commas between, as spans of a text. Raises BadValue."""
    return tuple(span_of(piece, text) for piece in written.split(","))


def words_at(written: str, text: str) -> str:
    """What a judgement keeps of the words at these places; "" where they are none."""
    try:
        return joined(text, spans_in(written, text))[:SHOWN]
    except BadValue:
        return ""


def holds(judgement: Judgement, value: object, text: str, before: Iterable[Judgement]) -> bool:
    """Do the places of a correction of bounds hold the words that were on screen?

    Records from before bounds were kept with their own words have those of the quote
    as it was then: as extracted, or as an earlier correction had left it.
    """
    if not isinstance(value, Quote) or not judgement.shown:
        return True
    places = {words_at(one.value, text) for one in before if one.verdict == BOUNDS}
    return judgement.shown in {words_at(judgement.value, text), value.text[:SHOWN], *places}


def moved_bounds(correction: Judgement, value: Quote | Claim, old: str, new: str) -> Judgement | None:
    """Bounds set in one version of a text, in the places of another; None where the words do not
    stand there exactly, beside the quote.
    """
    if not isinstance(value, Quote):
        return None
    try:
        spans = spans_in(correction.value, old)
    except BadValue:
        return None
    if joined(old, spans)[:SHOWN] != correction.shown:
        return None
    found: list[str] = []
    start = max(0, value.whole.start - len(spans[0]))
    for span in spans:
        end = value.whole.end + sum(map(len, spans))
        place = new.find(span.of(old), start, end)
        if place < 0:
            return None
        start = place + len(span)
        found.append(f"{place}:{start}")
    return replace(correction, value=",".join(found))
