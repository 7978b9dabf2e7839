"""Judgements: rows that are only ever added, one hash chain a reviewer; and the tags in force.

A reviewer who decides in two records at once has a chain that forks: every row but a
first one follows another row of the same reviewer, and several may be followed by none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, delete, func, insert, or_, select

from claims.errors import UnknownId
from claims.model import Judgement, JudgementKind
from claims.store.base import Part
from claims.store.dialect import among, put
from claims.store.rows import JUDGEMENT, TAGGING, Columns
from claims.store.values import columns_of, dumped, value_of


class Judgements(Part):
    def append(self, judgement: Judgement) -> Judgement:
        """Keep a decision at the end of its reviewer's chain; see `append_all`."""
        return self.append_all([judgement])[0]

    def append_all(self, step: Sequence[Judgement]) -> list[Judgement]:
        """Keep what one reviewer decided in one step at the end of their chain; on disk when this returns.

        Returns:
            The judgements as they are kept: after that reviewer's latest one, all of one moment,
            which no other step has, and later than every decision of the record: one that came
            from a clock ahead of ours must not win over what is decided here after it.
        """
        with self._database.write(durable=True) as connection:
            moment = _later(connection, step[0].at.astimezone(UTC))
            head = _latest(connection, columns_of(step[0])["by"])
            kept: list[Judgement] = []
            for judgement in step:
                # What is hashed is what the row gives back, so that a chain can be verified.
                row = value_of(Judgement, columns_of(replace(judgement, at=moment, previous=head)))
                kept.append(row)
                head = row.hash
            connection.execute(insert(JUDGEMENT), [_row(row) for row in kept])
        return kept

    def take(self, judgements: Iterable[Judgement]) -> None:
        """Keep decisions made in another record exactly as they are; those that are here stay once.

        Each follows a row that is here, or one before it (see `chain`).
        """
        with self._database.write(durable=True) as connection:
            put(connection, JUDGEMENT, [_row(judgement) for judgement in judgements])

    def chain(self, by: str) -> set[str]:
        """The hashes of all rows of one reviewer."""
        with self._database.read() as connection:
            mine = select(JUDGEMENT.c.hash).where(JUDGEMENT.c.by == by)
            return set(connection.execute(mine).scalars())

    def judgements(
        self, *, subject: str = "", kinds: Iterable[JudgementKind] = (), by: str = "", after: int = 0
    ) -> list[Judgement]:
        """In order of arrival (`claims.ordering` has the order of time); empty arguments do not filter.

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

    def tags_of_all(self, ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """By id, those of all that have any, each in order of the alphabet."""
        rows = select(TAGGING.c.id, TAGGING.c.tag).where(among(TAGGING.c.id, dumped(list(ids))))
        found: dict[str, tuple[str, ...]] = {}
        with self._database.read() as connection:
            for id_, tag in connection.execute(rows.order_by(TAGGING.c.id, TAGGING.c.tag)):
                found[id_] = (*found.get(id_, ()), tag)
        return found

    def ids_tagged(self, tag: str) -> list[str]:
        with self._database.read() as connection:
            found = select(TAGGING.c.id).where(TAGGING.c.tag == tag).order_by(TAGGING.c.id)
            return list(connection.execute(found).scalars())


def _row(judgement: Judgement) -> Columns:
    first, second = (*judgement.subjects, None)[:2]
    found_by = {"id": judgement.id, "hash": judgement.hash, "first": first, "second": second}
    return columns_of(judgement) | found_by


def _later(connection: Connection, moment: datetime) -> datetime:
    """This moment, or the first one after all decisions. In UTC, texts of times are in order of time."""
    latest: str | None = connection.execute(select(func.max(JUDGEMENT.c.at))).scalar()
    if latest is None:
        return moment
    return max(moment, datetime.fromisoformat(latest).astimezone(UTC) + timedelta(microseconds=1))


def _latest(connection: Connection, by: str) -> str:
    """The hash of a reviewer's latest row; "" before the first."""
    mine = select(JUDGEMENT.c.hash).where(JUDGEMENT.c.by == by)
    found = connection.execute(mine.order_by(JUDGEMENT.c.at.desc(), JUDGEMENT.c.key.desc()).limit(1))
    return found.scalar() or ""
