"""Matches and checks documents together with the older versions of their pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.decisions import Decisions
from claims.linking import Linker
from claims.model import Claim, Quote
from claims.succession import anchored_again

if TYPE_CHECKING:
    from claims.store import Store


class Pages:
    """Links whole documents; what a newer version stands for is linked anew with it."""

    def __init__(self, store: Store, decisions: Decisions, linker: Linker) -> None:
        self._store = store
        self._decisions = decisions
        self._linker = linker

    def link(self, document: str) -> None:
        """Match and check every value of a document anew, and those of the versions that it replaced."""
        self._link(document, anchored_again(self._store, self._decisions, document))

    def _link(self, document: str, older: Sequence[Quote | Claim]) -> None:
        values = [*self._store.quotes_of(document), *self._store.claims_of(document), *older]
        self._linker.link(values, documents=[document])

    def link_page(self, document: str) -> None:
        """The same for all documents that came from the places of this one: another one stands there now."""
        beside = self._store.documents_beside(document)
        # For all of them before any is linked: links follow what decisions count for.
        older = [anchored_again(self._store, self._decisions, each) for each in beside]
        for each, values in zip(beside, older, strict=True):
            self._link(each, values)
