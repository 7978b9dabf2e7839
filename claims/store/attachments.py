"""Decisions that are carried on to another id, and what they were about before."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from claims.model import Attachment, Claim, PastFinding, PastSpeaker, Quote
from claims.store.base import Part
from claims.store.dialect import among
from claims.store.rows import ATTACHMENT, AUTHORITY, CLAIM, DOCUMENT, FINDING, JUDGEMENT, MEMBER, PAST, QUOTE
from claims.store.values import columns_of, dumped, loaded, value_of

Past = Quote | Claim | PastFinding | PastSpeaker

_KINDS: dict[str, type[Past]] = {
    "quote": Quote,
    "claim": Claim,
    "finding": PastFinding,
    "speaker": PastSpeaker,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}

_PRESENT = (
    DOCUMENT.c.id,
    QUOTE.c.id,
    CLAIM.c.id,
    FINDING.c.id,
    MEMBER.c.id,
    AUTHORITY.c.subject,
    JUDGEMENT.c.id,
)


class Attachments(Part):
    def attachments(self) -> list[Attachment]:
        """All, in order of the old ids."""
        with self._database.read() as connection:
            rows = connection.execute(select(ATTACHMENT).order_by(ATTACHMENT.c.old)).mappings()
            return [value_of(Attachment, row) for row in rows]

    def put_attachments(self, attachments: Iterable[Attachment], *, dropped: Iterable[str] = ()) -> bool:
        """Set to what each old id is attached, in place of what it was; `dropped` ones to nothing.

        Returns:
            Did anything change?
        """
        new = {one.old: one for one in attachments}
        gone = set(dropped) - new.keys()
        with self._database.write() as connection:
            asked = among(ATTACHMENT.c.old, dumped(sorted({*new, *gone})))
            rows = connection.execute(select(ATTACHMENT).where(asked)).mappings()
            old = {row["old"]: value_of(Attachment, row) for row in rows}
            changed = [id_ for id_ in old if old[id_] != new.get(id_)]
            connection.execute(delete(ATTACHMENT).where(among(ATTACHMENT.c.old, dumped(changed))))
            added = [columns_of(one) for id_, one in new.items() if old.get(id_) != one]
            if added:
                connection.execute(insert(ATTACHMENT), added)
        return bool(changed or added)

    def put_past(self, values: Iterable[Past]) -> None:
        """Remember what decisions are about; the same id is kept once, as it was last."""
        rows = {
            value.id: {
                "id": value.id,
                "kind": _NAMES[type(value)],
                "document": getattr(value, "document", ""),
                "value": dumped(value),
            }
            for value in values
        }
        with self._database.write() as connection:
            mine = among(PAST.c.id, dumped(sorted(rows)))
            kept = {row["id"]: dict(row) for row in connection.execute(select(PAST).where(mine)).mappings()}
            new = [row for id_, row in rows.items() if kept.get(id_) != row]
            connection.execute(delete(PAST).where(among(PAST.c.id, dumped([row["id"] for row in new]))))
            if new:
                connection.execute(insert(PAST), new)

    def drop_past(self, ids: Iterable[str]) -> None:
        with self._database.write() as connection:
            connection.execute(delete(PAST).where(among(PAST.c.id, dumped(sorted(ids)))))

    def past(self, ids: Iterable[str]) -> dict[str, Past]:
        """What is remembered of some ids, by id."""
        with self._database.read() as connection:
            rows = select(PAST).where(among(PAST.c.id, dumped(sorted(ids)))).order_by(PAST.c.id)
            return {
                row["id"]: loaded(_KINDS[row["kind"]], row["value"])
                for row in connection.execute(rows).mappings()
            }

    def past_in(self, document: str) -> list[Quote | Claim]:
        """The quotes and claims that stood in a document, in order of id."""
        with self._database.read() as connection:
            rows = select(PAST).where(PAST.c.document == document, PAST.c.document != "").order_by(PAST.c.id)
            found = [loaded(_KINDS[row["kind"]], row["value"]) for row in connection.execute(rows).mappings()]
        return [value for value in found if isinstance(value, Quote | Claim)]

    def present(self, ids: Iterable[str]) -> set[str]:
        """Those of some ids that name something of the record now."""
        wanted = dumped(sorted(set(ids)))
        found: set[str] = set()
        with self._database.read() as connection:
            for column in _PRESENT:
                found.update(connection.execute(select(column).where(among(column, wanted))).scalars())
        return found


def past_kinds(connection: Connection, beginning: str) -> dict[str, str]:
    """Kinds of remembered ids that begin so, by id; ten at most."""
    begins = (PAST.c.id >= beginning) & (PAST.c.id < beginning + "\U0010ffff")
    rows = connection.execute(select(PAST.c.id, PAST.c.kind).where(begins).order_by(PAST.c.id).limit(10))
    return {row.id: row.kind for row in rows}
