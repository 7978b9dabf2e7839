"""Where the words of a search stand in a text that it found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from claims.model import Span
from claims.store.queries import Term, terms
from claims.store.texts import plain_words
from claims.store.vocabulary import slips

_WORD = re.compile(r"[^\W_]+")
# Letters of a text that are looked through: what is printed of a longer one stands before.
_LONGEST = 100_000


class Marker:
    """Finds the words and phrases of one search; those with a "-" stand in no hit.

    Args:
        words: as they were typed.
    """

    def __init__(self, words: str) -> None:
        self._terms = [(term, plain_words(term.text)) for term in terms(words).wanted]

    def __call__(self, text: str) -> list[Span]:
        """In order; places that overlap are one."""
        if not self._terms:
            return []
        places = [found.span() for found in _WORD.finditer(text[:_LONGEST])]
        forms = [_folded(found) for found in _WORD.findall(text[:_LONGEST])]
        found = (span for term, words in self._terms for span in _places(term, words, forms))
        return list(_joined(sorted((places[first][0], places[last][1]) for first, last in found)))


def _places(term: Term, words: Sequence[str], forms: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and the last word of each place of a term."""
    if len(words) == 1 and not term.fuzzy:
        # Nearly every term, and a list marks the texts of a whole page between two keys.
        (word,), last = words, term.last
        yield from (
            (at, at) for at, form in enumerate(forms) if form == word or (last and form.startswith(word))
        )
        return
    size = len(words)
    for first in range(len(forms) - size + 1):
        if all(_is(term, word, forms[first + at], ends=at == size - 1) for at, word in enumerate(words)):
            yield first, first + size - 1


def _is(term: Term, word: str, form: str, *, ends: bool) -> bool:
    if term.fuzzy:
        return _near(word, form)
    return form == word or (term.last and ends and form.startswith(word))


@lru_cache(maxsize=4096)
def _near(word: str, form: str) -> bool:
    from rapidfuzz.distance import OSA

    return OSA.distance(word, form, score_cutoff=slips(word)) <= slips(word)


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    return "".join(plain_words(word))


def _joined(places: Sequence[tuple[int, int]]) -> Iterator[Span]:
    start = end = -1
    for first, last in places:
        if first > end:
            if start >= 0:
                yield Span(start, end)
            start, end = first, last
        end = max(end, last)
    if start >= 0:
        yield Span(start, end)
