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
    counts = _counts(every.hashes)
    stock = _stock(texts, every.at[counts > max(_COMMON, _STOCK * len(texts.sizes))])
    bare = _runs(texts.without(_SMALL), _BARE)
    rare = _rare(every, counts, _RAREST), _rare(bare, _counts(bare.hashes), _FEWER)
    owners, runs = (np.concatenate(both) for both in zip(*rare, strict=True))
    order = np.argsort((runs & ~_KIN) | (kin[owners].astype(np.uint64) & _KIN), kind="stable")
    owners, lists = owners[order], runs[order] & ~_KIN
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


# The lowest bits of a run's hash give way to the number of the kin, so that one sort does for both.
_KIN = np.uint64((1 << 20) - 1)
_HALF = 32


def _beside(owners: Places, lists: Hashes, step: int) -> Places:
    left, right = owners[:-step], owners[step:]
    fits = (lists[:-step] == lists[step:]) & (left != right)
    left, right = left[fits], right[fits]
    packed: Places = (np.minimum(left, right) << _HALF) | np.maximum(left, right)
    return packed


class _Runs(NamedTuple):
    """Of each run of words the word where it begins, whose it is, in order, and its hash."""

    at: Places
    owners: Places
    hashes: Hashes


def _runs(texts: Coded, length: int) -> _Runs:
    """The runs of so many words of each text; a text of fewer words has one, of all of it."""
    words, sizes = texts.words, texts.sizes
    owners = np.repeat(np.arange(len(sizes)), sizes)
    left = texts.starts[1:][owners] - np.arange(len(words))
    place = sizes[owners] - left
    hashes = words * np.uint64(_WEIGHTS[length])
    for step in range(1, length):
        # Past the end of a text of fewer words than a run nothing is added.
        inside = left[:-step] > step
        hashes[:-step] += np.where(inside, words[step:], _ENDING) * np.uint64(_WEIGHTS[step])
    begins = ((left >= length) & (place < _MOST)) | ((place == 0) & (left < length))
    return _Runs(np.flatnonzero(begins), owners[begins], mixed(hashes[begins]))


def _rare(runs: _Runs, counts: Places, most: int) -> tuple[Places, Hashes]:
    """Of each text the rarest runs that other texts have too, with whose they are; a text that is common
    almost whole keeps a common one.
    """
    counts = np.minimum(counts, _COMMON + 1)
    shared = counts > 1
    # One number that sorts by text, then by how many have the run, then by place; no two are equal.
    place = _place(runs.owners)[shared]
    ranked = np.sort((runs.owners[shared] << _RANKED) | (counts[shared] << _PLACED) | place)
    owners, counts = ranked >> _RANKED, (ranked >> _PLACED) & _COUNTED
    is_common = counts > _COMMON
    kept = (_place(owners) < most) & ~is_common
    kept |= _first(is_common, owners) & _is_known(owners, runs.owners)
    begins = np.searchsorted(runs.owners, owners[kept])
    return owners[kept], runs.hashes[begins + (ranked[kept] & ((1 << _PLACED) - 1))]


def _first(marked: NDArray[np.bool_], owners: Places) -> NDArray[np.bool_]:
    """The first of each owner's that are marked; they stand at the end of what is the owner's."""
    before = np.concatenate((np.zeros(1, bool), marked[:-1]))
    first: NDArray[np.bool_] = marked & ((_place(owners) == 0) | ~before)
    return first


def _is_known(owners: Places, every: Places) -> NDArray[np.bool_]:
    """Does an owner stand in the first list for most of the times it stands in the second?"""
    count = int(every.max(initial=-1)) + 1
    known: NDArray[np.bool_] = np.bincount(owners, minlength=count) >= MOSTLY * np.bincount(
        every, minlength=count
    )
    return known[owners]


# Bits of a place in a text (see `_MOST`), and of a place with a count (see `_COMMON`).
_PLACED, _RANKED = 12, 22
_COUNTED = (1 << _RANKED - _PLACED) - 1


def _counts(runs: Hashes) -> Places:
    """How many texts have each run; now and then too many, since some share a bucket."""
    bits = int(np.ceil(np.log2(len(runs) + 1))) + 1
    bucket = (runs >> np.uint64(64 - bits)).astype(np.int64)
    counted: Places = np.bincount(bucket)[bucket]
    return counted


def _place(owners: Places) -> Places:
    """How many of the same owner stand before each; owners are in order."""
    firsts = np.flatnonzero(np.diff(owners, prepend=-1))
    before: Places = np.repeat(firsts, np.diff(firsts, append=len(owners)))
    return np.arange(len(owners)) - before
