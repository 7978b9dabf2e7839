"""Scores to spans of content, cue and source, linked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from claims.extraction.encoder.labels import Link, Part
from claims.extraction.encoder.network import Answers, Scores
from claims.extraction.encoder.reading import Window
from claims.model import Span

# Added to the score of "no part": below 0 more is found, above 0 less. Set on PolNeAR dev.
CAUTION = 0.0


@dataclass(frozen=True, slots=True)
class Report:
    """One piece of content, and by which words whose it is.

    Attributes:
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


def reports(window: Window, answers: Answers, *, caution: float = CAUTION) -> Iterator[Report]:
    """What the window holds and keeps, in order of place."""
    chances = _chances(answers.tags, caution)
    found = list(_runs(window, chances))
    by_part = {part: [run for run in found if run.part == part] for part in Part}
    low, high = window.kept
    for content in by_part[Part.CONTENT]:
        if not low <= content.first < high:
            continue
        cue = _target(window, answers.links, content, by_part[Part.CUE], Link.CUE)
        source = _target(window, answers.links, content, by_part[Part.SOURCE], Link.SOURCE)
        teller = cue.first if cue else content.first
        inside = chances[content.first : content.last + 1, 2 * Part.CONTENT - 1 :]
        yield Report(
            _place(window, content),
            _place(window, source) if source else None,
            _place(window, cue) if cue else None,
            float(1 / (1 + np.exp(-answers.on_record[teller]))),
            float(inside.sum(axis=1).mean()),
        )


def _chances(tags: Scores, caution: float) -> Scores:
    """Probabilities of the tags of each word."""
    scores = tags - tags.max(axis=1, keepdims=True)
    scores[:, 0] += caution
    powers = np.exp(scores)
    chances: Scores = powers / powers.sum(axis=1, keepdims=True)
    return chances


def _runs(window: Window, chances: Scores) -> Iterator[_Run]:
    """Words in a row that are most likely of one part; a word that likelier begins one than goes on does."""
    begins, goes_on = chances[:, 1::2], chances[:, 2::2]
    parts = np.concatenate([chances[:, :1], begins + goes_on], axis=1).argmax(axis=1)
    rows = np.arange(len(parts))
    likelier = begins[rows, parts - 1] > goes_on[rows, parts - 1]
    starts = _starts(window, parts, likelier)
    edges = [*np.flatnonzero(starts).tolist(), len(parts)]
    for first, end in pairwise(edges):
        if parts[first]:
            yield _Run(int(parts[first]), first, end - 1)


def _starts(
    window: Window, parts: npt.NDArray[np.int64], likelier: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """Where another run begins: at another part, at a likely beginning, in another paragraph."""
    starts = np.ones(len(parts), dtype=bool)
    starts[1:] = (parts[1:] != parts[:-1]) | ((parts[1:] != Part.NONE) & likelier[1:])
    heads = np.array(window.heads)
    starts[np.searchsorted(heads, _ends_of_paragraphs(window), side="right") % len(parts)] = True
    return starts


def _ends_of_paragraphs(window: Window) -> list[int]:
    return [index for index, kind in enumerate(window.ids) if kind == window.ids[-1]][:-1]


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
