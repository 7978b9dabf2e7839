"""What leaves a record, and whether it is sound."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from claims.exchange import giving
from claims.ledger.base import Base
from claims.ports import ExportItem, ExportRow
from claims.views import Query, Report, Verified


class HandingOn(Base):
    """Exports, copies, checks of hashes."""

    def export_rows(self, query: Query) -> Iterator[ExportRow]:
        """Every hit with all its fields, newest first."""
        return giving.rows(self._store, query)

    def export_record(self, query: Query, *, decisions: bool = True) -> Iterator[ExportItem]:
        """What `import_record` of another record takes in: all of this one, or what a query with
        words or filters touches; decisions of all reviewers, whole.
        """
        return giving.record(self._store, query, decisions=decisions)

    def export_report(self, query: Query) -> Report:
        """What a report tells of all of this record, or of what a query with words or filters hits."""
        from claims.reporting import report  # what tells units apart takes long to load

        return report(self._store, self._decisions, query)

    def verify(self) -> Verified:
        """Are the database, the snapshots, the offsets and the chains sound?"""
        return self._store.verify()

    def backup(self, target: Path) -> Path:
        """A checked copy of the database and its snapshots: one ZIP file."""
        return self._store.backup(target)
