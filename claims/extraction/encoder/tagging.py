"""The likeliest row of tags: what each word scores, and which tag follows which in news."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from claims.extraction.encoder.labels import TAGS, Part

Table = npt.NDArray[np.float64]

# A word that is so surely no part of anything parts what stands before from what stands behind.
_SURELY_NONE = 0.999
# How much the neighbour counts beside the word itself: on PolNeAR dev 0.3 gave 0.5 to 1 points
# more of overlap F1 than 0 and 1.
_WEIGHT = 0.3
_NEVER = -1e4


def transitions(counts: npt.ArrayLike) -> Table:
    """What a tag adds to the score of the next one; `counts[a][b]`: how often b came behind a.

    A part goes on only behind its own beginning or middle.
    """
    table = np.asarray(counts, dtype=np.float64) + 0.5
    behind = np.log(table / table.sum(axis=1, keepdims=True))
    added: Table = _WEIGHT * (behind - np.log(table.sum(axis=0) / table.sum()))
    for part in range(1, len(Part)):
        goes_on = 2 * part
        allowed = [tag in (goes_on - 1, goes_on) for tag in range(TAGS)]
        added[:, goes_on] = np.where(allowed, added[:, goes_on], _NEVER)
    return added


def tags(chances: npt.NDArray[np.floating], table: Table, breaks: Sequence[int]) -> npt.NDArray[np.int64]:
    """The likeliest tag of each word; `breaks` are the words that begin a paragraph."""
    found = np.zeros(len(chances), dtype=np.int64)
    scores = np.log(np.maximum(chances, 1e-9))
    for first, end in _stretches(chances[:, 0] > _SURELY_NONE, breaks):
        found[first:end] = _likeliest(scores[first:end], table)
    return found


def _stretches(is_none: npt.NDArray[np.bool_], breaks: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of words that may be part of something, each in one paragraph."""
    edges = is_none[1:] != is_none[:-1]
    starts = np.concatenate([[True], edges])
    starts[list(breaks)] = True
    bounds = [*np.flatnonzero(starts).tolist(), len(is_none)]
    for place, first in enumerate(bounds[:-1]):
        if not is_none[first]:
            yield first, bounds[place + 1]


def _likeliest(scores: npt.NDArray[np.floating], table: Table) -> list[int]:
    """Viterbi, as if a word of no part stood before."""
    best = scores[0] + table[0]
    behind: list[npt.NDArray[np.int64]] = []
    for score in scores[1:]:
        ways = best[:, None] + table
        behind.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + score
    tag = int(best.argmax())
    row = [tag]
    for step in reversed(behind):
        tag = int(step[tag])
        row.append(tag)
    return row[::-1]
