"""Numeric claims of a page by rules: figures and superlatives, each with what it is about.

    tokens -> masks -> scan (numbers, units, rejections, ranges, bounds) -> about -> Claim

Rules only: the whole costs about a third of a millisecond a sentence and needs no model.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.extraction.figures.about import About, about
from claims.extraction.figures.bounds import quantity
from claims.extraction.figures.masks import Mask, masks
from claims.extraction.figures.multiples import multiples
from claims.extraction.figures.reading import Given, Reading
from claims.extraction.figures.scan import Scan, scan
from claims.extraction.figures.scope import event_in, is_denied, only_event
from claims.extraction.figures.superlatives import SUPERLATIVES, Extreme, superlatives
from claims.extraction.figures.when import as_of, period_of, periods
from claims.extraction.numbers.tokens import DIGITS, VULGAR, Token, tokens
from claims.extraction.numbers.words import DOZEN, NUMBER_WORDS, PLURAL_SCALES
from claims.extraction.page import Page
from claims.model import Claim, PartialDate, Problem, Span

# How sure a rule is of a figure, as judged on the development sets: a unit or a noun
# beside the number is nearly always right, a number alone is right two times in three.
SURE, LIKELY, DOUBTFUL = 0.9, 0.7, 0.5

# An id hashes its whole sentence, so figures beyond any prose would make the cost
# quadratic. No sentence of the development sets has more than 31.
MOST_FIGURES = 400

# Characters hashed for one sentence: MOST_FIGURES ids of 20,000 characters. A longer
# "sentence" is a text without stops, of which fewer figures are read.
_MOST_HASHED = MOST_FIGURES * 20_000

# Titles and first paragraphs name the event; further down others are compared with it.
_LEAD = 4


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence with what every figure of it shares."""

    page: Page
    span: Span
    text: str
    row: Sequence[Token]
    event: str

    def place(self, first: int, last: int) -> Span:
        """The span of tokens [first, last) in the document."""
        return Span(self.span.start + self.row[first].start, self.span.start + self.row[last - 1].end)


def figures(page: Page) -> Iterator[Claim | Problem]:
    """Every figure and superlative of a page, in order of place within each sentence.

    `attributed_to`, `quote` and `occurrence` are left for the pipeline. A number
    that cannot be read exactly is a Problem.
    """
    document = page.document
    country = document.source.country if document.source else ""
    default = _leading_event(page)
    heads = {paragraph.start for paragraph in page.paragraphs}
    for span in page.sentences:
        text = span.of(page.text)
        row = tokens(text)
        kinds = {token.kind for token in row}
        has_digits = DIGITS in kinds
        if not has_digits and VULGAR not in kinds and _TRIGGERS.isdisjoint(token.lower for token in row):
            continue
        sentence = _Sentence(page, span, text, row, event_in(text) or default)
        hidden = masks(text, begins_paragraph=span.start in heads) if has_digits else []
        yield from _claims(sentence, hidden, country)


_TRIGGERS = (
    NUMBER_WORDS
    | frozenset(PLURAL_SCALES)
    | frozenset(DOZEN)
    | frozenset(
        """half third quarter several few couple handful tens scores doubled doubles doubling tripled tripling
        trebled quadrupled quintupled halved halving double triple treble twice""".split()
    )
    | SUPERLATIVES
    | frozenset(word + "fold" for word in NUMBER_WORDS)
)


def _leading_event(page: Page) -> str:
    """The event of a document: that of its title, its lead, or the only one it names."""
    lead = [page.document.title, *(paragraph.of(page.text) for paragraph in page.paragraphs[:_LEAD])]
    for text in lead:
        if found := event_in(text, laws=False):
            return found
    return only_event(page.text)


def _claims(sentence: _Sentence, hidden: Sequence[Mask], country: str) -> Iterator[Claim | Problem]:
    found = scan(sentence.row, hidden, country)
    readings = sorted(
        [*found.readings, *multiples(sentence.row, found.readings)], key=lambda reading: reading.first
    )
    yield from _problems(sentence, found)
    most = min(MOST_FIGURES, _MOST_HASHED // max(1, len(sentence.text)))
    if len(readings) > most:
        yield _too_many(sentence, readings, most)
        readings = readings[:most]
    extremes = list(superlatives(sentence.text, sentence.row))
    made = [*_figures(sentence, readings, country), *(_extreme(sentence, extreme) for extreme in extremes)]
    yield from sorted(made, key=lambda claim: claim.span)


def _too_many(sentence: _Sentence, readings: Sequence[Reading], most: int) -> Problem:
    """The Problem that stands for the figures after the first `most`."""
    why = f"a sentence with {len(readings)} figures is a table: only the first {most} are read"
    place = sentence.place(readings[most].first, len(sentence.row))
    return Problem("claims", why, sentence.page.document.id, place)


def _problems(sentence: _Sentence, found: Scan) -> Iterator[Problem]:
    for unreadable in found.unreadable:
        place = sentence.place(unreadable.first, unreadable.last)
        yield Problem("claims", unreadable.why, sentence.page.document.id, place)


def _figures(sentence: _Sentence, readings: Sequence[Reading], country: str) -> Iterator[Claim]:
    if not readings:
        return
    given = Given(sentence.row, country)
    whens = periods(sentence.text)
    stated = as_of(sentence.text)
    topics = about(given, readings)
    for number, (reading, topic) in enumerate(zip(readings, topics, strict=True)):
        following = readings[number + 1].first if number + 1 < len(readings) else len(sentence.row)
        limit = sentence.row[following].start if following < len(sentence.row) else len(sentence.text)
        yield _figure(sentence, reading, topic, _period(sentence, reading, whens, limit), stated)


def _period(sentence: _Sentence, reading: Reading, whens: Sequence[tuple[int, int]], limit: int) -> str:
    start, end = sentence.row[reading.first].start, sentence.row[reading.last - 1].end
    return period_of(sentence.text, whens, start, end, limit) if whens else ""


def _figure(
    sentence: _Sentence, reading: Reading, topic: About, period: str, stated: PartialDate | None
) -> Claim:
    span = sentence.place(reading.first, reading.last)
    words = span.of(sentence.page.text)
    return Claim(
        Claim.id_of(sentence.page.document.id, sentence.text, words, 0),
        sentence.page.document.id,
        span,
        words,
        sentence.span,
        quantity(reading),
        unit=reading.unit.name if reading.unit else "",
        dimension=reading.dimension,
        counted=topic.counted,
        role=topic.role,
        population=topic.population,
        place=topic.place,
        event=sentence.event,
        period=period,
        as_of=stated,
        negated=is_denied(sentence.row, reading.first),
        confidence=_confidence(reading, topic),
    )


def _confidence(reading: Reading, topic: About) -> float:
    if reading.is_vague:
        return DOUBTFUL
    return SURE if reading.unit is not None or topic.counted else LIKELY


def _extreme(sentence: _Sentence, extreme: Extreme) -> Claim:
    span = sentence.place(extreme.first, extreme.last)
    words = span.of(sentence.page.text)
    return Claim(
        Claim.id_of(sentence.page.document.id, sentence.text, words, 0),
        sentence.page.document.id,
        span,
        words,
        sentence.span,
        superlative=extreme.superlative,
        event=sentence.event,
        confidence=LIKELY,
    )
