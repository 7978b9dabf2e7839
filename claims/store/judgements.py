"""Judgements: rows that are only ever added, one hash chain a reviewer; and the tags in force."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import delete, func, insert, or_, select

from claims.errors import UnknownId
from claims.model import Judgement, JudgementKind
from claims.store.base import Part
from claims.store.dialect import put
from claims.store.rows import JUDGEMENT, TAGGING
from claims.store.values import columns_of, value_of


class Judgements(Part):
    def append(self, judgement: Judgement) -> Judgement:
        """Keep a decision at the end of its reviewer's chain; on disk when this returns.

        Returns:
            The judgement with `previous` set to the hash of that reviewer's last one.
        """
        with self._database.write(durable=True) as connection:
            mine = select(JUDGEMENT.c.hash).where(JUDGEMENT.c.by == columns_of(judgement)["by"])
            head = connection.execute(mine.order_by(JUDGEMENT.c.key.desc()).limit(1)).scalar()
            # What is hashed is what the row gives back, so that a chain can be verified.
            kept = value_of(Judgement, columns_of(replace(judgement, previous=head or "")))
            first, second = (*kept.subjects, None)[:2]
            row = columns_of(kept) | {"id": kept.id, "hash": kept.hash, "first": first, "second": second}
            connection.execute(insert(JUDGEMENT), [row])
        return kept

    def judgements(
        self, *, subject: str = "", kinds: Iterable[JudgementKind] = (), by: str = "", after: int = 0
    ) -> list[Judgement]:
        """Oldest first; empty arguments do not filter.

        Args:
            after: only rows with a greater row key (see `last_judgement`).
        """
        rows = select(JUDGEMENT).order_by(JUDGEMENT.c.key)
        if subject:
            rows = rows.where(or_(JUDGEMENT.c.first == subject, JUDGEMENT.c.second == subject))
        if wanted := [kind.value for kind in kinds]:
            rows = rows.where(JUDGEMENT.c.kind.in_(wanted))
        rows = rows.where(JUDGEMENT.c.by == by) if by else rows
        rows = rows.where(JUDGEMENT.c.key > after) if after else rows
        with self._database.read() as connection:
            return [value_of(Judgement, row) for row in connection.execute(rows).mappings()]

    def last_judgement(self) -> int:
        """The greatest row key; 0 if nothing was decided."""
        with self._database.read() as connection:
            return connection.execute(select(func.max(JUDGEMENT.c.key))).scalar() or 0

    def judgement(self, id_: str) -> Judgement:
        """Raises UnknownId."""
        with self._database.read() as connection:
            row = connection.execute(select(JUDGEMENT).where(JUDGEMENT.c.id == id_)).mappings().first()
        if row is None:
            raise UnknownId(id_, "judgement")
        return value_of(Judgement, row)

    def set_tags(self, id_: str, tags: Iterable[str]) -> None:
        """Set the tags in force of any id, in place of those it had."""
        with self._database.write() as connection:
            connection.execute(delete(TAGGING).where(TAGGING.c.id == id_))
            put(connection, TAGGING, [{"tag": tag, "id": id_} for tag in dict.fromkeys(tags)])

    def tags_of(self, id_: str) -> list[str]:
        """In order of the alphabet."""
        with self._database.read() as connection:
            found = select(TAGGING.c.tag).where(TAGGING.c.id == id_).order_by(TAGGING.c.tag)
            return list(connection.execute(found).scalars())

    def ids_tagged(self, tag: str) -> list[str]:
        with self._database.read() as connection:
            found = select(TAGGING.c.id).where(TAGGING.c.tag == tag).order_by(TAGGING.c.id)
            return list(connection.execute(found).scalars())
