"""The one door to a record. Each verb lists its steps; the work is done elsewhere."""

from __future__ import annotations

from pathlib import Path

from claims.deciding import reviewer
from claims.keying import compared_by
from claims.ledger.asking import Asking
from claims.ledger.deciding import Deciding
from claims.ledger.handing_on import HandingOn
from claims.ledger.taking_in import TakingIn
from claims.registry import CHECKS
from claims.store import Store


class Ledger(TakingIn, Asking, HandingOn, Deciding):
    """A record, open. Use it in a `with` statement; safe to use from several threads.

    Every id argument may be shortened to its first 6 or more characters.
    """

    @classmethod
    def open(
        cls, location: str | Path, *, by: str = "", create: bool = False, read_only: bool = False
    ) -> Ledger:
        """Open the record at a path.

        Args:
            by: the reviewer's name for decisions; the login name if empty.
            create: make a new record where there is none.

        Raises:
            BadValue: the name cannot be printed on a line.
            NoSuchRecord, NotARecord, NewerRecord, DamagedRecord, ReadOnlyRecord, StoreBusy.
        """
        name = reviewer(by)
        store = Store.open(location, create=create, read_only=read_only)
        if create and not store.made_by(CHECKS) and not store.searched().documents:
            store.set_made_by(CHECKS, compared_by())
        return cls(store, name)

    @property
    def location(self) -> str:
        return self._store.location

    @property
    def read_only(self) -> bool:
        return self._store.read_only

    @property
    def changed(self) -> int:
        """Another number after every write, whoever wrote: tells an app when to look again."""
        return self._store.changed

    def close(self) -> None:
        self._store.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()
