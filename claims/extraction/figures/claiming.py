"""Numeric claims of a page by rules: figures and superlatives, each with what it is about.

    tokens -> masks -> scan (numbers, units, rejections, ranges, bounds) -> about -> Claim

Rules only: the whole costs about a third of a millisecond a sentence and needs no model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.extraction.figures.about import About, about
from claims.extraction.figures.comparatives import Extreme
from claims.extraction.figures.intervals import quantity
from claims.extraction.figures.masks import Mask, masks
from claims.extraction.figures.multiples import multiples
from claims.extraction.figures.ranks import may_be_rank
from claims.extraction.figures.reading import Given, Reading
from claims.extraction.figures.scan import Scan, scan
from claims.extraction.figures.scope import event_in, is_denied, only_event
from claims.extraction.figures.superlatives import superlatives
from claims.extraction.figures.tables import RowOfTable, Stretches, read_row
from claims.extraction.figures.told_ranks import told_ranks
from claims.extraction.figures.triggers import TRIGGERS
from claims.extraction.figures.when import as_of, period_of, periods
from claims.extraction.numbers.tokens import Token, has_digits, may_hold_number, tokens
from claims.extraction.page import Page
from claims.extraction.passages import is_run
from claims.extraction.sentences import sentences
from claims.model import Claim, PartialDate, Population, Problem, Span
from claims.model.figures import normalised_surface
from claims.model.identity import normalised

# How sure a rule is of a figure, as judged on the development sets: a unit or a noun
# beside the number is nearly always right, a number alone is right two times in three.
SURE, LIKELY, DOUBTFUL = 0.9, 0.7, 0.5

# More figures than this in a sentence are a table that lost its lines, of which each
# figure would be shown with all the others. No sentence of the development sets has
# more than 31.
MOST_FIGURES = 400

# Titles and first paragraphs name the event; further down others are compared with it.
_LEAD = 4


@dataclass(frozen=True)
class _Sentence:
    """A sentence with what every figure of it shares."""

    page: Page
    span: Span
    text: str
    row: Sequence[Token]
    event: str

    @cached_property
    def normalised(self) -> str:
        return normalised(self.text)

    def id_of(self, words: str) -> str:
        """The id of a claim of this sentence, if it is the first of its words."""
        surface = normalised_surface(words)
        return Claim.id_of_normalised(self.page.document.id, self.normalised, surface, 0)

    def place(self, first: int, last: int) -> Span:
        """The span of tokens [first, last) in the document."""
        return Span(self.span.start + self.row[first].start, self.span.start + self.row[last - 1].end)


def figures(page: Page) -> Iterator[Claim | Problem]:
    """Every figure and superlative of a page, in order of place within each sentence."""
    yield from Figures(page).of(page.paragraphs)


class Figures:
    """The figures of one page, some paragraphs at a time.

    `attributed_to`, `quote` and `occurrence` are left for the pipeline. A number
    that cannot be read exactly is a Problem.
    """

    def __init__(self, page: Page) -> None:
        source = page.document.source
        self._page, self._country = page, source.country if source else ""
        self._event = _leading_event(page)
        self._stretches = Stretches(page.text)

    def of(self, paragraphs: Iterable[Span]) -> Iterator[Claim | Problem]:
        """Figures and superlatives of paragraphs of the page, in order of place within each sentence."""
        for paragraph in paragraphs:
            if is_run(paragraph):
                continue
            for stretch in self._stretches.of(paragraph):
                if isinstance(stretch, Span):
                    yield from self._of_prose(stretch, begins_paragraph=stretch.start == paragraph.start)
                elif not stretch.is_heading:
                    yield from self._of_row(stretch)

    def _of_prose(self, stretch: Span, *, begins_paragraph: bool = False) -> Iterator[Claim | Problem]:
        for span in sentences(self._page.text, stretch):
            first = begins_paragraph and span.start == stretch.start
            yield from self._of_sentence(span, begins_paragraph=first)

    def _of_row(self, found: RowOfTable) -> Iterator[Claim | Problem]:
        event = event_in(found.row.span.of(self._page.text)) or self._event
        yield from read_row(
            self._page.document, found, self._of_prose,
            event=event, country=self._country, most=MOST_FIGURES,
        )  # fmt: skip

    def _of_sentence(self, span: Span, *, begins_paragraph: bool) -> Iterator[Claim | Problem]:
        text = span.of(self._page.text)
        digits = has_digits(text)
        if not digits and not may_hold_number(text, TRIGGERS) and not may_be_rank(text):
            return
        row = tokens(text)
        sentence = _Sentence(self._page, span, text, row, event_in(text) or self._event)
        hidden = masks(text, begins_paragraph=begins_paragraph) if digits else []
        yield from _claims(sentence, hidden, self._country)


def _leading_event(page: Page) -> str:
    """The event of a document: that of its title, its lead, or the only one it names."""
    lead = [page.document.title, *(paragraph.of(page.text) for paragraph in page.paragraphs[:_LEAD])]
    for text in lead:
        if found := event_in(text, laws=False):
            return found
    return only_event(page.text)


def _claims(sentence: _Sentence, hidden: Sequence[Mask], country: str) -> Iterator[Claim | Problem]:
    found = scan(sentence.row, hidden, country)
    others = [*multiples(sentence.row, found.readings), *told_ranks(sentence.row)]
    readings = sorted([*found.readings, *others], key=lambda reading: reading.first)
    yield from _problems(sentence, found)
    if len(readings) > MOST_FIGURES:
        yield _too_many(sentence, readings)
        readings = readings[:MOST_FIGURES]
    extremes = list(superlatives(sentence.text, sentence.row))
    made = [*_figures(sentence, readings, country), *(_extreme(sentence, extreme) for extreme in extremes)]
    yield from sorted(made, key=lambda claim: claim.span)


def _too_many(sentence: _Sentence, readings: Sequence[Reading]) -> Problem:
    """The Problem that stands for the figures after the first `MOST_FIGURES`."""
    why = f"a sentence with {len(readings)} figures is a table: only the first {MOST_FIGURES} are read"
    place = sentence.place(readings[MOST_FIGURES].first, len(sentence.row))
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
        sentence.id_of(words),
        sentence.page.document.id,
        span,
        words,
        sentence.span,
        quantity(reading),
        unit=reading.unit.name if reading.unit else "",
        dimension=reading.dimension,
        counted=topic.counted,
        role=topic.role,
        subject=topic.subject,
        population=topic.population,
        place=topic.place,
        event=sentence.event,
        period=period,
        as_of=stated,
        negated=is_denied(sentence.row, reading.first),
        confidence=_confidence(reading, topic),
    )


def _confidence(reading: Reading, topic: About) -> float:
    is_one = reading.value == 1 and topic.population is Population.PART and reading.numeral.in_words
    if reading.is_vague or is_one:  # "one of the reasons" counts seldom what is asked for
        return DOUBTFUL
    return SURE if reading.unit is not None or topic.counted else LIKELY


def _extreme(sentence: _Sentence, extreme: Extreme) -> Claim:
    span = sentence.place(extreme.first, extreme.last)
    words = span.of(sentence.page.text)
    return Claim(
        sentence.id_of(words),
        sentence.page.document.id,
        span,
        words,
        sentence.span,
        superlative=extreme.superlative,
        event=sentence.event,
        confidence=LIKELY,
    )
