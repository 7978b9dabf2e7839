"""Members: everyone printed with one name form and one role, and which speaker that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import func, select, update

from claims.matching.speakers import Member
from claims.store.base import Part
from claims.store.dialect import among
from claims.store.rows import CLAIM, MEMBER, QUOTE
from claims.store.values import dumped, value_of


class Speakers(Part):
    def members(self, forms: Iterable[str] | None = None, ids: Iterable[str] | None = None) -> list[Member]:
        """All members, or those of some name forms or ids; in order of id."""
        rows = select(MEMBER).order_by(MEMBER.c.id)
        rows = rows if forms is None else rows.where(among(MEMBER.c.form, dumped(list(forms))))
        rows = rows if ids is None else rows.where(among(MEMBER.c.id, dumped(list(ids))))
        with self._database.read() as connection:
            return [value_of(Member, row) for row in connection.execute(rows).mappings()]

    def set_speaker(self, speakers: Mapping[str, str]) -> None:
        """Say which speaker some members are: member id -> speaker id."""
        with self._database.write() as connection:
            for member, speaker in speakers.items():
                changed = (MEMBER.c.id == member) & (MEMBER.c.speaker != speaker)
                connection.execute(update(MEMBER).where(changed).values(speaker=speaker))

    def speaker_counts(self) -> dict[str, tuple[int, int]]:
        """Shown quotes and claims of each member, by member id; members without either are left out."""
        counts: list[dict[str, int]] = []
        with self._database.read() as connection:
            for table in (QUOTE, CLAIM):
                member = table.c.member
                said = select(member, func.count()).where(member.is_not(None), table.c.unseen == 0)
                counts.append({row[0]: row[1] for row in connection.execute(said.group_by(member))})
        quotes, claims = counts
        return {
            id_: (quotes.get(id_, 0), claims.get(id_, 0)) for id_ in sorted(quotes.keys() | claims.keys())
        }
