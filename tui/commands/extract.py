"""`onrecord extract`: quotes and claims of documents, without a record."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial

import click

from claims import executor
from claims.bare import bare_document
from claims.display import one_line
from claims.errors import InputError
from claims.extraction.pipeline import extract as extraction_of
from claims.intake import Prepared, lost, prepare_input, weight
from claims.model import Claim, Document, Quote
from claims.ports import Citation, Extraction, Extractor, Given, Material
from claims.registry import EXTRACTORS, plugins
from sources.gather import gather
from tui import jsonforms, passages
from tui.lines import Line, answer_lines
from tui.printing import Paper, counted, say
from tui.session import Session
from tui.walked import is_no_document

_Work = Callable[[Material | InputError], list[Prepared | InputError]]


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH|-...")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a document.")
@click.option("--text", is_flag=True, help="With the document's text, in which the offsets count.")
@click.option("--jsonl", is_flag=True, help='Read lines {"id": ..., "text": ...}; one JSON object for each.')
@click.option("--direct-only", is_flag=True, help="Only quotes in quotation marks; no claims.")
@click.option("--jobs", type=click.IntRange(min=0), help="Documents read at once, as for add.")
@click.pass_obj
def extract(
    session: Session,
    paths: tuple[str, ...],
    as_json: bool,
    text: bool,
    jsonl: bool,
    direct_only: bool,
    jobs: int | None,
) -> int:
    """Quotes and claims of files, folders or standard input (-), without a record."""
    executor.get_ready()  # it imports what reading needs while we open the inputs
    extractor = session.extractor
    if jsonl:
        return _from_lines(paths, plugins(EXTRACTORS)[extractor], text=text, direct_only=direct_only)
    failed = 0
    jobs = session.settings.jobs if jobs is None else jobs
    work = partial(prepare_input, extractor=extractor, direct_only=direct_only)
    for prepared in _prepared(paths, jobs, work):
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


def _prepared(paths: tuple[str, ...], jobs: int, work: _Work) -> Iterator[Prepared | str]:
    """Every document inside the inputs, and a sentence for every input that cannot be read."""
    walked: set[str] = set()
    for outcomes in executor.run(work, _inputs(paths, walked), jobs, lost=lost, weigh=weight):
        for one in outcomes:
            if isinstance(one, InputError):
                yield str(one)
            elif not one.failure:
                yield one
            elif not (one.unknown and one.material.location in walked):
                yield f"{one.material.location}: {one.failure}"


def _inputs(paths: tuple[str, ...], walked: set[str]) -> Iterator[Material | InputError]:
    """What is to be read or named; the locations of a walk are put into `walked`."""
    for each in gather(paths, Given(), stdin=sys.stdin.buffer):
        if each.walked:
            walked.add(each.location)
            if is_no_document(each):
                continue
        if each.material is not None:
            yield each.material
        elif each.error is not None:
            yield each.error


def _from_lines(paths: tuple[str, ...], extractor: Extractor, *, text: bool, direct_only: bool) -> int:
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
