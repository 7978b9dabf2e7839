"""What two sequences have in common, in order, in time that grows about as their length.

Items that occur once in each are matched first (Cohen's patience diff), the rest
between them; what is left is small enough for the longest common subsequence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise

from rapidfuzz.distance import LCSseq

# First item of each sequence, and how many are alike from there.
Block = tuple[int, int, int]

# Cells of the table of one longest common subsequence: 5 MB and some milliseconds.
_MOST_CELLS = 40_000_000
# Each round looks at every item once; edited texts need two or three.
_MOST_ROUNDS = 12
# How many items in a row are looked at as one: single ones; in a long monotonous text, where hardly
# one of them occurs once, whichever of these finds most.
_ALONE, _TOGETHER = (1,), (1, 2, 4)


def is_much(left: int, right: int) -> bool:
    """Are texts of so many words too long to look for their longest common subsequence?"""
    return left * right > _MOST_CELLS


def stretches(left: Sequence[str], right: Sequence[str]) -> list[Block]:
    """What two texts share, by the longest common subsequence of their words, in order; of texts whose
    table would be too large the like of it (see `blocks`).
    """
    if not is_much(len(left), len(right)):
        found = LCSseq.editops(left, right).as_matching_blocks()
        return [(start, other, length) for start, other, length in found if length]
    joined: list[Block] = []
    for start, other, length in sorted(blocks(left, right)):
        if joined and (joined[-1][0] + joined[-1][2], joined[-1][1] + joined[-1][2]) == (start, other):
            start, other, length = joined[-1][0], joined[-1][1], joined.pop()[2] + length
        joined.append((start, other, length))
    return joined


def blocks(left: Sequence[Hashable], right: Sequence[Hashable]) -> Iterator[Block]:
    """Runs that both have, in order and apart from each other. If `left` is all in `right`, in order, and
    neither is huge and monotonous, all of it is matched.
    """
    open_ranges = [(0, len(left), 0, len(right), 0)]
    while open_ranges:
        a, b, c, d, rounds = open_ranges.pop()
        while a < b and c < d and left[a] == right[c]:
            yield a, c, 1
            a, c = a + 1, c + 1
        while a < b and c < d and left[b - 1] == right[d - 1]:
            b, d = b - 1, d - 1
            yield b, d, 1
        if a == b or c == d:
            continue
        is_small = (b - a) * (d - c) <= _MOST_CELLS
        sizes = () if rounds == _MOST_ROUNDS else _ALONE if is_small else _TOGETHER
        fixed = max((_fixed(left, right, (a, b, c, d), size) for size in sizes), key=len, default=[])
        if fixed:
            edges = [(a - 1, c - 1), *fixed, (b, d)]
            yield from ((one, two, 1) for one, two in fixed)
            for (one, two), (three, four) in pairwise(edges):
                open_ranges.append((one + 1, three, two + 1, four, rounds + 1))
        elif is_small:
            found = LCSseq.editops(left[a:b], right[c:d]).as_matching_blocks()
            yield from ((a + one, c + two, size) for one, two, size in found if size)


def _fixed(
    left: Sequence[Hashable], right: Sequence[Hashable], within: tuple[int, int, int, int], size: int
) -> list[tuple[int, int]]:
    """Where runs of `size` items begin that occur once in each range, the longest series of them that is
    in order in both.
    """
    a, b, c, d = within
    mine, other = _runs(left[a:b], size), _runs(right[c:d], size)
    often, there = Counter(mine), Counter(other)
    where = {run: c + place for place, run in enumerate(other) if there[run] == 1}
    pairs = [(a + place, where[run]) for place, run in enumerate(mine) if often[run] == 1 and run in where]
    return _rising(pairs)


def _runs(items: Sequence[Hashable], size: int) -> Sequence[Hashable]:
    return items if size == 1 else list(zip(*(items[step:] for step in range(size)), strict=False))


def _rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest series whose second numbers rise (Schensted), of pairs in order of the first."""
    lowest: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        length = bisect_left(lowest, place)
        before.append(at[length - 1] if length else -1)
        if length == len(lowest):
            lowest.append(place)
            at.append(number)
        else:
            lowest[length], at[length] = place, number
    found = []
    number = at[-1] if at else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]
