"""Two texts side by side: what they share by weight, and where they differ."""

from __future__ import annotations

from typing import NamedTuple

from claims.matching.alignment import Run, aligned
from claims.matching.wording import Worded, is_figure


class Sides(NamedTuple):
    """Two wordings with their alignment; by weight, what of each is shared, and each whole."""

    left: Worded
    right: Worded
    runs: tuple[Run, ...]
    shared: tuple[float, float]
    weights: tuple[float, float]

    @property
    def containment(self) -> float:
        """Share of the shorter text that stands in the other."""
        shorter = 0 if self.weights[0] <= self.weights[1] else 1
        return self.shared[shorter] / (self.weights[shorter] or 1.0)

    @property
    def dice(self) -> float:
        return sum(self.shared) / (sum(self.weights) or 1.0)

    def words(self, run: Run) -> tuple[str, str]:
        return self.left.passage(run.a, run.b), self.right.passage(run.c, run.d)

    def figures(self, run: Run) -> tuple[str, str]:
        """The same, figures whole: "$4.2 million", not "4.2"."""
        return self.left.figure(run.a, run.b), self.right.figure(run.c, run.d)


def side_by_side(left: Worded, right: Worded) -> Sides:
    runs = tuple(aligned(left, right))
    mine = other = 0.0
    whole = [sum(left.weights), sum(right.weights)]
    for run in runs:
        op, a, b, c, d = run
        if op in ("equal", "noise"):
            one, two = sum(left.weights[a:b]), sum(right.weights[c:d])
            # A lone "the" or "of" between other words is shared by chance.
            by_chance = b - a == 1 and one < 1
            mine, other = (mine, other) if by_chance else (mine + one, other + two)
        elif op == "replace" and _is_swap(left.forms[a:b], right.forms[c:d]):
            # A figure for a figure says nothing about whether the rest is one statement.
            whole[0] -= sum(left.weights[a:b])
            whole[1] -= sum(right.weights[c:d])
    return Sides(left, right, runs, (mine, other), (whole[0], whole[1]))


def _is_swap(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    return all(map(is_figure, left)) and all(map(is_figure, right))


# At the very beginning or end, longer stretches are other sentences around the shared words.
_AT_END = 4


def differing(runs: tuple[Run, ...]) -> tuple[list[Run], list[Run]]:
    """Runs that differ among the words shared, and what one text merely has before or after."""
    shared = [index for index, run in enumerate(runs) if run.op == "equal"]
    first, last = (shared[0], shared[-1]) if shared else (len(runs), -1)
    inner: list[Run] = []
    ends: list[Run] = []
    for index, run in enumerate(runs):
        if run.op in ("equal", "noise"):
            continue
        outside = not first < index < last
        is_long = run.op != "replace" or max(run.b - run.a, run.d - run.c) > _AT_END
        (ends if outside and is_long else inner).append(run)
    return inner, ends
