"""The record: its parts put together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from claims.errors import StoreBusy
from claims.store.attachments import Attachments
from claims.store.authority import Authorities
from claims.store.candidates import Candidates
from claims.store.care import Care
from claims.store.citing import Citing
from claims.store.counted import Counted
from claims.store.documents import Documents
from claims.store.extracted import Extracted
from claims.store.imports import Imports
from claims.store.judgements import Judgements
from claims.store.links import Links
from claims.store.lists import Lists
from claims.store.made import Made
from claims.store.matchable import Wholesale
from claims.store.memory import Memory
from claims.store.nearby import Nearby
from claims.store.opening import files_of, followed, open_database
from claims.store.passages import Passages
from claims.store.removal import Removal
from claims.store.search import Search
from claims.store.sharing import Sharing
from claims.store.snapshots import Snapshots
from claims.store.speakers import Speakers
from claims.store.statements import Statements
from claims.store.versions import Versions
from claims.store.waiting import Waiting


class Store(
    Documents,
    Waiting,
    Imports,
    Versions,
    Extracted,
    Removal,
    Statements,
    Citing,
    Speakers,
    Authorities,
    Links,
    Made,
    Sharing,
    Judgements,
    Attachments,
    Candidates,
    Wholesale,
    Nearby,
    Counted,
    Search,
    Passages,
    Lists,
    Care,
):
    """An open record; safe to use from several threads. Ids are whole, but for `resolve`.

    Every verb is one transaction, and raises StoreBusy or ReadOnlyRecord where it
    cannot write.
    """

    def __init__(self, path: Path, *, create: bool, read_only: bool) -> None:
        path = followed(path)
        self._database = open_database(path, create=create, read_only=read_only)
        self._memory = Memory(self._database)
        self.snapshots = Snapshots(files_of(path))
        self.location = str(path)
        self.read_only = self._database.read_only
        if not self.read_only:
            with suppress(StoreBusy):  # then a later opening finishes them
                self.finish_purges()

    @classmethod
    def open(cls, location: str | Path, *, create: bool = False, read_only: bool = False) -> Store:
        """The record at a path; `read_only` is true of it where it cannot be written.

        Raises:
            NoSuchRecord, NotARecord, NewerRecord, DamagedRecord, ReadOnlyRecord, StoreBusy.
        """
        return cls(Path(location), create=create, read_only=read_only)

    @property
    def changed(self) -> int:
        """Another number after every commit, whoever made it."""
        return self._database.changed

    @contextmanager
    def together(self) -> Iterator[None]:
        """Everything this thread writes inside is one transaction: all of it happens or nothing."""
        with self._database.write(durable=True):
            yield

    @contextmanager
    def view(self) -> Iterator[None]:
        """Everything this thread reads inside is of one moment; nothing is to be written."""
        with self._database.view():
            yield

    def close(self) -> None:
        self._database.close()
