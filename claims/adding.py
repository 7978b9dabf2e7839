"""What `Ledger.add` does with each document that was read: stored, matched and checked, or named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from claims.errors import InputError
from claims.executor import run
from claims.following import Follower
from claims.intake import DEFAULT_EXTRACTOR, Prepared, check_extractor, lost, prepare_input, weight
from claims.model import Document, Problem
from claims.ports import Material
from claims.views import Added, Status

if TYPE_CHECKING:
    from claims.store import Store
    from claims.store.documents import Taken

# The stage of a problem with an input of which no document came.
_READING = "reading"

_IN_THE_RECORD = "it is in the record"


def add(
    store: Store,
    follower: Follower,
    materials: Iterable[Material | InputError],
    *,
    jobs: int,
    extractor: str = DEFAULT_EXTRACTOR,
) -> Iterator[Added]:
    """Read, extract, store, match and check each input; one result each, in order."""
    check_extractor(extractor)
    work = partial(prepare_input, extractor=extractor)
    for prepared in run(work, materials, jobs, lost=lost, weigh=weight):
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
        taken = store.add_document(one.document, one.material, one.extraction, extractor=one.extractor)
        store.drop_problems(_READING, location=location)
        if taken.is_new:
            follower.take_in(taken.document)
        elif taken.page_changed:
            follower.link_page(taken.document)
    if not taken.is_new:
        return Added(location, Status.UNCHANGED, _known(taken, one.document), taken.document)
    version = store.version_of(taken.document)
    reason = f"version {version.number} of its page" if version and version.previous else ""
    quotes, claims = len(one.extraction.quotes), len(one.extraction.claims)
    return Added(location, Status.STORED, reason, taken.document, quotes, claims)


def known_already(store: Store, follower: Follower, material: Material) -> Added:
    """What `add` does with an input whose named document is here: nothing is read again."""
    with store.together():
        taken = store.come_again(material)
        if taken.page_changed:
            follower.link_page(taken.document)
    return Added(material.location, Status.UNCHANGED, _IN_THE_RECORD, taken.document)


def _known(taken: Taken, document: Document) -> str:
    if taken.comes_back:
        return "its text is that of an earlier version, which stands again"
    return _IN_THE_RECORD if taken.document == document.id else "its text is the one the record has"
