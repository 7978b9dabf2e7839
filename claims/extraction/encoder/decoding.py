"""Scores to spans of content, cue and source, linked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np
import numpy.typing as npt

from claims.extraction.encoder.labels import Link, Part
from claims.extraction.encoder.network import Answers, Scores
from claims.extraction.encoder.reading import Window
from claims.extraction.encoder.tagging import Table, tags
from claims.model import Span


@dataclass(frozen=True, slots=True)
class Report:
    """One piece of content, and by which words whose it is.

    Attributes:
        content: in one paragraph.
        on_record: 0 to 1, that it is said and not thought or planned.
        sure: 0 to 1, the mean over its words of being content.
    """

    content: Span
    source: Span | None
    cue: Span | None
    on_record: float
    sure: float


@dataclass(frozen=True, slots=True)
class _Run:
    """Words `first` to `last` that are one part."""

    part: int
    first: int
    last: int


def reports(read: Sequence[tuple[Window, Answers]], table: Table) -> Iterator[Report]:
    """What the windows hold and keep, in order of place; `table`: see `tagging.tags`.

    The tags of all windows are found together, which is several times as fast as one by one.
    """
    if not read:
        return
    chances = _chances(np.concatenate([answers.tags for _, answers in read]))
    bounds = [0, *accumulate(len(window.heads) for window, _ in read)]
    beginnings = [_beginnings(window) for window, _ in read]
    breaks = [first + word for first, begins in zip(bounds, beginnings, strict=False) for word in begins]
    row = tags(chances, table, breaks)
    for (first, end), (window, answers), begins in zip(pairwise(bounds), read, beginnings, strict=True):
        found = list(_runs(row[first:end], begins))
        yield from _of_window(window, answers, chances[first:end], found)


def _of_window(window: Window, answers: Answers, chances: Scores, found: Sequence[_Run]) -> Iterator[Report]:
    cues = [run for run in found if run.part == Part.CUE]
    sources = [run for run in found if run.part == Part.SOURCE]
    low, high = window.kept
    for content in found:
        if content.part != Part.CONTENT or not low <= content.first < high:
            continue
        cue = _target(window, answers.links, content, cues, Link.CUE)
        source = _target(window, answers.links, content, sources, Link.SOURCE)
        teller = cue.first if cue else content.first
        inside = chances[content.first : content.last + 1, 2 * Part.CONTENT - 1 :]
        yield Report(
            _place(window, content),
            _place(window, source) if source else None,
            _place(window, cue) if cue else None,
            float(1 / (1 + np.exp(-answers.on_record[teller]))),
            float(inside.sum(axis=1).mean()),
        )


def _chances(scores: Scores) -> Scores:
    """Probabilities of the tags of each word."""
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    chances: Scores = powers / powers.sum(axis=1, keepdims=True)
    return chances


def _beginnings(window: Window) -> list[int]:
    """The first word of each paragraph: the one behind a mark of the window's own."""
    mark = window.ids[-1]
    return [word for word, head in enumerate(window.heads) if word == 0 or window.ids[head - 1] == mark]


def _runs(row: npt.NDArray[np.int64], beginnings: Sequence[int]) -> Iterator[_Run]:
    """Words in a row that are one part; a tag that begins a part ends the one before."""
    starts = row % 2 == 1
    starts[1:] |= (row[1:] == 0) & (row[:-1] != 0)
    starts[0] = True
    starts[list(beginnings)] = True
    for first, end in pairwise([*np.flatnonzero(starts).tolist(), len(row)]):
        if row[first]:
            yield _Run((int(row[first]) + 1) // 2, first, end - 1)


def _target(window: Window, vectors: Scores, content: _Run, runs: Sequence[_Run], link: Link) -> _Run | None:
    """The run that the content points to, or None where it points to nothing rather."""
    if not runs:
        return None
    heads = window.heads
    query = vectors[heads[content.first], link, 0] + vectors[heads[content.last], link, 1]
    scores = vectors[[0, *(heads[run.first] for run in runs)], link, 2] @ query
    best = int(scores.argmax())
    return runs[best - 1] if best else None


def _place(window: Window, run: _Run) -> Span:
    return Span(window.starts[run.first], window.ends[run.last])
