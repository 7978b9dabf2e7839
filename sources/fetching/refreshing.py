"""Pages that a record fetched before, asked for again: only what has changed comes in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims.errors import InputError
from claims.ports import Arrival, Material
from claims.views import Added, Status
from sources.fetching.fetcher import Fetcher, Unchanged

_AS_IT_WAS = "the site says that it has not changed"


def wanted(pages: Sequence[Arrival], named: Sequence[str]) -> list[Arrival | InputError]:
    """Those of the pages that are named by their address, in the order of the names; all without names.

    What is no page that was fetched is an error of its own.
    """
    if not named:
        return list(pages)
    known = {page.place: page for page in pages}
    why = "no page of this address was fetched: add it first"
    return [known.get(name) or InputError(name, why) for name in named]


def refreshed(
    fetcher: Fetcher, pages: Iterable[Arrival | InputError]
) -> Iterator[Material | InputError | Added]:
    """Each page as it is now, or what became of it. It is asked for at its place, and nothing that a
    server said of an earlier visit is trusted but whether the page has changed.
    """
    for page in pages:
        if isinstance(page, InputError):
            yield page
            continue
        try:
            now = fetcher.fetch(page.location, page.given, place=page.place, since=page.fetched)
        except InputError as error:
            yield error
            continue
        yield Added(page.location, Status.UNCHANGED, _AS_IT_WAS) if isinstance(now, Unchanged) else now
