"""By what an answer can be narrowed: who, where, when, with how many hits each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.model import Speaker
from claims.views import Hit, Kind, Query, SourceLine
from tui.state.queryline import NONE

if TYPE_CHECKING:
    from claims import Ledger

# Of so many hits each is read and counted, in about a quarter of a second.
MOST_READ = 5_000
# More months than these are listed by the year.
MOST_MONTHS = 36


@dataclass(frozen=True, slots=True)
class Facet:
    """A filter as it is typed, what it would be set to, and how many hits that leaves."""

    name: str
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Attributes: of: what is counted, in words."""

    of: str
    all: tuple[Facet, ...]


def facets(ledger: Ledger, query: Query) -> Facets:
    """Those of an answer; where it is long, those of all quotes."""
    number = ledger.count(query)
    if query.kind is Kind.TEXT or number > MOST_READ:
        lacking = [Facet(name, NONE, _lacking(ledger, name)) for name in ("speaker", "source", "date")]
        found = [*_of_record(ledger.speakers(), ledger.sources()), *(each for each in lacking if each.count)]
        return Facets("counted among all quotes of the record", tuple(found))
    hits = ledger.hits(query.kind, ledger.keys(query))
    return Facets(f"counted among these {number:,}", tuple(of_hits(hits)))


def of_hits(hits: Sequence[Hit]) -> list[Facet]:
    """Speakers and sources with the most hits first, months in order of date; those that have none last."""
    return [
        *_by_count("speaker", (hit.speaker for hit in hits)),
        *_by_count("source", (hit.source for hit in hits)),
        *_by_date([str(hit.date)[:7] if hit.date else "" for hit in hits]),
    ]


def _by_count(name: str, values: Iterable[str]) -> list[Facet]:
    counts = Counter(values)
    none = counts.pop("", 0)
    named = [Facet(name, value, count) for value, count in sorted(counts.items(), key=_most_first)]
    return [*named, Facet(name, NONE, none)] if none else named


def _most_first(pair: tuple[str, int]) -> tuple[int, str]:
    return -pair[1], pair[0].casefold()


def _by_date(months: Sequence[str]) -> list[Facet]:
    if len(set(months)) > MOST_MONTHS:
        months = [month[:4] for month in months]
    counts = Counter(months)
    none = counts.pop("", 0)
    dated = [Facet("date", month, counts[month]) for month in sorted(counts, reverse=True)]
    return [*dated, Facet("date", NONE, none)] if none else dated


def _of_record(speakers: Sequence[Speaker], sources: Sequence[SourceLine]) -> list[Facet]:
    people = sorted(((s.name, s.quotes) for s in speakers), key=_most_first)
    outlets = sorted(((s.source.name, s.quotes) for s in sources), key=_most_first)
    return [Facet("speaker", *pair) for pair in people] + [Facet("source", *pair) for pair in outlets]


def _lacking(ledger: Ledger, name: str) -> int:
    return ledger.count(replace(Query(limit=None), lacks=(name,)))
