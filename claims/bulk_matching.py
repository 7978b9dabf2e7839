"""Matching very many quotes together, as after an import; `linking` matches the few of a document.

Both find the same likeness of two quotes. Here the pairs are only as many as hold each
utterance together, and a quote that is said more than once in a document is looked at as
often as it stands there.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from claims.matching.candidates import overlap, share_surname
from claims.model import Pair
from claims.uncollected import uncollected
from claims.views import Compared

if TYPE_CHECKING:
    from claims.store import Store
    from claims.store.matchable import Matchable

# Below so many new quotes each looks for its own likes in the record's index; and one of
# so many quotes of a record must be new: to read a quote takes a hundredth of looking one up.
_FEWEST, _SHARE = 1000, 100


def is_many(new: int, stored: int) -> bool:
    """Is it quicker to look at all quotes together than to look up each of the new ones?"""
    return new >= _FEWEST and new * _SHARE >= stored


def pairs_among(store: Store, new: Collection[str]) -> list[Pair]:
    """Pairs that some new quotes make with each other and with those that were there."""
    import numpy as np  # what adds a document or two need not load it

    from claims.matching.bulk.alike import alike

    quotes = store.matchable()
    surnames: dict[str, int] = {}
    kin = [surnames.setdefault(quote.form.rpartition(" ")[2], len(surnames)) for quote in quotes]
    told = _Told(store, quotes)
    is_new = np.fromiter((quote.id in new for quote in quotes), bool, len(quotes))
    texts = [quote.text for quote in quotes]
    with uncollected():
        found = alike(texts, np.array(kin, np.int64), told.may_pair, told.same_speaker, is_new)
        return [_pair(quotes[left].id, quotes[right].id, compared) for left, right, compared in found]


def _pair(left: str, right: str, compared: Compared) -> Pair:
    a, b = sorted((left, right))
    return Pair(a, b, compared.relation, compared.score, compared.why)


class _Told:
    """What two quotes, given by their places, are to each other besides their words."""

    def __init__(self, store: Store, quotes: Sequence[Matchable]) -> None:
        self._store = store
        self._quotes = quotes
        self._pages = store.pages()

    def may_pair(self, left: int, right: int) -> bool:
        """Not two versions of one page, nor one quote that stands in another."""
        mine, other = self._quotes[left], self._quotes[right]
        if mine.document == other.document:
            whole = self._store.numbered([mine.number, other.number])
            return not overlap(whole[mine.number], whole[other.number])
        page = self._pages.get(mine.document)
        return page is None or page != self._pages.get(other.document)

    def same_speaker(self, left: int, right: int) -> bool | None:
        """As `candidates.same_speaker`."""
        mine, other = self._quotes[left].form, self._quotes[right].form
        return share_surname(mine.split(), other.split()) if mine and other else None
