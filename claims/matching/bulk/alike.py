"""Which of very many texts are one utterance: enough pairs to hold each group together.

`candidates` looks up one quote after another in the record's index. Here all are looked at
together, which for a hundred thousand takes a tenth of the time; the likeness of two is the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cpdist

from claims.matching.bulk.bounds import most_shared
from claims.matching.bulk.codes import Coded, coded
from claims.matching.bulk.neighbours import neighbours
from claims.matching.groups import Groups
from claims.matching.likeness import WORTH, closely, of_same_words
from claims.matching.wording import FUNCTION_WORDS
from claims.model import Relation
from claims.views import Compared

# Share of the weighty words (all but those of grammar) of the text that has fewer which stand in the
# other in the same order. Of 45,000 pairs of versions among 100,000 generated quotes 0.2 % share less,
# and of 31,000 pairs of other statements that pass `WORTH` nine in ten do.
_WEIGHTY = 0.63
# The same for another speaker, whose words must have more in common to be one utterance. Of 3,760 such pairs
# of 100,000 generated quotes 2,020 share less, of which two join, and of those that share more half do.
_WEIGHTY_OTHER_SPEAKER = 0.75

# Words of a text beyond which two are not looked at in passing: see `blocks.is_much`.
_LONG = 6000

# Pairs that are compared at once, for the room that their strings' list takes.
_LOT = 1_000_000


# A chain of so many pairs and more may be looked at in several places, at the price of time alone.
_STEPS = 4


class Alike(NamedTuple):
    """Two texts by their indices, left < right, and how they are alike."""

    left: int
    right: int
    compared: Compared


def alike(
    texts: Sequence[str],
    kin: NDArray[np.int64],
    may_pair: Callable[[int, int], bool],
    same_speaker: Callable[[int, int], bool | None],
    wanted: NDArray[np.bool_] | None = None,
) -> Iterator[Alike]:
    """Pairs of texts that are alike in some way, negations among them.

    Of those that join, two texts that others hold together already are not compared. Equal texts
    are paired each with the first.

    Args:
        kin: a number for each text; those that share one are looked at beside each other first.
        may_pair: False for two that are no two printings, as in one document.
        same_speaker: see `likeness`.
        wanted: texts of which each pair must have one; all, if none are told.
    """
    wanted = np.ones(len(texts), bool) if wanted is None else wanted
    words = coded(texts)
    strings = words.strings()
    groups = Groups(range(len(texts)))
    copies = _Copies(texts, strings)
    for pair in copies.pairs(may_pair, same_speaker):
        groups.join(pair.left, pair.right)
        if wanted[pair.left] or wanted[pair.right]:
            yield pair
    for left, right, share in _likely(words, strings, copies.firsts(), kin, wanted):
        if groups.together(left, right) or not may_pair(left, right):
            continue
        same = same_speaker(left, right)
        if same is False and share < _WEIGHTY_OTHER_SPEAKER:
            continue
        compared = closely(texts[left], texts[right], same_speaker=same)
        if compared.relation.joins:
            groups.join(left, right)
        if compared.relation is not Relation.DIFFERENT:
            yield Alike(left, right, compared)


class _Copies:
    """Texts of the same words as one before."""

    def __init__(self, texts: Sequence[str], strings: Sequence[str]) -> None:
        self._texts = texts
        self._strings = strings
        self._paired: set[int] = set()

    def pairs(
        self, may_pair: Callable[[int, int], bool], same_speaker: Callable[[int, int], bool | None]
    ) -> Iterator[Alike]:
        """Each copy with the first of its words, or if it may not with that, with the one before; not
        texts without words. So all copies are two steps apart, however many there are.
        """
        known: dict[str, tuple[int, int]] = {}
        for index, string in enumerate(self._strings):
            first, last = known.get(string, (index, index))
            known[string] = first, index
            for before in dict.fromkeys((first, last)) if string and first < index else ():
                if may_pair(before, index) and (pair := self._pair(before, index, same_speaker)):
                    yield pair
                    break

    def _pair(self, before: int, index: int, same_speaker: Callable[[int, int], bool | None]) -> Alike | None:
        same = same_speaker(before, index)
        compared = of_same_words(self._texts[before], self._texts[index], same_speaker=same)
        if not compared.relation.joins:
            return None
        self._paired.add(index)
        return Alike(before, index, compared)

    def firsts(self) -> NDArray[np.int64]:
        """After `pairs`, the texts with words that are no copies."""
        left = (index for index, string in enumerate(self._strings) if string and index not in self._paired)
        return np.fromiter(left, np.int64)


def _likely(
    words: Coded, strings: Sequence[str], firsts: NDArray[np.int64], kin: NDArray[np.int64],
    wanted: NDArray[np.bool_],
) -> Iterator[tuple[int, int, float]]:  # fmt: skip
    """Pairs that are worth comparing, of those that hang together the likest first, and the share of weighty
    words that they have in order.
    """
    words, strings = words.only(firsts), [strings[index] for index in firsts.tolist()]
    left, right, stock = neighbours(words, kin[firsts])
    asked = wanted[firsts[left]] | wanted[firsts[right]]
    left, right = left[asked], right[asked]
    weighty = words.without(FUNCTION_WORDS, stock)
    worth = most_shared(weighty, left, right) >= _WEIGHTY
    worth |= np.maximum(words.sizes[left], words.sizes[right]) > _LONG
    left, right = left[worth], right[worth]
    worth = _shares(strings, words.sizes, left, right) >= WORTH
    left, right = left[worth], right[worth]
    share = _shares(weighty.strings(), weighty.sizes, left, right)
    worth = share >= _WEIGHTY
    left, right, share = left[worth], right[worth], share[worth]
    # Of those that share as much, two of one length first: a statement meets its opposite before what is cut
    # from both brings them together.
    sizes = words.sizes[left], words.sizes[right]
    even = np.minimum(*sizes) / np.maximum(*sizes)
    order = np.lexsort((-even, -share, _together(left, right, len(strings))))
    for lot in np.array_split(order, len(order) // _LOT + 1):
        mine, other = firsts[left[lot]].tolist(), firsts[right[lot]].tolist()
        yield from zip(mine, other, share[lot].tolist(), strict=True)


def _together(left: NDArray[np.int64], right: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """The same number for most pairs that hang together, so that each text is read while it is known."""
    labels = np.arange(count)
    for _ in range(_STEPS):
        np.minimum.at(labels, left, labels[right])
        np.minimum.at(labels, right, labels[left])
    return labels[left]


def _shares(
    strings: Sequence[str], sizes: NDArray[np.int64], left: NDArray[np.int64], right: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Of each pair, the part of the shorter one's words that stand in the other in the same order; all,
    for all that is known, of texts that are too long to tell.
    """
    shared = np.empty(len(left), np.float64)
    strings = [string if len(string) <= _LONG else "" for string in strings]
    for start in range(0, len(left), _LOT):
        lot = slice(start, start + _LOT)
        mine, other = ([strings[index] for index in side[lot].tolist()] for side in (left, right))
        shared[lot] = cpdist(mine, other, scorer=LCSseq.similarity, dtype=np.float64)
    fewer = np.minimum(sizes[left], sizes[right])
    long = np.maximum(sizes[left], sizes[right]) > _LONG
    return np.where(long, 1.0, shared / np.maximum(1, fewer))
