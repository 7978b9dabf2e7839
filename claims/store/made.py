"""By what the derived rows of the record were made, so that it is known when something newer is installed."""

from __future__ import annotations

from sqlalchemy import delete, insert, select

from claims.store.base import Part
from claims.store.rows import MADE


class Made(Part):
    def made_by(self, kind: str) -> str:
        """What last made all rows of a kind; "" if that is not known."""
        with self._database.read() as connection:
            found = select(MADE.c.by).where(MADE.c.kind == kind)
            return str(connection.execute(found).scalar_one_or_none() or "")

    def set_made_by(self, kind: str, by: str) -> None:
        """Nothing is written where that is known already."""
        if self.made_by(kind) == by:
            return
        with self._database.write() as connection:
            connection.execute(delete(MADE).where(MADE.c.kind == kind))
            connection.execute(insert(MADE).values(kind=kind, by=by))
