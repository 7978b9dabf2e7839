"""`onrecord search`: who said what."""

from __future__ import annotations

from collections.abc import Sequence
from shlex import quote
from typing import TYPE_CHECKING

import click

from claims.views import Hit, Kind, Query
from tui import jsonforms, jsonviews, passages
from tui.commands.filters import QueryCommand, known, query_of, query_options
from tui.named import Named, speakers_named
from tui.printing import counted, say
from tui.session import Session
from tui.state.queryline import filters_in, nearly

if TYPE_CHECKING:
    from claims import Ledger


@click.command(cls=QueryCommand)
@query_options
@click.option(
    "--kind",
    default="quotes",
    type=click.Choice(["quotes", "claims", "text"]),
    help="What to look through; text is whole documents.",
)
@click.option("--limit", type=click.IntRange(min=0), default=None, help="How many hits, 0 for all [50].")
@click.option("--full", is_flag=True, help="All words of each hit, however long.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a hit.")
@click.pass_obj
def search(
    session: Session, /, kind: str, limit: int | None, full: bool, as_json: bool, **filters: str
) -> None:
    """Search quotes, claims or whole texts, newest first. Long ones are cut around the hit.

    QUERY holds words (all must occur), "exact phrases" in quotation marks, -not and ~fuzzy.
    After --, all is QUERY: onrecord search -- -harbour pier.
    """
    limit = session.settings.limit if limit is None else limit
    query = query_of(kind, limit or None, **filters)  # type: ignore[arg-type]  # click makes words a tuple
    if query.is_empty:
        every = f"`onrecord export --kind {_EXPORTED[kind]}` takes all"
        raise click.UsageError(f"give words or a filter such as --speaker NAME; {every}")
    with session.reading() as ledger:
        query = known(ledger, query)
        hits = _hits(ledger, query)
        shown = len(hits)
        cut = _put_json(hits) if as_json else _print(session, hits, query.words, 0 if full else LINES)
        # To count a million takes longer than to find the newest, which are printed already.
        total = shown if query.limit is None or shown < query.limit else ledger.count(query)
        named = speakers_named(ledger, query, total)
        searched = ledger.searched() if not total else None
    if searched:
        say(f"Nothing found in {passages.what_was_searched(searched)}.{_advice(query)}")
    elif shown < total:
        say(f"{shown:,} of {counted(total, 'hit')}: --limit 0 prints all.")
    if cut:
        hits_are = f"{counted(cut, 'hit')} {'is' if cut == 1 else 'are'}"
        say(f"{hits_are} cut around what was found: --full prints all.")
    for each in named:
        say(_offer(each))


def _hits(ledger: Ledger, query: Query) -> Sequence[Hit]:
    if query.kind is Kind.TEXT or query.limit is None:
        return ledger.search(query).hits
    return ledger.hits(query.kind, ledger.first(query, query.limit))


def _put_json(hits: Sequence[Hit]) -> int:
    """Hits whole; returns how many were cut."""
    for found in hits:
        jsonforms.emit_json(jsonviews.hit(found))
    return 0


def _print(session: Session, hits: Sequence[Hit], words: str, lines: int) -> int:
    """Print hits, of each so many lines; returns how many were cut."""
    from claims.marking import Marker

    marker = Marker(words)
    return sum(passages.hit(session.paper, found, marker, lines=lines) for found in hits)


# Two or three sentences; a screen of 24 lines shows three such hits.
LINES = 4

# What `export` calls what a search looks through.
_EXPORTED = {"quotes": "quotes", "claims": "claims", "text": "quotes"}


def _offer(named: Named) -> str:
    quotes = counted(named.quotes, "quote")
    return f"{named.name} is a speaker with {quotes}: onrecord search --speaker {named.word}"


def _advice(query: Query) -> str:
    """What this search could not have found."""
    undated = " An undated document passes no date filter." if query.since or query.until else ""
    options = " ".join(f"--{field} {quote(value)}" for field, value in filters_in(query.words))
    if options:
        return f" Here filters are options: {options}"
    wider = " --kind text looks through whole documents." if query.kind is not Kind.TEXT else ""
    spelled = nearly(query.words)
    near = f" {quote(spelled)} looks for words that are spelled nearly so." if spelled else ""
    return undated + near + wider
