"""Are two reports of the same few days about one event that has no name? What their beginnings share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache

from claims.checks.leading import EVERYWHERE, NO_NAME, all_as_printed, lead, leading_names, published_by
from claims.checks.ties import Tie
from claims.checks.words_around import STOP, stem
from claims.matching.titles import BODY_WORDS, TITLES
from claims.model import Document
from claims.model.identity import normalised

# An event without a name is one only to the reports of the same few days.
_SAME_NEWS = 3
# So many names shared by the reports of the same days are hardly chance.
_SURE_NAMES = 3


def by_names(one: Document, two: Document, apart: int | None) -> Tie | None:
    """The same names lead both reports."""
    mine, other = leading_names(one), leading_names(two)
    shared = tuple(name for name in mine if name in other)
    if len(shared) < 2 or 2 * len(shared) < min(len(mine), len(other)) or (apart or 0) > _SAME_NEWS:
        return None
    sure = len(shared) >= _SURE_NAMES and apart is not None
    return Tie(sure, False, f"both name {all_as_printed(shared, one)}")


# So large a part of the words at the beginning of the shorter one, by how many names both give. Of 4,754
# pairs of releases of two offices within three days (dev) these tie five: two tell of one event, three of
# grants by one bill or programme, and no check makes a conflict of any. Of our 12 pairs on one event
# (tests/bench/same_news.py) eight are tied so, and three by the names that lead them. "Stroud" tells little
# where the Stroud Courier is one of the two.
_SHARE_BY_NAMES = {0: 0.5, 1: 0.4, 2: 0.3}
_SURE_SHARE = 0.4
_MOST_NAMED = max(_SHARE_BY_NAMES)
# A share of fewer words is chance.
_LEAST_WORDS = 5
_TOLD = 5


def by_words(one: Document, two: Document, apart: int | None) -> Tie | None:
    """Both name one person or place, and tell of it in many of the same words."""
    if apart is None or apart > _SAME_NEWS:
        return None
    mine, other = _telling(one), _telling(two)
    shared = (mine.names & other.capitals) | (mine.capitals & other.names)
    names = shared - published_by(one) - published_by(two)
    if not shared:
        return None
    own, theirs = _words(one) - other.capitals, _words(two) - mine.capitals
    words = own & theirs
    part = len(words) / max(1, min(len(own), len(theirs)))
    if len(words) < _LEAST_WORDS or part < _SHARE_BY_NAMES[min(len(names), _MOST_NAMED)]:
        return None
    sure = len(names) >= _MOST_NAMED and part >= _SURE_SHARE
    named = all_as_printed(tuple(sorted(names or shared)), one)
    told = ", ".join(sorted(words, key=lambda word: (-len(word), word))[:_TOLD])
    return Tie(sure, False, f"both name {named}, and tell of {told}")


# A name makes two keys at most for each figure; reports of one event share one of their first.
_NAMES_IN_KEYS = 4
# Documents are looked up by stretches of so many days: one that is printed less than `_SAME_NEWS` before
# the end of a stretch stands in the next one too.
_STRETCH = 8


def news_keys(document: Document) -> list[str]:
    """A name and a stretch of days each: two reports that `by_words` may tie share one."""
    if document.published is None:
        return []
    return _keys(_telling(document).first, document.published.earliest.toordinal())


@lru_cache(maxsize=256)
def _keys(names: tuple[str, ...], day: int) -> list[str]:
    stretches = dict.fromkeys((day // _STRETCH, (day + _SAME_NEWS) // _STRETCH))
    return [f"{name}@{number}" for name in names for number in stretches]


@dataclass(frozen=True, slots=True)
class _Telling:
    """What the beginning of a document tells of.

    Attributes:
        names: words of names, by their capitals inside a sentence.
        capitals: these, and words with a capital elsewhere: names, titles, beginnings of sentences.
        first: of the words with capitals those to look a document up by.
    """

    names: frozenset[str]
    capitals: frozenset[str]
    first: tuple[str, ...]


def _telling(document: Document) -> _Telling:
    return _read(lead(document), document.text)


_NOBODY = EVERYWHERE | NO_NAME | TITLES | BODY_WORDS
_NO_MATTER = STOP | _NOBODY
# Whether a word is printed without a capital too.
_LOOKED_THROUGH = 5000
_RUN = re.compile(r"(?<![\w'’])[A-Z][\w-]{1,30}(?: [A-Z][\w-]{1,30}){0,8}")
# Longer runs of capitals are headlines.
_LONGEST_NAME = 4
_INSIDE = re.compile(r"[a-z],? $")
_DATELINE = re.compile(r"^([A-Z][A-Z .'’-]{2,30})(?:, [\w. ]{2,20})? ?(?:—|–|--)", re.MULTILINE)
_LOWER = re.compile(r"(?<!\w)[a-z][\w-]{2,30}")
_LONG_WORD = re.compile(r"[^\W\d_]{4,30}")


@lru_cache(maxsize=256)
def _read(text: str, whole: str) -> _Telling:
    plain = set(_LOWER.findall(whole[:_LOOKED_THROUGH]))
    names = {word for found in _DATELINE.findall(text) for word in _name_words(found, plain)}
    capitals: Counter[str] = Counter()
    for run in _RUN.finditer(text):
        words = _name_words(run.group(), plain)
        capitals.update(words)
        if len(run.group().split()) <= _LONGEST_NAME and _INSIDE.search(text[: run.start()][-3:]):
            names.update(words)
    ranked = sorted(capitals, key=lambda word: (word not in names, -capitals[word]))
    return _Telling(frozenset(names), frozenset(capitals), tuple(ranked[:_NAMES_IN_KEYS]))


def _words(document: Document) -> frozenset[str]:
    """Stems of the longer words of the beginning that are no names."""
    return _words_of(lead(document), _telling(document).capitals)


@lru_cache(maxsize=256)
def _words_of(text: str, capitals: frozenset[str]) -> frozenset[str]:
    told = {word for word in _LONG_WORD.findall(text.casefold()) if word not in _NO_MATTER}
    return frozenset(map(stem, told - capitals))


def _name_words(printed: str, plain: Set[str]) -> list[str]:
    """Words that may be a name's: neither printed without a capital too, nor a title or a nation's body."""
    words = normalised(printed).split()
    return [word for word in words if len(word) > 2 and word not in plain and word not in _NOBODY]
