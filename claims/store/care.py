"""Is the record sound, and checked copies of it."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import func, select

from claims.errors import DamagedRecord, RecordError, StoreBusy
from claims.model import Problem
from claims.store import backups, verifying
from claims.store.base import Part
from claims.store.database import Database
from claims.store.fulltext import QUOTE_TEXT
from claims.store.opening import followed
from claims.store.rows import DOCUMENT
from claims.store.vocabulary import last_number
from claims.views import Verified

# The text index is put together if one of so many quotes is new; and so many of its pages in one
# transaction, a tenth of a second.
_PAYS, _PAGES = 10, 1_000


class Care(Part):
    def verify(self) -> Verified:
        """Look at everything: database, text indexes, snapshots, places of quotes, chains of judgements.

        The record is not changed; where it can be written, nobody else can write
        while its text indexes are compared.
        """
        faults = list(verifying.database_faults(self._database))
        faults += self._index_faults()
        with self._database.read() as connection:
            if garbled := list(verifying.row_faults(connection)):
                found = verifying.at(iter([*faults, *garbled]), str(self._database.path))
                return Verified(0, 0, 0, tuple(found))
            faults += verifying.document_faults(connection, self.snapshots)
            faults += verifying.unfinished_purges(self.snapshots)
            judgements, heads, broken = verifying.chains(connection)
            documents = connection.execute(select(func.count()).select_from(DOCUMENT)).scalar() or 0
        location = str(self._database.path)
        found = verifying.at(iter([*faults, *broken]), location)
        return Verified(documents, sum(1 for _ in self.snapshots), judgements, tuple(found), heads)

    def backup(self, target: Path) -> Path:
        """A checked copy of the database and its snapshots in one ZIP file; returns its path.

        Args:
            target: the file; or a folder, in which the file is named after the record and the time.

        Raises:
            RecordError: there is such a file, it cannot be written, or kept bytes are gone.
        """
        if target.is_dir():
            moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
            target = target / f"{self._database.path.stem}-{moment}.zip"
        if target.exists():
            raise RecordError(str(target), "there is such a file already: name another")
        backups.pack(self._database, self.snapshots, target)
        return target

    def merge_words(self, came: int) -> None:
        """Put the text index of quotes together after many came: it grows by parts, and in a single one the
        words that begin alike are found in a sixth of the time. It takes 5 us for each quote of the record,
        so it is left alone where few came.
        """
        with self._database.read() as connection:
            if came * _PAYS < last_number(connection):
                return
        begin = left = True
        while left:
            # Others write between two transactions.
            with self._database.write() as connection:
                left = QUOTE_TEXT.merge(connection, _PAGES, begin=begin)
            begin = False

    def shrink(self) -> None:
        """Give room that is not used any more back to the disk.

        While an index grows its parts are merged, and the parts' pages stay free: after
        1,319 releases they were 2 % of the record. Where it cannot be done now, as beside
        somebody who writes, it is left to a later time: the record is whole either way.
        """
        try:
            self._database.shrink()
        except DamagedRecord:
            raise
        except (StoreBusy, RecordError):
            return

    def _index_faults(self) -> list[Problem]:
        if not self._database.read_only:
            with self._database.write() as connection:
                return list(verifying.index_faults(connection))
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder) / "copy.db"
            self._database.copy_to(copy)
            database = Database(copy, read_only=False)
            try:
                with database.write() as connection:
                    return list(verifying.index_faults(connection))
            finally:
                database.close()


def restore(archive: Path, location: Path, *, overwrite: bool = False) -> None:
    """Put the record of a backup at a path. Everything is checked before anything is replaced.

    Raises:
        RecordError: the archive is none or damaged, or there is a record and
            `overwrite` is false; a record that is replaced is kept as NAME.replaced.
        StoreBusy: the record there is in use.
    """
    backups.unpack(archive, followed(location), overwrite=overwrite)
