"""`onrecord duplicates`: quotes that are one utterance."""

from __future__ import annotations

from collections.abc import Sequence

import click

from claims.views import Utterance, Version
from tui import jsonforms, jsonviews, passages
from tui.commands.filters import QueryCommand, known, query_of, query_options
from tui.printing import Paper, counted, say, short
from tui.session import Session
from tui.state.checked import marked
from tui.state.printings import LEGEND, Wording, differs_words, primary_words, sources_words, wordings

# Of one utterance wordings that are printed, and of one wording printings that are named.
MOST_WORDINGS, MOST_PRINTINGS = 6, 3


@click.command(cls=QueryCommand)
@query_options
@click.option(
    "--limit", type=click.IntRange(min=0), default=None, help="How many utterances, 0 for all [50]."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a cluster, all of them.")
@click.pass_obj
def duplicates(session: Session, /, limit: int | None, as_json: bool, **filters: str) -> None:
    """Quotes that are one utterance, the most printed first: in how many sources, and what differs.

    Words and filters choose utterances of which one version fits them. With --json there is no limit
    unless one is given.
    """
    most = (0 if as_json else session.settings.limit) if limit is None else limit
    query = query_of("quotes", most + 1 if most else None, **filters)  # type: ignore[arg-type]  # words are a tuple
    with session.reading() as ledger:
        found = ledger.duplicates(known(ledger, query))
        searched = ledger.searched()
    shown = found[:most] if most else found
    if shown and not as_json:
        session.paper.line(LEGEND, style="dim")
        session.paper.line()
    for each in shown:
        if as_json:
            jsonforms.emit_json(jsonviews.utterance(each))
        else:
            _print(session.paper, each)
    if not found:
        what = "No utterance stands twice" if query.is_empty else "No utterance that fits stands twice"
        say(f"{what} in {passages.what_was_searched(searched)}.")
    elif len(shown) < len(found):
        say(f"{counted(len(shown), 'utterance')}, the most printed; there are more: --limit 0 prints all.")


def _print(paper: Paper, utterance: Utterance) -> None:
    """Each wording once, the primary source's first, with who else printed it."""
    versions = utterance.versions
    paper.line(
        f"{counted(len(versions), 'version')} of one utterance {sources_words(versions)}", style="title"
    )
    several = wordings(utterance)
    for wording in several[:MOST_WORDINGS]:
        _print_wording(paper, wording)
    left = sum(len(wording.versions) for wording in several[MOST_WORDINGS:])
    if left:
        others = counted(len(several) - MOST_WORDINGS, "more wording")
        paper.line(f"… and {others} in {counted(left, 'version')}: --json has all", style="dim", indent=2)
    paper.line()


def _print_wording(paper: Paper, wording: Wording) -> None:
    first, *others = wording.versions
    found = wording.likeness()
    label = f"{primary_words(first)}:" if first.preferred else f"{differs_words(found)}:"
    if found and not found.is_whole:
        _print_head(paper, first, label)
        paper.words(marked(found.diff), indent=4, style="quote")
        _print_place(paper, first)
    else:
        passages.citation(paper, first.citation, label=label)
    _print_others(paper, others)


def _print_head(paper: Paper, version: Version, label: str) -> None:
    quote, document = version.quote, version.citation.document
    head = (passages.source_and_date(document, quote.said_on), passages.who(quote.attribution))
    paper.line(f"{label} {' · '.join(filter(None, head))}", style="title", indent=2)


def _print_place(paper: Paper, version: Version) -> None:
    place = version.quote.whole
    paper.line(version.citation.document.location, style="dim", indent=4)
    paper.line(f"{place.start}-{place.end} · quote {short(version.quote.id)}", style="dim", indent=4)


def _print_others(paper: Paper, others: Sequence[Version]) -> None:
    """Who else printed the same words: the first few in a line each."""
    for one in others[:MOST_PRINTINGS]:
        where = passages.source_and_date(one.citation.document, one.quote.said_on)
        paper.line(f"the same words: {where} · quote {short(one.quote.id)}", style="dim", indent=4)
    if len(others) > MOST_PRINTINGS:
        paper.line(f"… and {len(others) - MOST_PRINTINGS:,} more", style="dim", indent=4)
