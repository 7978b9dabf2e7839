"""What leaves a record, and whether it is sound."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from claims.exchange import giving
from claims.ledger.base import Base
from claims.ports import Citation, ExportItem, ExportRow
from claims.views import Assessed, Query, Report, Verified

if TYPE_CHECKING:
    from claims.dossiers.values import Dossier


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

    def citations(self, query: Query) -> Iterator[Citation]:
        """Every hit with its document, newest first."""
        return giving.citations(self._store, query)

    @contextmanager
    def view(self) -> Iterator[None]:
        """All that this thread asks inside is told of one moment, whoever writes meanwhile. Nothing is
        to be written inside, and what is given step by step has to be taken inside.
        """
        with self._store.view():
            yield

    def dossier(
        self, chosen: Mapping[str, str], values: Iterable[Citation], findings: Sequence[Assessed] = ()
    ) -> Dossier:
        """What is handed over of some passages and findings, for a `FilesExporter`.

        Args:
            chosen: how they were chosen: filters by name, in order, the kind first.
        """
        from claims.dossiers.gathering import gather

        return gather(self._store, self._decisions, chosen, values, findings)

    def changed_since(self, dossier: Path) -> list[str]:
        """What this record says otherwise than a dossier, a sentence each.

        Raises:
            NothingThere, NoDossier.
        """
        from claims.dossiers.comparing import changes

        return changes(self._store, self._decisions, dossier)

    def verify(self) -> Verified:
        """Are the database, the snapshots, the offsets and the chains sound?"""
        return self._store.verify()

    def backup(self, target: Path) -> Path:
        """A checked copy of the database and its snapshots: one ZIP file."""
        return self._store.backup(target)
