"""Which of many texts are worth comparing: those that share rare runs of words, each with few others.

For each text its rarest runs are kept, and in the list of texts that share one each is put beside
its neighbours only: so the pairs are as many as the texts, times a constant.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from claims.matching.bulk.codes import Coded, Hashes, Places, mixed
from claims.matching.grams import LENGTH, MOSTLY
from claims.matching.wording import FUNCTION_WORDS

# Of 100,000 generated quotes (seed 7) 99.4 % of the pairs of versions are found with these, and with six and
# three of the next 99.3 %. A run that is in more texts than this says little.
_RAREST, _COMMON = 8, 1000
_NEIGHBOURS = 3

# A run that this part of all texts has, and no fewer than are common, is a stock phrase: with 0.1 %,
# among a million generated quotes 6 % of the excerpts were not known again; with 1 % as many as without.
_STOCK = 0.01
# A text of which stock phrases make up this part is one itself, printed thousands of times.
_WHOLE = 0.8

# What is heard and written down loses small words and has others for them ("four" for "for"): so runs of
# the other words are looked at too. Of transcripts among 10,000 generated quotes (seed 991) that finds
# 97.4 % and not 95.6 %.
_BARE, _FEWER = 3, 4
_SMALL = FUNCTION_WORDS | frozenset("one two four eight won buy bye know no not wood there".split())

# Weights of the words of a run, odd numbers without a pattern, so that a word counts otherwise at each
# place; the last two are for the first words of runs of three and of four.
_WEIGHTS = (
    0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x27D4EB2F165667C5, 0x85EBCA77C2B2AE63,
)  # fmt: skip
_ENDING = np.uint64(0xD6E8FEB86659FD93)

# A text's runs beyond these are passed over: a megabyte of text has no need of all of its runs to be found.
_MOST = 4096


class Looked(NamedTuple):
    """Attributes:
    left, right: pairs of indices of texts that share a rare run, left < right, in order, no pair twice.
    stock: for each word of all texts, whether it stands in a stock phrase (see `_STOCK`).
    """

    left: Places
    right: Places
    stock: NDArray[np.bool_]


def neighbours(texts: Coded, kin: NDArray[np.int64]) -> Looked:
    """Args:
    kin: for each text a number; texts that share a run and a number stand beside each other.
    """
    every = _runs(texts, LENGTH)
    shared = _shared(every)
    is_stock = np.append(shared.counts > max(_COMMON, _STOCK * len(texts.sizes)), False)
    stock = _stock(texts, every.at[is_stock[shared.numbers]])
    bare = _runs(texts.without(_SMALL), _BARE)
    owners, lists = _rare(every, shared, _RAREST)
    more, others = _rare(bare, _shared(bare), _FEWER)
    others += lists.max(initial=-1) + 1
    owners, lists = _in_order(np.concatenate((owners, more)), np.concatenate((lists, others)), kin)
    beside = [_beside(owners, lists, step) for step in range(1, _NEIGHBOURS + 1)]
    pairs = np.sort(np.concatenate(beside))
    pairs = pairs[np.diff(pairs, prepend=-1) > 0]
    return Looked(pairs >> _HALF, pairs & ((1 << _HALF) - 1), stock)


def _stock(texts: Coded, at: Places) -> NDArray[np.bool_]:
    """Words in runs that begin at some words; none of a text that is made of them almost whole."""
    stock = np.zeros(len(texts.words) + LENGTH, bool)
    for step in range(LENGTH):
        stock[at + step] = True
    stock = stock[: len(texts.words)]
    owners = np.repeat(np.arange(len(texts.sizes)), texts.sizes)
    often = np.bincount(owners[stock], minlength=len(texts.sizes))
    stock[(often >= _WHOLE * texts.sizes)[owners]] = False
    return stock


_HALF = 32


def _in_order(owners: Places, lists: Places, kin: NDArray[np.int64]) -> tuple[Places, Places]:
    """What stands in lists, list after list, in each by kin and then by owner; of a number for the kin as
    many bits as are left.
    """
    low = int(owners.max(initial=0)).bit_length()
    middle = 63 - low - int(lists.max(initial=0)).bit_length()
    packed = (lists << middle | kin[owners] & ((1 << middle) - 1)) << low | owners
    packed.sort()
    return packed & ((1 << low) - 1), packed >> (low + middle)


def _beside(owners: Places, lists: Places, step: int) -> Places:
    left, right = owners[:-step], owners[step:]
    fits = (lists[:-step] == lists[step:]) & (left != right)
    left, right = left[fits], right[fits]
    packed: Places = (np.minimum(left, right) << _HALF) | np.maximum(left, right)
    return packed


class _Runs(NamedTuple):
    """Attributes:
    at: of each run the word where it begins; in order.
    starts: where the runs of each text begin among all, and at the end how many there are.
    hashes: of the words of each run.
    """

    at: Places
    starts: Places
    hashes: Hashes


def _runs(texts: Coded, length: int) -> _Runs:
    """The runs of so many words of each text; a text of fewer words has one, of all of it."""
    words, sizes, starts = texts.words, texts.sizes, texts.starts[:-1]
    hashes = words * np.uint64(_WEIGHTS[length])
    for step in range(1, length):
        hashes[:-step] += words[step:] * np.uint64(_WEIGHTS[step])
    counts = np.minimum(np.maximum(sizes - length + 1, sizes > 0), _MOST)
    begins = np.ones(len(words), bool)
    for step in range(1, length):
        # Those that would reach into the text behind.
        begins[(starts + sizes - step)[sizes >= step]] = False
    for long in np.flatnonzero(sizes - length + 1 > _MOST).tolist():
        begins[starts[long] + _MOST : starts[long] + sizes[long]] = False
    short = np.flatnonzero((sizes > 0) & (sizes < length))
    begins[starts[short]] = True
    hashes[starts[short]] = _of_short(texts, short, length)
    return _Runs(np.flatnonzero(begins), np.concatenate(([0], np.cumsum(counts))), mixed(hashes[begins]))


def _of_short(texts: Coded, short: Places, length: int) -> Hashes:
    """Hashes of texts of fewer words than a run has; past their end nothing is added."""
    starts, sizes = texts.starts[short], texts.sizes[short]
    hashes = texts.words[starts] * np.uint64(_WEIGHTS[length])
    for step in range(1, length):
        words = texts.words[starts + np.minimum(step, sizes - 1)]
        hashes += np.where(step < sizes, words, _ENDING) * np.uint64(_WEIGHTS[step])
    return hashes


class _Shared(NamedTuple):
    """Attributes:
    numbers: for each run a number that those of the same words have; -1 for one that stands nowhere else.
    counts: for each number, of how many runs it is; now and then of one too many, since not all bits count.
    """

    numbers: Places
    counts: Places


def _shared(runs: _Runs) -> _Shared:
    places = len(runs.hashes).bit_length()
    # One sort does for both: what has the same upper bits stands together, each with its place.
    packed = runs.hashes >> np.uint64(places) << np.uint64(places)
    packed |= np.arange(len(packed), dtype=np.uint64)
    packed.sort()
    upper = packed >> np.uint64(places)
    firsts = np.flatnonzero(np.concatenate((np.ones(min(1, len(upper)), bool), upper[1:] != upper[:-1])))
    counts = np.diff(firsts, append=len(upper))
    several = np.repeat(counts > 1, counts)
    there = (packed[several] & np.uint64((1 << places) - 1)).astype(np.int64)
    counts = counts[counts > 1]
    numbers = np.full(len(packed), -1)
    numbers[there] = np.repeat(np.arange(len(counts)), counts)
    return _Shared(numbers, counts)


def _rare(runs: _Runs, shared: _Shared, most: int) -> tuple[Places, Places]:
    """Of each text the rarest runs that other texts have too, with whose they are and their numbers; a text
    that is common almost whole keeps a common one.
    """
    sizes = np.diff(runs.starts)
    there = np.flatnonzero(shared.numbers >= 0)
    owners = np.repeat(np.arange(len(sizes)), sizes)[there]
    counts = np.minimum(shared.counts, _COMMON + 1)[shared.numbers[there]]
    # One number that sorts by text, then by how many have the run, then by place; no two are equal.
    ranked = np.sort((owners << _RANKED) | (counts << _PLACED) | (there - runs.starts[owners]))
    counts = (ranked >> _PLACED) & _COUNTED
    is_common = counts > _COMMON
    before = _place(owners)
    kept = (before < most) & ~is_common
    known = np.bincount(owners, minlength=len(sizes)) >= MOSTLY * sizes
    # The first of each text's that are common; they stand at the end of what is the text's.
    first = is_common & ((before == 0) | ~np.concatenate((np.zeros(1, bool), is_common[:-1]))[: len(kept)])
    kept |= first & known[owners]
    owners = owners[kept]
    return owners, shared.numbers[runs.starts[owners] + (ranked[kept] & ((1 << _PLACED) - 1))]


# Bits of a place in a text (see `_MOST`), and of a place with a count (see `_COMMON`).
_PLACED, _RANKED = 12, 22
_COUNTED = (1 << _RANKED - _PLACED) - 1


def _place(owners: Places) -> Places:
    """How many of the same owner stand before each; owners are in order."""
    firsts = np.flatnonzero(np.diff(owners, prepend=-1))
    before: Places = np.repeat(firsts, np.diff(firsts, append=len(owners)))
    return np.arange(len(owners)) - before
