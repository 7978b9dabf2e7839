"""`onrecord extract`: quotes and claims of documents, without a record."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from claims.display import one_line
from claims.errors import InputError, UnknownFormat
from claims.extraction.pipeline import extract as extraction_of
from claims.intake import DEFAULT_EXTRACTOR, Prepared, read_and_extract
from claims.model import Claim, Document, Quote
from claims.ports import Citation, Extraction, Given
from claims.registry import EXTRACTORS, plugins
from sources.gather import gather
from tui import jsonforms, passages
from tui.lines import Line, answer_lines, bare_document
from tui.printing import Paper, counted, say
from tui.session import Session
from tui.walked import is_no_document


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH|-...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a document.")
@click.option("--text", is_flag=True, help="With the document's text, in which the offsets count.")
@click.option("--jsonl", is_flag=True, help='Read lines {"id": ..., "text": ...}; one JSON object for each.')
@click.option("--direct-only", is_flag=True, help="Only quotes in quotation marks; no claims.")
@click.pass_obj
def extract(
    session: Session, paths: tuple[str, ...], as_json: bool, text: bool, jsonl: bool, direct_only: bool
) -> int:
    """Quotes and claims of files, folders or standard input (-), without a record."""
    if jsonl:
        return _from_lines(paths, text=text, direct_only=direct_only)
    failed = 0
    for prepared in _prepared(paths, direct_only=direct_only):
        if isinstance(prepared, str):
            say(f"onrecord: {prepared}")
            failed += 1
        elif prepared.document is not None:
            if as_json:
                form = jsonforms.extraction(prepared.document, prepared.extraction, text=text)
                jsonforms.emit_json(form)
            else:
                _print(session.paper, prepared.document, prepared.extraction)
    return 1 if failed else 0


def _prepared(paths: tuple[str, ...], *, direct_only: bool) -> Iterator[Prepared | str]:
    """Every document inside the inputs, and a sentence for every input that cannot be read."""
    for each in gather(paths, Given(), stdin=sys.stdin.buffer):
        if each.walked and is_no_document(each):
            continue
        if each.error is not None:
            yield str(each.error)
        elif each.material is not None:
            try:
                yield from read_and_extract(each.material, direct_only=direct_only)
            except UnknownFormat as error:
                if not each.walked:
                    yield str(error)
            except InputError as error:
                yield str(error)


def _from_lines(paths: tuple[str, ...], *, text: bool, direct_only: bool) -> int:
    extractor = plugins(EXTRACTORS)[DEFAULT_EXTRACTOR]

    def answer(line: Line) -> Line:
        document = _document(line)
        found = extraction_of(document, extractor, direct_only=direct_only)
        return jsonforms.extraction(document, found, text=text)

    return 1 if sum(answer_lines(path, {"id", "text"}, answer) for path in paths) else 0


def _document(line: Line) -> Document:
    """The document of one line; its location is the line's id.

    Raises:
        ValueError: the text is none.
    """
    written = line["text"]
    if not isinstance(written, str):
        raise ValueError("text is a text")
    return bare_document(written, str(line["id"]))


def _print(paper: Paper, document: Document, found: Extraction) -> None:
    paper.line(document.title or document.location, style="title")
    paper.line(f"{passages.source_and_date(document)} · {document.location}", style="dim")
    paper.line()
    values: list[Quote | Claim] = [*found.quotes, *found.claims]
    for value in values:
        passages.citation(paper, Citation(value, document))
    for problem in found.problems:
        passages.problem(paper, problem)
    say(
        f"{one_line(document.location)}: {counted(len(found.quotes), 'quote')}, "
        f"{counted(len(found.claims), 'claim')}, {counted(len(found.problems), 'problem')}."
    )
