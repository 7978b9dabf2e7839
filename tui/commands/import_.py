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

from claims.errors import BadValue, NothingThere
from claims.exchange import ExportFile
from claims.model.identity import normalised
from claims.readymade.row import DAY_FIRST, FIELDS, MONTH_FIRST
from claims.views import Added, Status, Taken
from tui import jsonforms, jsonviews
from tui.commands.added import print_added
from tui.printing import Paper, counted, say, short
from tui.progress import progress
from tui.session import Session

STDIN = "-"


@click.command("import")
@click.argument("file", metavar="[FILE|-]", default="")
@click.option(
    "--map",
    "columns",
    metavar="FIELD=COLUMN,...",
    multiple=True,
    help="Which column of a table is what, as in text=Quote,speaker=Who; a name with a comma alone.",
)
@click.option(
    "--sheet", default="", metavar="NAME", help="Of a workbook; else the first that has the columns."
)
@click.option("--day-first", is_flag=True, help="03/04/2031 is the 3rd of April.")
@click.option("--month-first", is_flag=True, help="03/04/2031 is March 4.")
@click.option("--jobs", type=click.IntRange(min=0), help="How many are read at once, 0 for one a processor.")
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a row or document, then one a reviewer."
)
@click.option("--list", "listed", is_flag=True, help="The imports of tables that are in the record.")
@click.option("--undo", is_flag=True, help="Hide what the last import of a table brought.")
@click.pass_obj
def import_(
    session: Session,
    file: str,
    columns: tuple[str, ...],
    sheet: str,
    day_first: bool,
    month_first: bool,
    jobs: int | None,
    as_json: bool,
    listed: bool,
    undo: bool,
) -> int:
    """Take in FILE: a table of ready-made quotes, or what `onrecord export --format jsonl` wrote of
    another record.

    A table is CSV, JSON Lines or XLSX with columns text, speaker, role, source, date, url; only text is
    needed, and common other names will do (quote, name, outlet ...). Each row is a document whose text
    is the quote, marked "asserted, source not seen"; one without a speaker is a quote of nobody who is
    named. Rows that cannot be taken (no text, no date in the date's column) are named and kept in `onrecord
    problems` until they come right, the others are stored; what is stored already stays as it is, so the
    same command goes on where one was stopped, and a table with rows added brings those alone.
    A date such as 03/04/2031 is read as the other dates of its column must be; where none tells, it is
    kept as being between the two days.

    `onrecord import --undo` takes back the last import as a whole, `onrecord withdraw --import ID` one of
    those that --list names: its quotes are hidden, and `onrecord undo` brings them back.

    Documents of another record are read as if added here; what was said of them, where they came from
    and when stays as it was there. Decisions stay those of who made them. Their chain shows that
    nothing was changed in it, not who wrote it: take files from people whom you trust.
    """
    if listed or undo:
        return _about_imports(session, file, as_json, undo=undo)
    if not file:
        raise click.UsageError("name a FILE, or - for standard input", click.get_current_context())
    wanted = session.settings.jobs if jobs is None else jobs
    said, order = _columns(columns), _order(day_first, month_first)
    with _opened(file) as stream:
        if _is_export(stream):
            if said or sheet or order:
                raise BadValue("option", file, "it is what another record exported, not a table")
            return _import_record(session, ExportFile(stream, file), wanted, as_json)
        from sources.tables import Reading, table_in
        from tui.commands.import_quotes import import_quotes

        table = table_in(stream, file, Reading(said, sheet, order))
        return import_quotes(session, table, jobs=wanted, as_json=as_json)


def _about_imports(session: Session, file: str, as_json: bool, *, undo: bool) -> int:
    from tui.commands.imports import print_imports, take_back

    if file:
        raise click.UsageError("--list and --undo take no FILE", click.get_current_context())
    if undo:
        take_back(session, "", as_json=as_json)
    else:
        print_imports(session, as_json=as_json)
    return 0


def _order(day_first: bool, month_first: bool) -> str:
    if day_first and month_first:
        raise click.UsageError(
            "--day-first and --month-first exclude each other", click.get_current_context()
        )
    return DAY_FIRST if day_first else MONTH_FIRST if month_first else ""


def _columns(written: tuple[str, ...]) -> dict[str, str]:
    """The name of a column by field, as in "text=Quote,speaker=Who"."""
    found: dict[str, str] = {}
    for part in (each for one in written for each in _parts(one)):
        field, sign, name = (word.strip() for word in part.partition("="))
        if field not in FIELDS or not sign or not name:
            raise BadValue("map", part, f"write FIELD=COLUMN; the fields are {', '.join(FIELDS)}")
        if field in found:
            raise BadValue("map", part, f"two columns for {field}")
        if other := next((each for each, its in found.items() if normalised(its) == normalised(name)), ""):
            raise BadValue("map", part, f"that column is {other} already")
        found[field] = name
    return found


def _parts(written: str) -> list[str]:
    """Several at once, or one column whose name has a comma."""
    parts = written.split(",")
    return parts if all("=" in part for part in parts) else [written]


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
