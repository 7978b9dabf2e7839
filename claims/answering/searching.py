"""What a query finds, and how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.views import Answer, Kind, Query

if TYPE_CHECKING:
    from claims.store import Store


def search(store: Store, query: Query) -> Answer:
    if query.kind is Kind.TEXT:
        found = store.text_hits(query)
        shown = found if query.limit is None else found[: query.limit]
        return Answer(tuple(shown), len(found), store.searched())
    if query.limit is None:
        keys = store.keys(query)
        return Answer(tuple(store.hits(query.kind, keys)), len(keys), store.searched())
    keys = store.first(query, query.limit)
    total = len(keys) if len(keys) < query.limit else store.count(query)
    return Answer(tuple(store.hits(query.kind, keys)), total, store.searched())


def count(store: Store, query: Query) -> int:
    return len(store.text_hits(query)) if query.kind is Kind.TEXT else store.count(query)
