"""How much two of very many texts can share at most, for a fiftieth of the cost of what they do share."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from claims.matching.bulk.codes import Coded, Hashes, Places

# Each word of a text sets one of so many bits: of texts of twenty words that differ in all of them, 19 are
# told apart.
_LANES = 4
_BITS = np.uint64(63)
_LANE = np.uint64(6)

# Pairs that are looked at at once, for the room that it takes.
_LOT = 1_000_000


def most_shared(texts: Coded, left: Places, right: Places) -> NDArray[np.float64]:
    """Of each pair the part of the shorter one's words that can stand in the other, at most: none of those
    whose bit no word of the other sets.
    """
    signs, sizes = _signs(texts), texts.sizes
    shared = np.empty(len(left), np.float64)
    for start in range(0, len(left), _LOT):
        lot = slice(start, start + _LOT)
        mine, other = left[lot], right[lot]
        here, there = sizes[mine], sizes[other]
        for lane in signs:
            one, two = lane[mine], lane[other]
            here = here - np.bitwise_count(one & ~two)
            there = there - np.bitwise_count(two & ~one)
        shared[lot] = np.minimum(here, there) / np.maximum(1, np.minimum(sizes[mine], sizes[other]))
    return shared


def _signs(texts: Coded) -> list[Hashes]:
    """For each lane the bits that the words of each text set."""
    bits = np.uint64(1) << (texts.words & _BITS)
    lanes = (texts.words >> _LANE) % np.uint64(_LANES)
    # A text without words begins where the next one does.
    filled = texts.sizes > 0
    signs = []
    for number in range(_LANES):
        sign = np.zeros(len(filled), np.uint64)
        if filled.any():
            mine = np.where(lanes == number, bits, np.uint64(0))
            sign[filled] = np.bitwise_or.reduceat(mine, texts.starts[:-1][filled])
        signs.append(sign)
    return signs
