"""Claims that hold some words: what the history of a figure is chosen from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select

from claims.model import Superlative
from claims.store.base import Part
from claims.store.fulltext import CLAIM_TEXT, DOCUMENT_TEXT, either, every, phrase
from claims.store.rows import CLAIM
from claims.store.values import loaded


class Told(NamedTuple):
    """What a claim says of what it counts; `most` are the words of a superlative, or ""."""

    id: str
    counted: str
    role: str
    subject: str
    unit: str
    most: str


_TOLD = select(
    CLAIM.c.id, CLAIM.c.counted, CLAIM.c.role, CLAIM.c.subject, CLAIM.c.unit, CLAIM.c.superlative
).where(CLAIM.c.unseen == 0)


class CountedOften(NamedTuple):
    """What claims count and what happened to it, in how many claims and documents."""

    counted: str
    role: str
    figures: int
    documents: int


class Counted(Part):
    def counted_often(self, limit: int) -> list[CountedOften]:
        """What shown figures count, that of the most documents first."""
        documents = func.count(CLAIM.c.document_key.distinct())
        rows = (
            select(CLAIM.c.counted, CLAIM.c.role, func.count(), documents)
            .where(CLAIM.c.unseen == 0, CLAIM.c.counted != "", CLAIM.c.superlative.is_(None))
            .group_by(CLAIM.c.counted, CLAIM.c.role)
            .order_by(documents.desc(), func.count().desc(), CLAIM.c.counted)
            .limit(limit)
        )
        with self._database.read() as connection:
            return [CountedOften._make(row) for row in connection.execute(rows)]

    def claims_told(self, spellings: Sequence[Sequence[str]], limit: int) -> list[Told]:
        """Shown claims that hold a spelling of one of some words, in documents that hold one of each; the
        newest first.

        Args:
            limit: more are not looked at.
        """
        groups = [either([phrase(word) for word in words]) for words in spellings]
        rows = _TOLD.where(CLAIM.c.number.in_(CLAIM_TEXT.matching(either(groups))))
        if len(groups) > 1:
            rows = rows.where(CLAIM.c.document_key.in_(DOCUMENT_TEXT.matching(every(groups))))
        return self._newest(rows, limit)

    def claims_of_unit(self, units: Sequence[str], limit: int) -> list[Told]:
        """Shown claims in one of some units, the newest first: the text index knows no "$" and no "%"."""
        return self._newest(_TOLD.where(CLAIM.c.unit.in_(units)), limit)

    def _newest(self, rows: Select[Any], limit: int) -> list[Told]:
        with self._database.read() as connection:
            found = connection.execute(rows.order_by(CLAIM.c.key.desc()).limit(limit)).all()
        return [Told._make((*fields, _words(most))) for *fields, most in found]


def _words(superlative: str | None) -> str:
    if not superlative:
        return ""
    told = loaded(Superlative, superlative)
    return f"{told.property} {told.scope}"
