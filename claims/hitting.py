"""Every hit of a search, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.views import Hit, Kind, Query

if TYPE_CHECKING:
    from claims.store import Store

# Hits fetched at once: few enough that a million rows are never all in memory.
_PAGE = 500

KINDS = (Kind.QUOTES, Kind.CLAIMS)


def hits(store: Store, query: Query) -> Iterator[Hit]:
    """Those of the query's kind, newest first."""
    keys = store.keys(query)
    for start in range(0, len(keys), _PAGE):
        yield from store.hits(query.kind, keys[start : start + _PAGE])


def every_hit(store: Store, query: Query) -> Iterator[Hit]:
    """Quotes, then claims, whatever the query's kind."""
    for kind in KINDS:
        yield from hits(store, replace(query, kind=kind))
