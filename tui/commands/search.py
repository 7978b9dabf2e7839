"""`onrecord search`: who said what."""

from __future__ import annotations

from shlex import quote

import click

from claims.views import Kind, Query
from tui import jsonforms, jsonviews, passages
from tui.commands.filters import QueryCommand, known, query_of, query_options
from tui.named import Named, speakers_named
from tui.printing import counted, say
from tui.session import Session
from tui.state.queryline import filters_in


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
        answer = ledger.search(query)
        named = speakers_named(ledger, query, answer.total)
    for found in answer.hits:
        if as_json:
            jsonforms.emit_json(jsonviews.hit(found))
        else:
            passages.hit(session.paper, found)
    if not answer.total:
        say(f"Nothing found in {passages.what_was_searched(answer.searched)}.{_advice(query)}")
    elif len(answer.hits) < answer.total:
        say(f"{len(answer.hits):,} of {counted(answer.total, 'hit')}: --limit 0 prints all.")
    for each in named:
        say(_offer(each))


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
