"""Many texts as numbers: a hash for each word, and each text as a string with a character a word.

The words are those of `normalised`. All of it is done by numpy over the bytes of many texts at
once, since at a million quotes a Python call a word is what takes longest.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from claims.lots import lots
from claims.model.identity import normalised

Hashes = NDArray[np.uint64]
Places = NDArray[np.int64]

# Characters that are worked on at once, with some thirty bytes of numbers beside each.
_LOT = 1_000_000
# An odd number of 64 bits without a pattern (the golden ratio's fraction): a word is its bytes as the
# digits of a number of this base, so its hash follows from two sums over all that stands before.
_BASE = 0x9E3779B97F4A7C15
_MIX = np.uint64(0xBF58476D1CE4E5B9)  # the finalizer of SplitMix64 (Steele, Lea and Flood, 2014)
# What a string may hold: code points without surrogates.
_POINTS, _SURROGATES, _FIRST = 0x10FFFF - 0x800, 0x800, 0xD800


@dataclass(frozen=True, slots=True)
class Coded:
    """Attributes:
    words: hashes of all words, text after text.
    starts: where each text begins in them, and at the end where the last one ends.
    """

    words: Hashes
    starts: Places

    @property
    def sizes(self) -> Places:
        return np.diff(self.starts)

    def only(self, kept: Places) -> Coded:
        """Some of the texts, by their indices in order."""
        chosen = np.zeros(len(self.sizes), bool)
        chosen[kept] = True
        words = self.words[np.repeat(chosen, self.sizes)]
        return Coded(words, np.concatenate(([0], np.cumsum(self.sizes[kept]))))

    def strings(self) -> list[str]:
        """Each text as a string, a character a word; two words share one once in a million."""
        return _cut(_points(self.words), self.starts)

    def without(self, left_out: Iterable[str], passed_over: NDArray[np.bool_] | None = None) -> Coded:
        """The texts without some words wherever they stand, and others where they stand."""
        points = _points(self.words)
        passed = np.zeros(_POINTS + _SURROGATES, bool)
        passed[_points(coded(left_out).words)] = True
        kept = ~passed[points]
        if passed_over is not None:
            kept &= ~passed_over
        return Coded(self.words[kept], np.concatenate(([0], np.cumsum(kept)))[self.starts])


def coded(texts: Iterable[str]) -> Coded:
    hasher = _Hasher()
    words: list[Hashes] = []
    sizes: list[Places] = []
    for lot in lots(texts, weigh=len, heaviest=_LOT):
        hashes, counts = hasher.hashed(lot)
        words.append(hashes)
        sizes.append(counts)
    joined = np.concatenate(words) if words else np.empty(0, np.uint64)
    counts = np.concatenate(sizes) if sizes else np.empty(0, np.int64)
    return Coded(joined, np.concatenate(([0], np.cumsum(counts))))


def _cut(points: NDArray[np.uint32], starts: Places) -> list[str]:
    whole = _text(points)
    ends = starts.tolist()
    return [whole[start:end] for start, end in pairwise(ends)]


def _points(hashes: Hashes) -> NDArray[np.uint32]:
    points = (hashes % np.uint64(_POINTS)).astype(np.uint32)
    points += (points >= _FIRST) * np.uint32(_SURROGATES)
    return points


def _text(points: NDArray[np.uint32]) -> str:
    return points.astype("<u4").tobytes().decode("utf-32-le")


# Bytes to lower case; 0 for what parts words. Beyond ASCII each byte is of a letter: see `_plain`.
_LETTERS = np.array(
    [byte if byte >= 128 else ord(chr(byte).lower()) if chr(byte).isalnum() else 0 for byte in range(256)],
    np.uint8,
)
# Signs that are common in print and part words.
_MARKS = "“”‘’„«»–—…•£€\xa0"


def _plain(text: str) -> str:
    """The text, or if it has letters beyond ASCII its normalised form."""
    if text.isascii():
        return text
    for mark in _MARKS:
        text = text.replace(mark, " ")
    return text if text.isascii() else normalised(text)


class _Hasher:
    """Keeps the powers of the base and of its inverse modulo 2**64, as many as were needed so far."""

    def __init__(self) -> None:
        self._powers = self._inverse = np.empty(0, np.uint64)

    def hashed(self, texts: Sequence[str]) -> tuple[Hashes, Places]:
        """Hashes of the words of some texts, and how many each has."""
        encoded = [_plain(text).encode("utf-8", "surrogatepass") for text in texts]
        letters = _LETTERS[np.frombuffer(b"\n".join(encoded) + b"\n", np.uint8)]
        bounds = np.flatnonzero(np.diff(letters > 0, prepend=False))
        starts, ends = bounds[::2], bounds[1::2]
        self._reach(len(letters))
        sums = np.zeros(len(letters) + 1, np.uint64)
        np.cumsum(letters * self._powers[: len(letters)], out=sums[1:])
        hashes = mixed((sums[ends] - sums[starts]) * self._inverse[starts])
        closing = np.cumsum(np.fromiter(map(len, encoded), np.int64, len(encoded)) + 1)
        return hashes, np.diff(np.searchsorted(starts, closing), prepend=0)

    def _reach(self, count: int) -> None:
        if len(self._powers) < count:
            self._powers, self._inverse = _series(_BASE, count), _series(pow(_BASE, -1, 1 << 64), count)


def _series(base: int, count: int) -> Hashes:
    series = np.full(count, base, np.uint64)
    series[0] = 1
    return np.cumprod(series)


def mixed(hashes: Hashes) -> Hashes:
    """Every bit made to depend on every other; in place."""
    hashes ^= hashes >> np.uint64(32)
    hashes *= _MIX
    hashes ^= hashes >> np.uint64(29)
    return hashes
