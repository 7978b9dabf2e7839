"""An amount that is pointed at: words that say too little to be recorded, but something to compare."""

from __future__ import annotations

from decimal import Decimal

from claims.extraction.figures.about import about
from claims.extraction.figures.intervals import quantity
from claims.extraction.figures.reading import Given, Reading
from claims.extraction.numbers.tokens import tokens
from claims.extraction.numbers.values import Numeral
from claims.extraction.sentences import sentences
from claims.model import Claim, Document, Span

# No set of tagged figures counts these as amounts, so that no claim is made of them
# ("multiple sclerosis"); to a person who points at one it says "more than one".
_MORE_THAN_ONE = frozenset(("multiple", "numerous"))


def pointed_at(document: Document, place: Span) -> Claim | None:
    """The claim of a word such as "multiple" at a place; None where the place holds something else."""
    if place.of(document.text).strip().casefold() not in _MORE_THAN_ONE:
        return None
    for span in sentences(document.text, Span(0, len(document.text))):
        if span.overlaps(place):
            return _claim(document, span, place.start - span.start)
    return None


def _claim(document: Document, sentence: Span, start: int) -> Claim | None:
    text = sentence.of(document.text)
    row = tokens(text)
    at = next(
        (at for at, token in enumerate(row) if token.lower in _MORE_THAN_ONE and token.end > start), None
    )
    if at is None:
        return None
    words = row[at].text
    low = Numeral(at, at + 1, None, None, words, low=Decimal(2), in_words=True)
    reading = Reading(low, first=at, core=at, last=at + 1, noun=at + 1)
    topic = about(Given(row), [reading])[0]
    place = Span(sentence.start + row[at].start, sentence.start + row[at].end)
    return Claim(
        Claim.id_of(document.id, text, words, 0), document.id, place, words, sentence, quantity(reading),
        counted=topic.counted, role=topic.role, population=topic.population, place=topic.place,
    )  # fmt: skip
