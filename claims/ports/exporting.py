"""Protocols of what writes rows, findings, records, reports and folders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO, TYPE_CHECKING, Any, Protocol, runtime_checkable

from claims.ports.exported import ExportItem, ExportRow

if TYPE_CHECKING:
    from claims.dossiers.values import Dossier, File
    from claims.views import Assessed, Report


class Exporter(Protocol):
    """Writes rows in one format. Group `onrecord.exporters`.

    One that can also hold findings is a `FindingExporter`, one that can hold whole documents and
    decisions a `RecordExporter`, one that tells of a record as a whole a `ReportExporter`. One that writes
    bytes says so with `is_binary = True`.
    """

    name: str
    suffix: str

    def write(self, rows: Iterable[ExportRow], out: IO[Any]) -> int:
        """Write all rows to `out`; returns how many."""
        ...


@runtime_checkable
class FindingExporter(Exporter, Protocol):
    """Writes findings too, each with its reasons, its passages and what was decided of it."""

    def write_findings(self, findings: Iterable[Assessed], out: IO[Any]) -> int:
        """Write all findings to `out`; returns how many."""
        ...


@runtime_checkable
class RecordExporter(Exporter, Protocol):
    """Writes a record so that another record can take it in."""

    def write_record(self, items: Iterable[ExportItem], out: IO[Any]) -> None:
        """Write everything to `out`, one item at a time: all bytes of a record fit no memory."""
        ...


@runtime_checkable
class ReportExporter(Exporter, Protocol):
    """Writes what people read as a whole: quotes by speaker, findings, figures over time, sources."""

    def write_report(self, report: Report, out: IO[Any]) -> None:
        """Write all of it to `out`."""
        ...


@runtime_checkable
class FilesExporter(Protocol):
    """Writes several files, for a folder or a ZIP file. Group `onrecord.exporters`.

    It writes what can be checked without the record: kept bytes, texts and decisions, not rows alone.
    """

    name: str
    suffix: str

    def files(self, dossier: Dossier) -> Iterator[File]:
        """Every file, one at a time: kept bytes may be more than memory holds."""
        ...
