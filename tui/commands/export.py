"""`onrecord export`: quotes or claims for other programs, or a record for a colleague."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import click

from claims.errors import BadValue
from claims.model import Judgement
from claims.ports import ExportDocument, Exporter, ExportItem, ExportRow, RecordExporter
from claims.views import Query
from tui.commands.filters import QueryCommand, known, query_of, query_options
from tui.commands.folders import check_folder
from tui.printing import counted, say, short
from tui.session import Session

_KINDS = ("quotes", "claims", "documents", "all")


@click.command(cls=QueryCommand)
@query_options
@click.option("--format", "name", default="csv", metavar="F", help="csv, jsonl or markdown [csv].")
@click.option(
    "--kind",
    type=click.Choice(_KINDS),
    help="Quotes, claims; or, in jsonl only, documents with their bytes and values, or all: these and "
    "decisions [quotes; all in jsonl].",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="A file instead of standard output.")
@click.option("--raw", is_flag=True, help="CSV without the guard against formulas: never for a spreadsheet.")
@click.pass_obj
def export(
    session: Session, /, name: str, kind: str | None, output: Path | None, raw: bool, **filters: str
) -> int:
    """Write quotes or claims; QUERY and filters as in search, all of them without.

    In jsonl the whole record is written, so that `onrecord import` of a colleague takes it in. Decisions
    travel with it, of all reviewers, with their notes and the words they are about: a chain of decisions
    can only be checked whole, so filters do not shorten it. --kind documents leaves them out.
    """
    exporter = _exporter(name, raw=raw)
    kind = kind or ("all" if isinstance(exporter, RecordExporter) else "quotes")
    rows_of = kind if kind in ("quotes", "claims") else "quotes"
    query = query_of(rows_of, None, **filters)  # type: ignore[arg-type]  # click makes words a tuple
    if kind == rows_of:
        return _export_rows(session, exporter, query, output)
    if not isinstance(exporter, RecordExporter):
        raise BadValue("kind of export", kind, f"{name} holds quotes or claims; jsonl holds documents too")
    return _export_record(session, exporter, query, output, decisions=kind == "all")


def _export_rows(session: Session, exporter: Exporter, query: Query, output: Path | None) -> int:
    with session.reading() as ledger, _opened(output) as out:
        count = exporter.write(ledger.export_rows(known(ledger, query)), out)
    say(f"{counted(count, query.kind.value[:-1])} exported{_to(output)}.")
    guarded: int = getattr(exporter, "guarded", 0)
    if guarded:
        say(f"{counted(guarded, 'cell')} would run as a formula: ' was put in front (--raw leaves it out).")
    return 0


def _export_record(
    session: Session, exporter: RecordExporter, query: Query, output: Path | None, *, decisions: bool
) -> int:
    told = _Told()
    # Notes and bytes of documents are in it: closed to others, as the record is.
    with session.reading() as ledger, _opened(output, mode=0o600) as out:
        items = ledger.export_record(known(ledger, query), decisions=decisions)
        exporter.write_record(told.seen(items), out)
    words = f"{counted(len(told.documents), 'document')}, {counted(told.rows, 'quote or claim', _MANY)}"
    words += f" and {counted(told.decisions, 'decision')}" if decisions else " and no decisions"
    say(f"{words} exported{_to(output)}.")
    for id_ in told.lacking:
        say(f"onrecord: the kept bytes of document {short(id_)} are gone or changed: they are not in it")
    return 1 if told.lacking else 0


_MANY = "quotes and claims"


class _Told:
    """What passes through an export, counted."""

    def __init__(self) -> None:
        self.documents: set[str] = set()
        self.lacking: dict[str, None] = {}
        self.rows = self.decisions = 0

    def seen(self, items: Iterable[ExportItem]) -> Iterator[ExportItem]:
        for item in items:
            if isinstance(item, ExportDocument):
                self.documents.add(item.document.id)
                if item.raw is None and not item.purged:
                    self.lacking[item.document.id] = None
            self.rows += isinstance(item, ExportRow)
            self.decisions += isinstance(item, Judgement)
            yield item


def _to(output: Path | None) -> str:
    return f" to {output}" if output else ""


def _exporter(name: str, *, raw: bool) -> Exporter:
    from claims.registry import EXPORTERS, plugins

    known: dict[str, Exporter] = plugins(EXPORTERS)
    if name not in known:
        raise BadValue("format", name, f"the formats are {', '.join(known)}")
    exporter = known[name]
    if hasattr(exporter, "raw"):
        exporter.raw = raw
    elif raw:
        raise BadValue("option", "--raw", f"{name} guards nothing")
    return exporter


@contextlib.contextmanager
def _opened(output: Path | None, *, mode: int = 0o666) -> Iterator[IO[str]]:
    """Standard output, or a file that is there whole or not at all, as open to others as it was;
    a new one as `mode` and the umask say.
    """
    if output is None:
        yield sys.stdout
        return
    output = output.resolve()
    check_folder(output)
    if output.exists() and not output.is_file():  # a pipe or a device cannot be replaced
        with output.open("w", encoding="utf-8", newline="") as out:
            yield out
        return
    part = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
            if output.exists():
                shutil.copymode(output, part)
            yield out
        part.replace(output)
    except OSError as error:
        if error.filename in (None, str(part), part):  # our own name for it tells nobody anything
            error.filename = str(output)
        raise
    finally:
        with contextlib.suppress(OSError):  # where it could not be made, the first error is the one to tell
            part.unlink()
