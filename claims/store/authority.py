"""Authority files as they came in: entries, of which the last one with an id stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import func, insert, select

from claims.model import Entry
from claims.store.base import Part
from claims.store.rows import AUTHORITY
from claims.store.values import dumped, loaded, storable

_NONE = (0, "")


class Authorities(Part):
    def entries(self) -> list[Entry]:
        """Those that stand, in order of id."""
        latest = select(func.max(AUTHORITY.c.key)).group_by(AUTHORITY.c.id)
        rows = select(AUTHORITY.c.entry).where(AUTHORITY.c.key.in_(latest)).order_by(AUTHORITY.c.id)
        with self._database.read() as connection:
            return [loaded(Entry, written) for written in connection.execute(rows).scalars()]

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
        told = {
            "location": storable(location),
            "retrieved": datetime.now(UTC).isoformat(timespec="microseconds"),
        }
        rows = [
            {"id": storable(entry.id), "subject": entry.subject, "entry": dumped(entry), **told}
            for entry in new.values()
        ]
        if rows:
            with self._database.write(durable=True) as connection:
                connection.execute(insert(AUTHORITY), rows)
        return len(rows)
