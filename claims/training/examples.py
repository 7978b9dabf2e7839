"""Windows of lessons, with what the network should answer for each piece."""

from __future__ import annotations

import random
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from claims.extraction.encoder.labels import TAGS, Part
from claims.extraction.encoder.reading import Reader, Window, paragraphs
from claims.extraction.page import Page
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
        mentions: first and last word, and who.
    """

    lesson: str
    window: Window
    tags: list[int]
    names: list[int]
    on_record: list[int]
    links: list[tuple[int, int, int, int]] = field(default_factory=list)
    mentions: list[tuple[int, int, int]] = field(default_factory=list)
    weight: float = 1.0


def page_of(text: str) -> Page:
    return Page(Document(text, "0" * 64))


def examples(lesson: Lesson, reader: Reader, chance: random.Random, *, size: int) -> list[Example]:
    """The lesson's windows; the first is of random size, so that the edges differ from epoch to epoch."""
    first = chance.randrange(size // 4, size + 1)
    windows = reader.windows(lesson.text, paragraphs(page_of(lesson.text)), first=first)
    return [_example(lesson, window) for window in windows]


def _example(lesson: Lesson, window: Window) -> Example:
    count = len(window.ids)
    words = _Words(window)
    made = Example(lesson.id, window, [UNASKED] * count, [UNASKED] * count, [UNASKED] * count)
    made.weight = lesson.weight
    if lesson.said is not None:
        _ask_quotes(made, lesson, words)
    if lesson.names is not None:
        _blank(made.names, window)
        for place, name in lesson.names:
            _tag(made.names, words.of(place), name)
    for mention in lesson.mentions:
        inside = words.whole(mention.place)
        if inside:
            made.mentions.append((inside[0], inside[-1], mention.who))
    return made


def _ask_quotes(made: Example, lesson: Lesson, words: _Words) -> None:
    _blank(made.tags, made.window)
    for one in lesson.said or ():
        source, cue = words.of(one.source), words.of(one.cue)
        _tag(made.tags, source, Part.SOURCE)
        _tag(made.tags, cue, Part.CUE)
        for index in cue:
            made.on_record[index] = one.on_record
        for span in one.spans:
            content = words.of(span)
            if not content:
                continue
            _tag(made.tags, content, Part.CONTENT)
            made.on_record[content[0]] = one.on_record
            targets = (_target(one.source, source), _target(one.cue, cue))
            made.links.append((content[0], content[-1], *targets))


def _target(place: Place | None, inside: Sequence[int]) -> int:
    if place is None:
        return 0
    return inside[0] if inside else ELSEWHERE


def _blank(tags: list[int], window: Window) -> None:
    for index in window.heads:
        tags[index] = 0


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

    def whole(self, place: Place) -> list[int]:
        """The same, and none if the window shows only part of the place."""
        starts, ends = self._window.starts, self._window.ends
        shown = starts[0] <= place[0] and place[1] <= ends[-1]
        return self.of(place) if shown else []


def batches(made: list[Example], chance: random.Random, *, count: int) -> Iterator[list[Example]]:
    """Examples of about one length together, `count` at a time, in random order.

    Those with mentions stay in the order of their lesson, for "he" is often in
    another window than the name.
    """
    with_mentions = [one for one in made if one.mentions]
    others = [one for one in made if not one.mentions]
    groups = [with_mentions[at : at + count] for at in range(0, len(with_mentions), count)]
    chance.shuffle(others)
    pool = count * 40
    for at in range(0, len(others), pool):
        near = sorted(others[at : at + pool], key=lambda one: len(one.window.ids))
        groups += [near[first : first + count] for first in range(0, len(near), count)]
    chance.shuffle(groups)
    yield from groups


def follows(made: Iterable[Example]) -> list[list[int]]:
    """How often each tag comes behind each other one; a paragraph begins behind tag 0."""
    counts = [[0] * TAGS for _ in range(TAGS)]
    for one in made:
        last = 0
        for index, tag in enumerate(one.tags):
            if one.window.ids[index] == one.window.ids[-1]:
                tag = 0
            elif tag == UNASKED:
                continue
            counts[last][tag] += 1
            last = tag
    return counts
