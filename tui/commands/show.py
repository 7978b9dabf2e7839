"""`onrecord show`: one value with everything known of it, where it stands and what was decided."""

from __future__ import annotations

import click

from tui import jsonforms, jsonviews
from tui.session import Session
from tui.sheets import surroundings, values


@click.command()
@click.argument("wanted", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.option("--text", is_flag=True, help="Print a document's whole text.")
@click.pass_obj
def show(session: Session, wanted: str, as_json: bool, text: bool) -> None:
    """All that is known of a quote, claim, document, finding, speaker or decision; six letters of ID do."""
    with session.reading() as ledger:
        view = ledger.show(wanted)
        withdrawn = view.document is not None and ledger.is_withdrawn(view.document.id)
    if as_json:
        jsonforms.emit_json(jsonviews.shown(view, text=text, withdrawn=withdrawn))
        return
    paper = session.paper
    if withdrawn:
        paper.line("Withdrawn: hidden from search, lists and checks.", style="high")
    values.value(paper, view, text=text)
    surroundings.left_out(paper, view)
    surroundings.versions(paper, view)
    surroundings.related(paper, view)
    surroundings.decisions(paper, view)
