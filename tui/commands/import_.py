"""`onrecord import`: ready-made quotes, or the documents and decisions of another record."""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

import click

from claims.errors import NothingThere
from claims.exchange import ExportFile
from claims.views import Added, Status, Taken
from tui import jsonforms, jsonviews
from tui.commands.added import print_added
from tui.printing import Paper, counted, say, short
from tui.progress import progress
from tui.session import Session

STDIN = "-"


@click.command("import")
@click.argument("file", metavar="FILE|-")
@click.option("--jobs", type=click.IntRange(min=0), help="How many are read at once, 0 for one a processor.")
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a row or document, then one a reviewer."
)
@click.pass_obj
def import_(session: Session, file: str, jobs: int | None, as_json: bool) -> int:
    """Take in FILE: a table of ready-made quotes, or what `onrecord export --format jsonl` wrote of
    another record.

    A table is CSV, JSON Lines or XLSX with columns text, speaker, role, source, date, url; only text is
    needed, and common other names will do (quote, name, outlet ...). Each row is a document whose text
    is the quote, marked "asserted, source not seen". Rows that cannot be taken are named, the others are
    stored; what is stored already stays as it is, so the same command goes on where one was stopped.

    Documents of another record are read as if added here; what was said of them, where they came from
    and when stays as it was there. Decisions stay those of who made them. Their chain shows that
    nothing was changed in it, not who wrote it: take files from people whom you trust.
    """
    wanted = session.settings.jobs if jobs is None else jobs
    with _opened(file) as stream:
        if _is_export(stream):
            return _import_record(session, ExportFile(stream, file), wanted, as_json)
        from sources.tables import table_in
        from tui.commands.import_quotes import import_quotes

        return import_quotes(session, table_in(stream, file), jobs=wanted, as_json=as_json)


def _import_record(session: Session, exported: ExportFile, jobs: int, as_json: bool) -> int:
    told = _Told()
    try:
        _run(session, exported, told, jobs, as_json)
    except KeyboardInterrupt:
        say(f"What was taken stays: {told.summary()}")
        raise
    say(told.summary())
    return 1 if told.failed else 0


def _run(session: Session, exported: ExportFile, told: _Told, jobs: int, as_json: bool) -> None:
    extractor = session.extractor
    with (
        session.writing(create=True) as ledger,
        progress(lambda: exported.head.documents, as_json=as_json) as step,
    ):
        for result in ledger.import_record(exported, jobs=jobs, extractor=extractor):
            told.count(result)
            # A reader of our output who leaves does not stop the rest from being stored.
            with step(), suppress(BrokenPipeError):
                _print(session.paper, result, as_json)


class _Told:
    """What became of a file, counted."""

    def __init__(self) -> None:
        self._documents: Counter[Status] = Counter()
        self._reviewers = self._taken = self._here = self._refused = 0

    @property
    def failed(self) -> bool:
        return bool(self._documents[Status.FAILED] or self._refused)

    def count(self, result: Added | Taken) -> None:
        if isinstance(result, Added):
            self._documents[result.status] += 1
            return
        self._reviewers += bool(result.taken)
        self._taken += result.taken
        self._here += result.here
        self._refused += result.refused

    def summary(self) -> str:
        """ "3 documents stored, 1 unchanged; 12 decisions of 2 reviewers taken, 4 were here." """
        stored, unchanged, skipped, failed = (self._documents[status] for status in Status)
        documents = [f"{counted(stored, 'document')} stored", f"{unchanged:,} unchanged"]
        documents += [f"{skipped:,} skipped"] if skipped else []
        documents += [f"{failed:,} failed"] if failed else []
        by = f" of {counted(self._reviewers, 'reviewer')}" if self._reviewers else ""
        decisions = [f"{counted(self._taken, 'decision')}{by} taken"]
        decisions += [f"{self._here:,} were here"] if self._here else []
        decisions += [f"{self._refused:,} refused"] if self._refused else []
        return f"{', '.join(documents)}; {', '.join(decisions)}."


@contextmanager
def _opened(file: str) -> Iterator[BinaryIO]:
    """The file, to be read as often as needed; what comes from standard input is put into one."""
    if file == STDIN:
        with tempfile.TemporaryFile() as kept:
            shutil.copyfileobj(sys.stdin.buffer, kept)
            kept.seek(0)
            yield kept
        return
    try:
        stream = Path(file).open("rb")  # noqa: SIM115  (closed below; what the caller raises is not ours)
    except FileNotFoundError:
        raise NothingThere(file) from None
    with stream:
        yield stream


# How the head of an export begins, whatever follows.
_HEAD = re.compile(rb'\s*\{\s*"kind"\s*:\s*"record"')


def _is_export(stream: BinaryIO) -> bool:
    begins = stream.read(4096)
    stream.seek(0)
    return _HEAD.match(begins) is not None


def _print(paper: Paper, result: Added | Taken, as_json: bool) -> None:
    if isinstance(result, Taken):
        _print_taken(paper, result, as_json)
    else:
        print_added(paper, result, as_json)


def _print_taken(paper: Paper, result: Taken, as_json: bool) -> None:
    if as_json:
        jsonforms.emit_json(jsonviews.taken(result))
        return
    paper.line(
        f"{result.by}: {counted(result.taken, 'decision')} taken, {result.here:,} were here, "
        f"{result.refused:,} refused"
    )
    for id_ in result.destroyed:
        paper.line(
            f"document {short(id_)} was destroyed by {result.by} in their record; here it is hidden, and "
            "nothing of it was destroyed",
            indent=2,
        )
