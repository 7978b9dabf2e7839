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
from tui.state.queryline import filters_in

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
@click.option("--json", "as_json", is_flag=True, help="One JSON object a hit.")
@click.pass_obj
def search(session: Session, /, kind: str, limit: int | None, as_json: bool, **filters: str) -> None:
    """Search quotes, claims or whole texts, newest first.

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
        shown = _put(session, _hits(ledger, query), as_json)
        # To count a million takes longer than to find the newest, which are printed already.
        total = shown if query.limit is None or shown < query.limit else ledger.count(query)
        named = speakers_named(ledger, query, total)
        searched = ledger.searched() if not total else None
    if searched:
        say(f"Nothing found in {passages.what_was_searched(searched)}.{_advice(query)}")
    elif shown < total:
        say(f"{shown:,} of {counted(total, 'hit')}: --limit 0 prints all.")
    for each in named:
        say(_offer(each))


def _hits(ledger: Ledger, query: Query) -> Sequence[Hit]:
    if query.kind is Kind.TEXT or query.limit is None:
        return ledger.search(query).hits
    return ledger.hits(query.kind, ledger.first(query, query.limit))


def _put(session: Session, hits: Sequence[Hit], as_json: bool) -> int:
    """Print hits; returns how many."""
    for found in hits:
        if as_json:
            jsonforms.emit_json(jsonviews.hit(found))
        else:
            passages.hit(session.paper, found)
    return len(hits)


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
    return undated + wider
