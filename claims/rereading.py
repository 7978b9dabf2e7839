"""Reads and extracts kept documents again, outside any transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from claims.errors import InputError
from claims.executor import run
from claims.intake import Prepared, prepare
from claims.ports import Material

if TYPE_CHECKING:
    from claims.store import Store

# So much is read ahead of a transaction, that it never waits for a process that extracts.
_DOCUMENTS = 8
_CHARACTERS = 100_000


@dataclass(frozen=True, slots=True)
class Reread:
    """One document as reading and extraction give it now, or why it keeps what it has."""

    id: str
    made: Prepared | None
    why: str = ""


def reread(store: Store, ids: Iterable[str], *, jobs: int, extractor: str) -> Iterator[list[Reread]]:
    """Documents in their order, a few, or so many characters, at a time; a larger one alone."""
    batch: list[Reread] = []
    room = _CHARACTERS
    for one in run(partial(_again, extractor=extractor), _materials(store, ids), jobs):
        size = len(one.made.document.text) if one.made and one.made.document else 0
        if batch and (size > room or len(batch) == _DOCUMENTS):
            yield batch
            batch, room = [], _CHARACTERS
        batch.append(one)
        room -= size
    if batch:
        yield batch


def _materials(store: Store, ids: Iterable[str]) -> Iterator[tuple[str, Material | str]]:
    for id_ in ids:
        try:
            yield id_, store.material_of(id_)
        except (InputError, OSError) as error:
            yield id_, f"its snapshot cannot be read: {error}"


def _again(item: tuple[str, Material | str], extractor: str) -> Reread:
    """Runs in any process."""
    id_, material = item
    if isinstance(material, str):
        return Reread(id_, None, material)
    prepared = prepare(material, extractor=extractor)
    for one in prepared:
        if one.document is not None and one.document.id == id_:
            return Reread(id_, one)
    why = next((one.failure for one in prepared if one.failure), "its reader finds another document there")
    return Reread(id_, None, f"it keeps what was derived before: {why}")
