"""A search of the record, and what it gave: rows to scroll through, or what was looked through."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.views import Hit, Kind, Query, Searched
from tui.named import Named, speakers_named
from tui.state.queryline import Parsed
from tui.state.rows import HeldRows, PagedRows, Row
from tui.state.words import counted, date_words, hit_sign

if TYPE_CHECKING:
    from claims import Ledger

# Text hits come whole, not by the page: more of them are not read but narrowed.
MOST_TEXT_HITS = 500

HitRows = PagedRows[Hit] | HeldRows[Hit]


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to one query; `total` may be more than the rows for text."""

    parsed: Parsed
    rows: HitRows
    total: int
    searched: Searched
    named: tuple[Named, ...] = ()


def find(ledger: Ledger, parsed: Parsed) -> Found:
    """Ask the record; rows of quotes and claims are fetched later, by the page."""
    query = parsed.query
    if query.kind is Kind.TEXT:
        answer = ledger.search(replace(query, limit=MOST_TEXT_HITS))
        return Found(parsed, HeldRows(answer.hits, hit_row), answer.total, answer.searched)
    found = ledger.keys(query)
    named = speakers_named(ledger, query, len(found))
    return Found(parsed, PagedRows(found, hit_row), len(found), ledger.searched(), named)


def hit_row(hit: Hit) -> Row:
    """Sign, date, speaker, words, source."""
    cells = (
        hit_sign(hit),
        date_words(hit.date),
        hit.speaker or "–",
        words_of(hit),
        hit.source or "–",
    )
    return Row(cells, quiet=hit.status in ("hidden", "withdrawn"))


def words_of(hit: Hit) -> str:
    """What a list shows of it: the figure before its sentence, a quote as it was said."""
    return f"{hit.surface} — {hit.text}" if hit.kind == "claim" else hit.surface or hit.text


def nothing_words(found: Found) -> str:
    """What was looked through, so that nothing found means something."""
    searched = found.searched
    if not searched.documents:
        return "No documents yet: run `onrecord add FILE`."
    span = f", dated {searched.earliest} to {searched.latest}" if searched.earliest else ""
    undated = f", {searched.undated:,} without a date" if searched.undated else ""
    looked = f"Looked through {counted(searched.documents, 'document')}{span}{undated}:"
    holds = f"{counted(searched.quotes, 'quote')} and {counted(searched.claims, 'claim')}."
    tips = []
    if found.parsed.query.kind is not Kind.TEXT:
        tips.append("kind:text looks through whole documents.")
    if _by_date(found.parsed.query) and searched.undated:
        tips.append("A date filter leaves out what has no date.")
    return "\n".join(["Nothing fits.", "", *named_words(found), f"{looked} {holds}", *tips])


def named_words(found: Found) -> list[str]:
    """Offers the filter where the words name speakers: "speaker:rosen  3 quotes of Jeffrey Rosen"."""
    return [f"speaker:{one.word}  {counted(one.quotes, 'quote')} of {one.name}" for one in found.named]


def _by_date(query: Query) -> bool:
    return query.since is not None or query.until is not None
