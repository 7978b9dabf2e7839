"""`onrecord duplicates`: quotes that are one utterance."""

from __future__ import annotations

import click

from claims.model import Pair
from claims.views import Utterance, Version
from tui import jsonforms, jsonviews, passages
from tui.printing import Paper, counted, say, short
from tui.session import Session


@click.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object a cluster.")
@click.pass_obj
def duplicates(session: Session, as_json: bool) -> None:
    """Quotes that are one utterance, in how many sources, and what differs."""
    with session.reading() as ledger:
        found = ledger.duplicates()
        searched = ledger.searched()
    for each in found:
        if as_json:
            jsonforms.emit_json(jsonviews.utterance(each))
        else:
            _print(session.paper, each)
    if not found:
        say(f"No utterance stands twice in {passages.what_was_searched(searched)}.")


def _print(paper: Paper, utterance: Utterance) -> None:
    first, *others = utterance.versions
    paper.line(f"{counted(len(utterance.versions), 'version')} of one utterance", style="title")
    passages.citation(paper, first.citation)
    for version in others:
        passages.citation(paper, version.citation, label=_relation(utterance, first, version))
    paper.line()


def _relation(utterance: Utterance, first: Version, other: Version) -> str:
    """How a version differs from the first one, or from the one that links it to the cluster."""
    pair = _pair(utterance, {first.quote.id, other.quote.id})
    if pair:
        return f"[{', '.join((pair.relation.value, *pair.why))}]"
    linked = [pair for pair in utterance.cluster.pairs if other.quote.id in (pair.a, pair.b)]
    if not linked:
        return ""
    best = max(linked, key=lambda pair: pair.score)
    neighbour = best.b if best.a == other.quote.id else best.a
    return f"[{best.relation.value} with {short(neighbour)}]"


def _pair(utterance: Utterance, ids: set[str]) -> Pair | None:
    return next((pair for pair in utterance.cluster.pairs if {pair.a, pair.b} == ids), None)
