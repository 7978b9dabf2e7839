"""`onrecord export`: quotes, claims or findings for other programs, or a record for a colleague."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any

import click

from claims.errors import BadValue
from claims.exports.redacting import Redaction
from claims.model import FindingStatus, Judgement, Severity
from claims.ports import (
    ExportDocument,
    Exporter,
    ExportItem,
    ExportRow,
    FilesExporter,
    FindingExporter,
    RecordExporter,
    ReportExporter,
)
from claims.views import Query
from tui.commands import dossiers
from tui.commands.audit import in_order, known_check
from tui.commands.filters import QueryCommand, choice, known, query_of, query_options
from tui.commands.folders import written_for
from tui.printing import counted, say, short
from tui.session import Session

_KINDS = ("quotes", "claims", "findings", "documents", "all")


@click.command(cls=QueryCommand)
@query_options
@click.option(
    "--format",
    "name",
    default="csv",
    metavar="F",
    help="csv, xlsx, jsonl, markdown, html, dossier, jsonld, webannotation or claimreview [csv].",
)
@click.option(
    "--kind",
    type=click.Choice(_KINDS),
    help="Quotes, claims, findings; in jsonl documents too, with their bytes and values; or all: in jsonl "
    "these and decisions, in html a report, in a dossier all three [quotes; all in jsonl, html and dossier].",
)
@click.option("--check", metavar="NAME", default="", help="Only findings of this check.")
@choice("--severity", Severity, "Only findings of this severity.")
@choice("--finding-status", FindingStatus, "Only findings of this status.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="A file instead of standard output; of a dossier a new folder, or a file in .zip.",
)
@click.option(
    "--redacted",
    is_flag=True,
    help="Without notes and reviewers' names, files without their folders, a record without its decisions.",
)
@click.option("--raw", is_flag=True, help="CSV without the guard against formulas: never for a spreadsheet.")
@click.pass_obj
def export(
    session: Session,
    /,
    name: str,
    kind: str | None,
    output: Path | None,
    raw: bool,
    redacted: bool,
    check: str,
    severity: str,
    finding_status: str,
    **filters: str,
) -> int:
    """Write quotes, claims or findings; QUERY and filters as in search, all of them without.

    --kind findings writes what audit tells, whole: the sentence, the reasons with their arithmetic, every
    passage with its source and date, what would explain and what would settle it, and the decisions. With
    a QUERY or filters: the findings that rest on one of its hits.

    In html all is a report to read and to print: findings, figures over time, quotes by speaker, sources with
    their hashes, and what could not be read. It is one file that asks for nothing else.

    In jsonl the whole record is written, so that `onrecord import` of a colleague takes it in. Decisions
    travel with it, of all reviewers, with their notes and the words they are about: a chain of decisions
    can only be checked whole, so filters do not shorten it. --kind documents leaves them out, and so does
    --redacted, which calls reviewers "reviewer 1" elsewhere: what documents say is all there.

    A dossier is what an editor and a lawyer get: a folder, or a ZIP file, with a page to read, every passage
    in its context, the documents' texts and kept bytes, where and when each came in, the arithmetic, and the
    decisions with reason and time. `onrecord verify` confirms it anywhere, without this record. Decisions
    about nothing in it leave only their hashes there.
    """
    exporter = _exporter(name, raw=raw)
    whole = isinstance(exporter, RecordExporter | ReportExporter | FilesExporter)
    kind = kind or ("all" if whole else "quotes")
    rows_of = kind if kind in ("quotes", "claims") else "quotes"
    query = query_of(rows_of, None, **filters)  # type: ignore[arg-type]  # click makes words a tuple
    narrowed = {"check": check, "severity": severity, "status": finding_status}
    if kind != "findings" and any(narrowed.values()):
        raise BadValue("kind of export", kind, "--check, --severity and --finding-status choose findings")
    if check:
        known_check(check)
    if isinstance(exporter, FilesExporter):
        return dossiers.export(session, exporter, query, kind, narrowed, output, redacted=redacted)
    cut = Redaction() if redacted else None
    if kind == "findings":
        return _export_findings(session, exporter, query, output, narrowed, cut)
    if kind == rows_of:
        return _export_rows(session, exporter, query, output, cut)
    if kind == "all" and isinstance(exporter, ReportExporter):
        return _export_report(session, exporter, query, output, cut)
    if not isinstance(exporter, RecordExporter):
        raise BadValue("kind of export", kind, f"{name} holds quotes or claims; jsonl holds documents too")
    return _export_record(session, exporter, query, output, cut, decisions=kind == "all")


def _export_rows(
    session: Session, exporter: Exporter, query: Query, output: Path | None, cut: Redaction | None
) -> int:
    with session.reading() as ledger, _opened(output, exporter) as out:
        rows = ledger.export_rows(known(ledger, query))
        count = exporter.write(cut.rows(rows) if cut else rows, out)
    return _done(exporter, counted(count, query.kind.value[:-1]), output)


def _export_findings(
    session: Session,
    exporter: Exporter,
    query: Query,
    output: Path | None,
    narrowed: dict[str, str],
    cut: Redaction | None,
) -> int:
    if not isinstance(exporter, FindingExporter):
        raise BadValue("format of findings", exporter.name, "it holds quotes or claims only")
    with session.reading() as ledger, _opened(output, exporter) as out:
        found = in_order(ledger.audit(query=known(ledger, query), **narrowed))
        count = exporter.write_findings(cut.findings(found) if cut else found, out)
    return _done(exporter, counted(count, "finding"), output)


def _export_report(
    session: Session, exporter: ReportExporter, query: Query, output: Path | None, cut: Redaction | None
) -> int:
    with session.reading() as ledger, _opened(output, exporter) as out:
        report = ledger.export_report(known(ledger, query))
        exporter.write_report(cut.report(report) if cut else report, out)
    held = counted(len(report.quotes), "quote"), counted(len(report.findings), "finding")
    say(f"{held[0]} and {held[1]} of {counted(len(report.documents), 'document')} exported{_to(output)}.")
    return 0


def _done(exporter: Exporter, told: str, output: Path | None) -> int:
    say(f"{told} exported{_to(output)}.")
    guarded: int = getattr(exporter, "guarded", 0)
    if guarded:
        say(f"{counted(guarded, 'cell')} would run as a formula: ' was put in front (--raw leaves it out).")
    return 0


def _export_record(
    session: Session,
    exporter: RecordExporter,
    query: Query,
    output: Path | None,
    cut: Redaction | None,
    *,
    decisions: bool,
) -> int:
    told = _Told()
    decisions = decisions and cut is None
    # Notes and bytes of documents are in it: closed to others, as the record is.
    with session.reading() as ledger, _opened(output, exporter, mode=0o600) as out:
        items = ledger.export_record(known(ledger, query), decisions=decisions)
        exporter.write_record(told.seen(cut.items(items) if cut else items), out)
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


def _exporter(name: str, *, raw: bool) -> Exporter | FilesExporter:
    from claims.registry import EXPORTERS, plugins

    known: Mapping[str, Exporter | FilesExporter] = plugins(EXPORTERS)
    if name not in known:
        raise BadValue("format", name, f"the formats are {', '.join(known)}")
    exporter = known[name]
    if hasattr(exporter, "raw"):
        exporter.raw = raw
    elif raw:
        raise BadValue("option", "--raw", f"{name} guards nothing")
    return exporter


@contextlib.contextmanager
def _opened(output: Path | None, exporter: Exporter, *, mode: int = 0o666) -> Iterator[IO[Any]]:
    """Standard output, or a file that is there whole or not at all; for bytes or for text."""
    if output is None:
        is_binary = getattr(exporter, "is_binary", False)
        if is_binary and sys.stdout.isatty():
            raise BadValue("format for a terminal", exporter.name, "-o FILE writes it to a file")
        yield sys.stdout.buffer if is_binary else sys.stdout
        return
    with written_for(exporter, output, mode=mode) as out:
        yield out
