"""Authority files as they came in: entries, of which the last one with an id stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import func, insert, select

from claims.model import Entry
from claims.store.base import Part
from claims.store.rows import AUTHORITY
from claims.store.values import dumped, loaded, storable

_NONE = (0, "")


# What stands for an entry that was removed.
_REMOVED = ""


class Authorities(Part):
    def entries(self) -> list[Entry]:
        """Those that stand, in order of id."""
        return [entry for entry, _ in self._standing().values()]

    def filed_entries(self) -> list[tuple[Entry, str]]:
        """The same, each with its file."""
        return list(self._standing().values())

    def authority_files(self) -> dict[str, int]:
        """The files of which entries stand, each with how many, in order of name."""
        return dict(sorted(Counter(location for _, location in self._standing().values()).items()))

    def remove_entries(self, location: str) -> int:
        """Let the entries of a file stand no more, and those of other files that they replaced stand again;
        returns how many those are. The rows stay: they are only ever added to.
        """
        gone = [entry for entry, own in self._standing().values() if own == location]
        before = self._before(location)
        rows = [_row(entry, *before.get(entry.id, (_REMOVED, location))) for entry in gone]
        self._append(rows)
        return len(rows)

    def _standing(self) -> dict[str, tuple[Entry, str]]:
        """By id, each entry that stands with its file."""
        latest = select(func.max(AUTHORITY.c.key)).group_by(AUTHORITY.c.id)
        rows = select(AUTHORITY).where(AUTHORITY.c.key.in_(latest), AUTHORITY.c.entry != _REMOVED)
        with self._database.read() as connection:
            found = connection.execute(rows.order_by(AUTHORITY.c.id)).mappings()
            return {row["id"]: (loaded(Entry, row["entry"]), row["location"]) for row in found}

    def _before(self, location: str) -> dict[str, tuple[str, str]]:
        """By id, the last entry as other files have it, and which; none that was removed."""
        rows = select(AUTHORITY).where(AUTHORITY.c.location != location).order_by(AUTHORITY.c.key)
        with self._database.read() as connection:
            last = {row["id"]: (row["entry"], row["location"]) for row in connection.execute(rows).mappings()}
        return {id_: told for id_, told in last.items() if told[0] != _REMOVED}

    def last_entry(self) -> tuple[int, str]:
        """Something else after every new entry: the last row's key, which is given again where a transaction
        failed, and the moment at which it came.
        """
        last = select(AUTHORITY.c.key, AUTHORITY.c.retrieved).order_by(AUTHORITY.c.key.desc()).limit(1)
        with self._database.read() as connection:
            row = connection.execute(last).first()
        return (row[0], row[1]) if row else _NONE

    def put_entries(self, entries: Iterable[Entry], location: str) -> int:
        """Keep entries that are not here as they are; returns how many those are.

        Args:
            location: the file that they come from.
        """
        known = {entry.id: entry for entry in self.entries()}
        new = {entry.id: entry for entry in entries if known.get(entry.id) != entry}
        rows = [_row(entry, dumped(entry), location) for entry in new.values()]
        self._append(rows)
        return len(rows)

    def _append(self, rows: list[dict[str, str]]) -> None:
        if rows:
            with self._database.write(durable=True) as connection:
                connection.execute(insert(AUTHORITY), rows)


def _row(entry: Entry, written: str, location: str) -> dict[str, str]:
    return {
        "id": storable(entry.id),
        "subject": entry.subject,
        "entry": written,
        "location": storable(location),
        "retrieved": datetime.now(UTC).isoformat(timespec="microseconds"),
    }
