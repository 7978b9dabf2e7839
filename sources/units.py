"""The lines of a text as a reader sees them, and where its article begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.extraction.page import is_wrapped
from claims.model import Span
from sources.vocabulary import phrases

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")

# A line of hard-wrapped text that is this long was broken by the margin, not by its writer.
_FULL_LINE = 50

# Shorter sentences stand in captions, decks and buttons ("Thanks for reading."); news
# paragraphs are longer nearly always.
_PROSE_WORDS = 10

# Longer lines are prose whatever they end in: a colon before a list, a missing full stop.
_LONG_WORDS = 28

# Mastheads, navigation, headline, deck, byline and date of a saved page took at most some
# 20 lines in pages we looked at; a list of 40 short lines is no heading.
_LONGEST_HEAD = 40

# Decks, captions and teasers that stand as sentences before a dateline.
_DECKS = 4

_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]{1,24}"
_NAME = r"[A-ZÀ-Þ][\w.'’\-]{1,20}"
_STATE = r"(?:[A-Z]\.? ?[A-Z]\.?|W\.Va\.|[A-Z][a-z]{2,5}\.)"
# PLACE (AGENCY), date, dash. The place is in capitals, with a state or country behind a
# comma; in small letters ("Harlow Bay, N.J. --") only a state or an agency tells it from a sentence.
_DATELINE = re.compile(
    rf"(?P<place>{_CAPITALS}(?: {_CAPITALS}){{0,4}}(?:, {_NAME}(?: {_NAME}){{0,2}})?"
    rf"|{_NAME}(?: {_NAME}){{0,3}}(?:, {_STATE}|(?= \([A-Z])))"
    r"(?:,? (?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?))?"
    r"(?:,? [(/](?P<agency>[^()/\n]{2,40})[)/])?"
    r"(?: ?[–—―] ?| ?-{2,3} ?| - )(?=[“\"'‘]?\w)"
)
_NO_PLACES = phrases("not_places") | phrases("office_acronyms")


@dataclass(frozen=True, slots=True)
class Unit:
    """One line, or one paragraph of hard-wrapped text, without outer blanks.

    Attributes:
        text: its words, line breaks as one space.
        words: how many.
        gap: a blank line (or the beginning of the text) stands before it.
    """

    span: Span
    text: str
    words: int
    gap: bool

    @property
    def ends_sentence(self) -> bool:
        return bool(_SENTENCE_END.search(self.text[-4:]))

    @property
    def is_prose(self) -> bool:
        """A paragraph of running text, by its length and end."""
        return self.words >= _LONG_WORDS or (self.words >= _PROSE_WORDS and self.ends_sentence)


@dataclass(frozen=True, slots=True)
class Layout:
    """A text's units: head `[:body]`, article `[body:foot]`, foot `[foot:]`."""

    units: tuple[Unit, ...]
    body: int
    foot: int

    @property
    def head(self) -> Sequence[Unit]:
        return self.units[: self.body]

    @property
    def article(self) -> Sequence[Unit]:
        return self.units[self.body : self.foot]

    @property
    def dateline(self) -> tuple[Unit, re.Match[str]] | None:
        """The dateline, if the article opens with one, and its line."""
        unit = self.units[self.body] if self.units else None
        found = match_dateline(unit.text) if unit else None
        return (unit, found) if unit and found else None

    @property
    def tail(self) -> Sequence[Unit]:
        return self.units[self.foot :]


def layout(text: str) -> Layout:
    """Where the article stands between mastheads, navigation and notices.

    It begins at a dateline, else at the first two paragraphs in a row (a deck or
    a caption stands alone), and ends with the last paragraph. A text without
    paragraphs is all article.
    """
    found = units(text)
    prose = [index for index, unit in enumerate(found) if unit.is_prose]
    if not prose:
        return Layout(found, 0, len(found))
    return Layout(found, _body(found, prose), prose[-1] + 1)


def _body(found: Sequence[Unit], prose: Sequence[int]) -> int:
    early = [index for index in prose if index < _LONGEST_HEAD]
    if not early:
        return 0
    for index in early[:_DECKS]:
        if match_dateline(found[index].text):
            return index
    for index in early:
        if index + 1 < len(found) and found[index + 1].is_prose:
            return index
    return early[0]


def match_dateline(line: str) -> re.Match[str] | None:
    """The dateline a paragraph opens with, if it does; "UPDATE --" and "NASA --" are none."""
    found = _DATELINE.match(line)
    return found if found and found["place"].upper() not in _NO_PLACES else None


def units(text: str) -> tuple[Unit, ...]:
    """Lines that hold anything, in order; in hard-wrapped text, runs of full lines joined."""
    wrapped = is_wrapped(text)
    found: list[Unit] = []
    run: list[Span] = []
    gap, end = True, 0
    for line in _lines(text):
        blank = (not found and not run) or _breaks(text, end, line.start) > 1
        if run and not (wrapped and not blank and len(run[-1]) >= _FULL_LINE):
            found.append(_unit(text, run, gap))
            run = []
        gap = gap if run else blank
        run.append(line)
        end = line.end
    if run:
        found.append(_unit(text, run, gap))
    return tuple(found)


def _lines(text: str) -> Iterator[Span]:
    """Lines that hold anything, without outer blanks."""
    for line in _LINE.finditer(text):
        words = line.group()
        start = line.start() + len(words) - len(words.lstrip())
        end = line.start() + len(words.rstrip())
        if start < end:
            yield Span(start, end)


def _breaks(text: str, start: int, end: int) -> int:
    """Line breaks of a stretch between two lines, CR LF counted once."""
    return max(text.count("\n", start, end), text.count("\r", start, end))


def _unit(text: str, lines: Sequence[Span], gap: bool) -> Unit:
    words = " ".join(line.of(text) for line in lines)
    return Unit(Span(lines[0].start, lines[-1].end), words, len(words.split()), gap)
