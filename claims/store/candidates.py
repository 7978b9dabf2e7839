"""Which stored quotes are worth comparing with one: those that share rare runs of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from heapq import nsmallest
from typing import NamedTuple

from sqlalchemy import Connection

from claims.lots import lots
from claims.matching.grams import MOSTLY, Runs, runs_of
from claims.model import Quote
from claims.store.base import Part
from claims.store.dialect import EACH, among, ask_plain
from claims.store.reading import whole
from claims.store.rows import QUOTE
from claims.store.values import dumped, value_of

# Measured on a million made-up quotes: the eight rarest runs of a quote, none of
# them in more than a thousand, find 99.7 % of its versions.
_RAREST, _COMMON = 8, 1000

# A quote's candidates in its own document: one that says the same thing a thousand
# times would else be compared with itself for minutes, while nobody else can write.
_INSIDE = 8

# Of the quotes that share a run with one so many times the limit are looked at: up to eight thousand
# may, and to read each of them at a million took most of the time (p95 70 ms, and 20 since).
_SPARE = 8

# Quotes that are looked up at once: each may share runs with a thousand others, which are
# held until the best are chosen.
_LOT = 500

# Counting stops where a run is common, the quote itself included.
_COUNT = f"""
    SELECT value, (SELECT count(*) FROM (SELECT 1 FROM gram WHERE gram = value AND quote <= ? LIMIT ?))
    FROM {EACH}
"""
_HOLDING = f"SELECT gram, quote FROM gram WHERE gram IN {EACH} AND quote <= ?"
_NEWEST = "SELECT quote FROM gram WHERE gram = ? AND quote <= ? ORDER BY quote DESC LIMIT ?"
# Versions of a page, of those quotes whose page has several.
_VERSIONS = f"""
    SELECT quote.number, version.work, version.document
    FROM quote JOIN document ON document.key = quote.document_key
    JOIN version ON version.document = document.id WHERE quote.number IN {EACH}
"""
_WORK = "SELECT work FROM version WHERE document = ?"
_SHOWN = f"SELECT number, key, document_key FROM quote WHERE unseen = 0 AND number IN {EACH}"
_SHOWN_TEXTS = f"SELECT number, text FROM quote WHERE unseen = 0 AND id IN {EACH}"
_TEXTS = f"SELECT number, text FROM quote WHERE number IN {EACH}"
_NUMBER = "SELECT number FROM quote WHERE id = ?"
# The number of a quote that is not in the record.
_NOWHERE = 0
_LAST = 2**63 - 1


class Candidates(Part):
    def candidates(self, quote: Quote, limit: int) -> list[Quote]:
        """Shown quotes that share rare word runs with this one, most shared first; not itself.

        If every run of it is common, the rarest counts all the same, for the latest
        thousand of its quotes.
        """
        runs = runs_of(quote.text)
        with self._database.read() as connection:
            stored = [number for (number,) in ask_plain(connection, _NUMBER, quote.id)]
            mine = dict.fromkeys(stored, runs) or {_NOWHERE: Runs(runs.all, ())}
            found = [others for _, others in _alike(connection, mine, limit, document=quote.document)]
            best = found[0] if found else []
            quotes = _quotes(connection, best)
        return [quotes[number] for number in best]

    def alike(self, runs: Mapping[int, Runs], limit: int, *, last: int = _LAST) -> dict[int, list[int]]:
        """`candidates` for stored quotes, all by number; those without any are left out.

        Args:
            last: number of the last quote to look at; numbers are in order of arrival.
        """
        found: dict[int, list[int]] = {}
        with self._database.read() as connection:
            for some in lots(runs.items(), _LOT):
                found |= _alike(connection, dict(some), limit, last=last)
        return found

    def texts(self, numbers: Iterable[int]) -> dict[int, str]:
        """The words of some quotes, by number."""
        with self._database.read() as connection:
            return dict(ask_plain(connection, _TEXTS, dumped(sorted(numbers))))

    def numbered(self, numbers: Collection[int]) -> dict[int, Quote]:
        """Some quotes, by number."""
        with self._database.read() as connection:
            return _quotes(connection, numbers)

    def runs_of(self, quotes: Iterable[str]) -> dict[int, Runs]:
        """The word runs of those of some quotes that are shown, by number."""
        with self._database.read() as connection:
            rows = ask_plain(connection, _SHOWN_TEXTS, dumped(list(quotes)))
        return {number: runs_of(text) for number, text in rows}


def _alike(
    connection: Connection, runs: Mapping[int, Runs], limit: int, *, last: int = _LAST, document: str = ""
) -> Iterator[tuple[int, list[int]]]:
    """Numbers of each quote's candidates, most shared first, then newest first.

    Args:
        document: of a quote that is not in the record.
    """
    wanted = {run for mine in runs.values() for run in mine.all}
    counts = dict(ask_plain(connection, _COUNT, last, _COMMON + 2, dumped(sorted(wanted))))
    chosen = {own: rare for own, mine in runs.items() if (rare := _rarest(mine, counts))}
    if not chosen:
        return
    holding = _holding(connection, {run for mine in chosen.values() for run in mine}, counts, last)
    shared = {
        own: Counter(number for run in mine for number in holding[run] if number != own)
        for own, mine in chosen.items()
    }
    likely = {own: _most_shared(count, limit) for own, count in shared.items()}
    found = sorted(likely.keys() | {number for each in likely.values() for number in each})
    shown = {row[0]: _Shown(*row) for row in ask_plain(connection, _SHOWN, dumped(found))}
    versions = _versions(connection, found, document)
    for own, numbers in likely.items():
        pages = _of_one_page(own, versions)
        others = [shown[number] for number in numbers if number in shown and number not in pages]
        others.sort(key=lambda one: (-shared[own][one.number], -one.key))
        home = shown[own].document if own in shown else None
        best = [one.number for one in _few_at_home(others, home)][:limit]
        if best:
            yield own, best


def _most_shared(count: Mapping[int, int], limit: int) -> list[int]:
    """Numbers of the quotes that share most runs, of equals those that came last; enough that what is
    not shown, or stands in the same document, may fall out.
    """
    return nsmallest(_SPARE * limit, count, key=lambda number: (-count[number], -number))


def _versions(connection: Connection, numbers: list[int], document: str) -> dict[int, tuple[str, str]]:
    """For quotes whose page has several versions: the page, and which version they stand in."""
    rows = ask_plain(connection, _VERSIONS, dumped(numbers))
    found: dict[int, tuple[str, str]] = {number: (work, owner) for number, work, owner in rows}
    if _NOWHERE in numbers and (page := ask_plain(connection, _WORK, document)):
        found[_NOWHERE] = page[0][0], document
    return found


def _of_one_page(own: int, versions: Mapping[int, tuple[str, str]]) -> set[int]:
    """Quotes in other versions of a quote's page: two versions of one page are no two printings."""
    if own not in versions:
        return set()
    page, mine = versions[own]
    return {number for number, (work, owner) in versions.items() if work == page and owner != mine}


class _Shown(NamedTuple):
    number: int
    key: int
    document: int


def _few_at_home(others: Iterable[_Shown], home: int | None) -> Iterator[_Shown]:
    inside = 0
    for one in others:
        inside += one.document == home
        if one.document != home or inside <= _INSIDE:
            yield one


def _rarest(runs: Runs, counts: Mapping[int, int]) -> list[int]:
    """Of the runs that other quotes keep the rarest; a run of its own would find nothing.

    If all of them are common, the rarest counts only for a quote that is common almost whole.
    """
    own = set(runs.kept)
    others = sorted((counts[run] - (run in own), run) for run in runs.all if counts[run] > (run in own))
    rare = [run for count, run in others if count <= _COMMON]
    if rare or len(others) < MOSTLY * len(own):
        return rare[:_RAREST]
    return [run for _, run in others[:1]]


def _holding(
    connection: Connection, runs: Iterable[int], counts: Mapping[int, int], last: int
) -> dict[int, list[int]]:
    """The quotes that keep each run; of a common one those that came last."""
    holding: dict[int, list[int]] = {run: [] for run in runs}
    rare = [run for run in holding if counts[run] <= _COMMON + 1]
    if rare:
        for run, number in ask_plain(connection, _HOLDING, dumped(rare), last):
            holding[run].append(number)
    for run in holding.keys() - set(rare):
        holding[run] = [one for (one,) in ask_plain(connection, _NEWEST, run, last, _COMMON + 1)]
    return holding


def _quotes(connection: Connection, numbers: Collection[int]) -> dict[int, Quote]:
    if not numbers:
        return {}
    rows = connection.execute(whole(QUOTE).where(among(QUOTE.c.number, dumped(sorted(numbers))))).mappings()
    return {row["number"]: value_of(Quote, row) for row in rows}
