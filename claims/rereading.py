"""A document read and extracted again from its kept bytes. Pure, as `intake` is: any process can run it."""

from __future__ import annotations

from dataclasses import dataclass

from claims.intake import Prepared, prepare
from claims.ports import Material

# A document's id and its kept bytes, or why there are none.
Kept = tuple[str, Material | str]


@dataclass(frozen=True, slots=True)
class Reread:
    """One document, read and extracted again, or why it keeps what it has."""

    id: str
    made: Prepared | None
    why: str = ""

    @property
    def size(self) -> int:
        """Characters of its text."""
        return len(self.made.document.text) if self.made and self.made.document else 0


def reread(item: Kept, *, extractor: str) -> Reread:
    """What reading and extraction make of it now; never raises for what the bytes hold."""
    id_, material = item
    if isinstance(material, str):
        return Reread(id_, None, material)
    prepared = prepare(material, extractor=extractor)
    for one in prepared:
        if one.document is not None and one.document.id == id_:
            return Reread(id_, one)
    why = next((one.failure for one in prepared if one.failure), "its reader finds another document there")
    return lost(item, why)


def lost(item: Kept, why: str) -> Reread:
    """In place of `reread`, where it failed or its worker was lost."""
    return Reread(item[0], None, f"it keeps what was derived before: {why}")


def weight(item: Kept) -> int:
    """Bytes that an item holds."""
    return 0 if isinstance(item[1], str) else len(item[1].raw)
