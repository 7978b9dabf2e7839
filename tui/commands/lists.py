"""`onrecord sources`: a list with counts."""

from __future__ import annotations

from collections.abc import Sequence

import click

from claims.printed import NO_DATE, NO_SOURCE
from claims.views import DocumentLine, SourceLine
from tui import jsonforms, jsonviews
from tui.printing import counted, say, short
from tui.session import Session


@click.command()
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@click.option("--documents", is_flag=True, help="List the documents, newest first, instead of the sources.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a source, or a document.")
@click.pass_obj
def sources(session: Session, words: tuple[str, ...], documents: bool, as_json: bool) -> None:
    """Who published what the record holds; WORDS of a source's name narrow it."""
    asked = " ".join(words).casefold().split()

    def fits(name: str) -> bool:
        return all(word in name.casefold() for word in asked)

    with session.reading() as ledger:
        lines = [line for line in ledger.documents() if fits(line.source or NO_SOURCE)]
        found = [] if documents else [line for line in ledger.sources() if fits(line.source.name)]
    if documents:
        for document in lines:
            _print_document(session, document, as_json)
    else:
        for source in found:
            _print_source(session, source, as_json)
        _print_sourceless(
            session, [line for line in lines if not line.source and not line.withdrawn], as_json
        )
    if not lines:
        say("No source fits." if asked else "No document is in the record.")


def _print_source(session: Session, line: SourceLine, as_json: bool) -> None:
    if as_json:
        jsonforms.emit_json(jsonviews.source(line))
        return
    session.paper.line(line.source.name, style="title")
    kind = "" if line.source.kind.value == "unknown" else f"{line.source.kind.value} · "
    counts = f"{counted(line.documents, 'document')}, {_held(line.quotes, line.claims)}"
    session.paper.line(f"{kind}{counts} · {short(line.source.id)}", style="dim", indent=2)


def _print_sourceless(session: Session, lines: Sequence[DocumentLine], as_json: bool) -> None:
    """What no source is known of, as a last line; a script tells it by its null id and name."""
    quotes, claims = sum(line.quotes for line in lines), sum(line.claims for line in lines)
    if not lines:
        return
    if as_json:
        named: dict[str, jsonforms.Json] = {"id": None, "name": None, "kind": None, "country": None}
        jsonforms.emit_json({**named, "documents": len(lines), "quotes": quotes, "claims": claims})
        return
    session.paper.line(NO_SOURCE, style="title")
    counts = f"{counted(len(lines), 'document')}, {_held(quotes, claims)}"
    session.paper.line(f"{counts} · correct ID source NAME", style="dim", indent=2)


def _print_document(session: Session, line: DocumentLine, as_json: bool) -> None:
    if as_json:
        jsonforms.emit_json(jsonviews.document_line(line))
        return
    paper = session.paper
    withdrawn = "withdrawn · " if line.withdrawn else ""
    paper.line(f"{withdrawn}{line.date or NO_DATE} · {line.source or NO_SOURCE}", style="title")
    paper.line(line.title or "Document without a title", indent=2)
    version = f"version {line.version} of {line.versions} · " if line.versions > 1 else ""
    held = f"{version}{_held(line.quotes, line.claims)} · document {short(line.id)}"
    paper.line(f"{line.location} · {held}", style="dim", indent=2)


def _held(quotes: int, claims: int) -> str:
    return f"{counted(quotes, 'quote')}, {counted(claims, 'claim')}"
