"""What comes into a record, and what is derived of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from claims import adding, authorities
from claims.authorities import Refused
from claims.errors import InputError
from claims.exchange import ExportFile
from claims.exchange.taking import Taking
from claims.intake import DEFAULT_EXTRACTOR
from claims.ledger.base import Base
from claims.model import Entry
from claims.ports import Arrival, Material
from claims.readymade import waiting
from claims.readymade.row import Stated
from claims.readymade.storing import store_rows
from claims.rebuilding import Rebuild
from claims.store.waiting import Step
from claims.views import (
    Added,
    AuthorityTaken,
    Rebuilt,
    Taken,
)


class TakingIn(Base):
    """Documents, tables of quotes, other records, authority files."""

    def add(
        self,
        materials: Iterable[Material | InputError | Added],
        *,
        jobs: int = 1,
        extractor: str = DEFAULT_EXTRACTOR,
    ) -> Iterator[Added]:
        """Read, extract, store, match and check each input; one result for each document, in order.

        Args:
            materials: a fate among them passes through.
        """
        return adding.add(*self._parts, materials, jobs=jobs, extractor=extractor)

    def fetched(self) -> tuple[Arrival, ...]:
        """Pages that were fetched, each as it came in last, in the order of their places; what is
        withdrawn is left out."""
        return self._store.fetched()

    def rebuild(
        self,
        *,
        jobs: int = 1,
        extractor: str = DEFAULT_EXTRACTOR,
        progress: Callable[[int, int], None] = lambda done, steps: None,
    ) -> Rebuilt:
        """Derive everything again from the kept snapshots; decisions stay with what they were about.

        Args:
            jobs: how many documents are read at once.
            extractor: name of the installed extractor to use.
            progress: told steps done and how many there are.
        """
        # What an import left is made as the import would have: then nothing comes out otherwise for it.
        self.match_waiting()
        self.read_figures(jobs=jobs, extractor=extractor)
        self.check_waiting()
        return Rebuild(self._store, self._decisions, self._linker).run(
            jobs=jobs, extractor=extractor, progress=progress
        )

    def take_authority(self, entries: Iterable[Entry | Refused], location: str) -> AuthorityTaken:
        """Take in an authority file as `claims.authorities.read` reads it: speakers who fit an entry by
        name, role and date are it from now on. The same file again changes nothing; a newer one
        replaces entries of the same id.
        """
        return authorities.take(self._store, self._linker.naming, entries, location)

    def remove_authority(self, location: str) -> int:
        """Remove an authority file, named as it was taken in: its entries are nobody any more, and those of
        other files that it replaced stand again. Returns how many entries it had. Raises BadValue.
        """
        return authorities.remove(self._store, self._linker.naming, location)

    def import_record(
        self, file: ExportFile, *, jobs: int = 1, extractor: str = DEFAULT_EXTRACTOR
    ) -> Iterator[Added | Taken]:
        """Take in what another record exported: its documents, and its decisions as they were made.

        What is here stays as it is, so the same file again changes nothing.

        Returns:
            One result a document and a refused line, in order; then one for each reviewer.
        """
        return Taking(*self._parts, file, extractor=extractor).run(jobs)

    def import_quotes(self, rows: Iterable[Stated | InputError]) -> Iterator[list[Added]]:
        """Store ready-made quotes, some thousands in one transaction; what became of each row, in order.

        A row that is here stays as it is. What follows is done by `match_waiting`, `read_figures` and
        `check_waiting`, in this order.
        """
        return store_rows(self._store, self._decisions, self._linker, rows)

    def match_waiting(self, *, progress: Callable[[int, int], None] = lambda done, total: None) -> int:
        """Find what is one utterance with imported quotes that wait for it; returns how many waited.

        Args:
            progress: told quotes done and how many there are.
        """
        return waiting.match(self._store, self._decisions, self._linker, progress=progress)

    def read_figures(
        self,
        *,
        jobs: int = 1,
        extractor: str = DEFAULT_EXTRACTOR,
        progress: Callable[[int, int], None] = lambda done, total: None,
    ) -> int:
        """Find the figures in imported quotes that were matched; returns how many they hold."""
        return waiting.read_figures(*self._parts, jobs=jobs, extractor=extractor, progress=progress)

    def check_waiting(self, *, progress: Callable[[int, int], None] = lambda done, total: None) -> int:
        """Check imported quotes against other documents and printings; returns how many waited for it."""
        return waiting.check(self._store, self._decisions, self._linker, progress=progress)

    def waiting(self) -> int:
        """How many imported quotes wait for their figures or matches."""
        return sum(self._store.waiting(step) for step in Step)
