"""Which document replaced which, told from where and in which order they came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from claims.model import Document, PageVersion

# What follows the address of a page only tells where its reader came from.
_TRACKING = ("utm_", "fbclid=", "gclid=", "mc_cid=", "mc_eid=")


@dataclass(frozen=True, slots=True)
class Arrived:
    """A document came from a place.

    Attributes:
        moment, location: documents of one input, as the items of a feed are, came at one moment from
            several locations; "" tells nothing.
    """

    document: str
    place: str
    moment: str = ""
    location: str = ""


def place_of(document: Document, place: str) -> str:
    """Where the same input would be found again: the document's address, else the place of its bytes; ""
    if neither is known. A page that gives its site's front page for its address has none of its own; nor has
    a ready-made quote, whose address is that of the page where it is said to stand, with others.
    """
    if document.is_asserted:
        return ""
    base = _address(document.url) or place
    return f"{base}#{document.member}" if base and document.member else base


def _address(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    query = "&".join(one for one in parts.query.split("&") if one and not one.lower().startswith(_TRACKING))
    if parts.path in ("", "/") and not query:
        return ""
    kept = parts._replace(scheme=parts.scheme.lower(), netloc=parts.netloc.lower(), query=query, fragment="")
    return kept.geturl()


def page_versions(arrivals: Iterable[Arrived]) -> list[PageVersion]:
    """The documents that replaced another one or were replaced, in order of their first arrival.

    The document that arrived last at a place stands there. One that comes back takes its
    place at the end: what replaced it is older now. One that was replaced at one of
    several places counts as replaced. What came beside another at one moment, as items of a feed with the
    same address do, is no version of what is or was at that place.
    """
    came = list(arrivals)
    beside = _beside(came)
    lines = _Lines()
    for arrival in came:
        is_item = (arrival.place, arrival.document) in beside
        lines.take(replace(arrival, place="") if is_item else arrival)
    return lines.versions()


def _beside(arrivals: Iterable[Arrived]) -> set[tuple[str, str]]:
    """Place and document of those that came to a place at one moment, each from a location of its own."""
    first: dict[tuple[str, str], Arrived] = {}
    pairs = ((one, first.setdefault((one.place, one.moment), one)) for one in arrivals if one.moment)
    return {
        (one.place, each.document)
        for one, other in pairs
        if one.document != other.document and one.location != other.location
        for each in (one, other)
    }


class _Lines:
    """Arrivals so far: which document stands at each place, and which replaced which."""

    def __init__(self) -> None:
        self._stands: dict[str, str] = {}
        # Both ways, the latest last: one text may be replaced at several places, and replace several.
        self._after: dict[str, list[str]] = {}
        self._before: dict[str, list[str]] = {}
        # In order of first arrival; documents that hang together have the first one's id for their work.
        self._work: dict[str, str] = {}

    def take(self, arrival: Arrived) -> None:
        document = arrival.document
        self._work.setdefault(document, document)
        replaced = self._stands.get(arrival.place) if arrival.place else None
        if replaced is not None and replaced != document:
            self._take_out(document)
            _add(self._after, replaced, [document])
            _add(self._before, document, [replaced])
            self._join(replaced, document)
        self._stands[arrival.place] = document

    def _take_out(self, document: str) -> None:
        """Close the lines around a document that was replaced and stands again: no line may go round."""
        if not self._after.get(document):
            return
        before, after = self._before.pop(document, []), self._after.pop(document)
        for links, near, far in ((self._after, before, after), (self._before, after, before)):
            for one in near:
                links[one].remove(document)
                _add(links, one, far)

    def _join(self, one: str, two: str) -> None:
        first, second = self._work[one], self._work[two]
        if first != second:
            order = list(self._work)
            kept, gone = sorted((first, second), key=order.index)
            for document, work in self._work.items():
                if work == gone:
                    self._work[document] = kept

    def versions(self) -> list[PageVersion]:
        numbers: dict[str, int] = {}
        for document in self._work:
            self._number(document, numbers)
        return [
            PageVersion(one, work, numbers[one], _last(self._before, one), _last(self._after, one))
            for one, work in self._work.items()
            if self._before.get(one) or self._after.get(one)
        ]

    def _number(self, document: str, numbers: dict[str, int]) -> None:
        """One more than the document before it; a long line is walked, not recursed into."""
        chain = []
        while document and document not in numbers:
            chain.append(document)
            document = _last(self._before, document)
        first = numbers.get(document, 0)
        for step, each in enumerate(reversed(chain), start=1):
            numbers[each] = first + step


def _add(links: dict[str, list[str]], key: str, values: Iterable[str]) -> None:
    """Append, each value once, at its latest place."""
    new = list(values)
    links[key] = [one for one in links.get(key, []) if one not in new] + new


def _last(links: dict[str, list[str]], key: str) -> str:
    found = links.get(key)
    return found[-1] if found else ""
