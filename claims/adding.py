"""What `Ledger.add` does with each document that was read: stored, matched and checked, or named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from claims.errors import InputError
from claims.executor import run
from claims.following import Follower
from claims.intake import Prepared, lost, prepare_input, weight
from claims.model import Problem
from claims.ports import Material
from claims.views import Added, Status

if TYPE_CHECKING:
    from claims.store import Store

# The stage of a problem with an input of which no document came.
_READING = "reading"


def add(
    store: Store, follower: Follower, materials: Iterable[Material | InputError], *, jobs: int
) -> Iterator[Added]:
    """Read, extract, store, match and check each input; one result each, in order."""
    for prepared in run(prepare_input, materials, jobs, lost=lost, weigh=weight):
        for one in prepared:
            if isinstance(one, InputError):
                yield Added(one.location, Status.FAILED, one.why)
            else:
                yield _take(store, follower, one)


def _take(store: Store, follower: Follower, one: Prepared) -> Added:
    location = one.material.location
    if one.document is None:
        store.put_problems([Problem(_READING, one.failure, location=location)])
        return Added(location, Status.SKIPPED if one.unknown else Status.FAILED, one.failure)
    # One transaction: a document is in with everything derived from it, or not at all.
    with store.together():
        stored = store.add_document(one.document, one.material, one.extraction, extractor=one.extractor)
        store.drop_problems(_READING, location=location)
        if stored:
            follower.link_document(one.document.id)
    if not stored:
        return Added(location, Status.UNCHANGED, "it is in the record", one.document.id)
    quotes, claims = len(one.extraction.quotes), len(one.extraction.claims)
    return Added(location, Status.STORED, "", one.document.id, quotes, claims)
