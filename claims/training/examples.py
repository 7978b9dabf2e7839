"""Windows of lessons, with what the network should answer for each piece."""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field

from claims.extraction.encoder.labels import Part
from claims.extraction.encoder.reading import Paragraph, Reader, Window
from claims.extraction.encoder.skipping import telling
from claims.extraction.page import Page
from claims.extraction.quotes.pieces import Pieces
from claims.model import Document
from claims.training.corpora import Lesson, Place

# Of a piece that nothing is asked about: not the head of a word, or not annotated.
UNASKED = -100
# A target that exists in another window: neither this one nor none.
ELSEWHERE = -100


@dataclass(slots=True)
class Example:
    """One window. Lists are as long as the window's pieces; places are indices of pieces.

    Attributes:
        links: content's first and last word, its source's first word, its cue's first
            word; 0 where there is none.
    """

    window: Window
    tags: list[int]
    on_record: list[int]
    links: list[tuple[int, int, int, int]] = field(default_factory=list)

    @property
    def paragraphs(self) -> Iterator[list[int]]:
        """The heads of the words of each paragraph."""
        row: list[int] = []
        heads = set(self.window.heads)
        for index, piece in enumerate(self.window.ids):
            if piece == self.window.ids[-1] and row:
                yield row
                row = []
            elif index in heads:
                row.append(index)


def page_of(text: str) -> Page:
    return Page(Document(text, "0" * 64))


def paragraphs(page: Page) -> Iterator[Paragraph]:
    """The paragraphs of a page, with what the layer of quotation marks finds in them."""
    pieces = Pieces(page)
    for index, span in enumerate(page.paragraphs):
        yield Paragraph(span, [piece.outer for piece in pieces.of(index)])


def examples(
    lesson: Lesson, reader: Reader, cues: Container[str] | None, chance: random.Random, *, size: int
) -> list[Example]:
    """The lesson's windows, of sentences that are shown when reading too (see `skipping`).

    Without `cues` every sentence is shown.
    The first is of random size, so that the edges differ from epoch to epoch.
    """
    first = chance.randrange(size // 4, size + 1)
    shown = paragraphs(page_of(lesson.text))
    if cues is not None:
        # What a quotation is, is learned from those too that reading leaves to rules.
        shown = telling(lesson.text, shown, cues, tag=-1)
    windows = reader.windows(lesson.text, shown, first=first)
    return [_example(lesson, window) for window in windows]


def _example(lesson: Lesson, window: Window) -> Example:
    count = len(window.ids)
    words = _Words(window)
    made = Example(window, [UNASKED] * count, [UNASKED] * count)
    _ask(made, lesson, words)
    _begin(made)
    return made


def _ask(made: Example, lesson: Lesson, words: _Words) -> None:
    for index in made.window.heads:
        made.tags[index] = 0
    for one in lesson.said:
        source, cue = words.of(one.source), words.of(one.cue)
        _tag(made.tags, source, Part.SOURCE)
        _tag(made.tags, cue, Part.CUE)
        for index in cue:
            made.on_record[index] = one.on_record
        for content in (piece for span in one.spans for piece in words.by_paragraph(span)):
            _tag(made.tags, content, Part.CONTENT)
            made.on_record[content[0]] = one.on_record
            targets = (_target(one.source, source), _target(one.cue, cue))
            made.links.append((content[0], content[-1], *targets))


def _begin(made: Example) -> None:
    """A part that another one parts, or a window cuts, begins again: no tag goes on with nothing."""
    for row in made.paragraphs:
        last = 0
        for index in row:
            tag = made.tags[index]
            if tag and tag % 2 == 0 and last not in (tag - 1, tag):
                made.tags[index] = tag - 1
            last = made.tags[index]


def _target(place: Place | None, inside: Sequence[int]) -> int:
    if place is None:
        return 0
    return inside[0] if inside else ELSEWHERE


def _tag(tags: list[int], indices: Sequence[int], kind: int) -> None:
    for nth, index in enumerate(indices):
        tags[index] = 2 * kind - (nth == 0)


class _Words:
    """Which pieces head the words of a place."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def of(self, place: Place | None) -> list[int]:
        """Heads of the words that begin inside a place, as far as the window shows them."""
        if place is None:
            return []
        starts = self._window.starts
        return self._window.heads[bisect_left(starts, place[0]) : bisect_left(starts, place[1])]

    def by_paragraph(self, place: Place) -> Iterator[list[int]]:
        """The same, in one list for each paragraph."""
        ids, row = self._window.ids, list[int]()
        for index in self.of(place):
            if row and ids[index - 1] == ids[-1]:
                yield row
                row = []
            row.append(index)
        if row:
            yield row


def batches(made: list[Example], chance: random.Random, *, count: int) -> Iterator[list[Example]]:
    """Examples of about one length together, `count` at a time, in random order."""
    made = made.copy()
    chance.shuffle(made)
    groups: list[list[Example]] = []
    pool = count * 40
    for at in range(0, len(made), pool):
        near = sorted(made[at : at + pool], key=lambda one: len(one.window.ids))
        groups += [near[first : first + count] for first in range(0, len(near), count)]
    chance.shuffle(groups)
    yield from groups
