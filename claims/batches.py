"""Groups of results that are waited for before anything is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

# Read ahead of a transaction, so that it never waits for a process that extracts.
DOCUMENTS = 8
CHARACTERS = 100_000


def batched(items: Iterable[Item], size: Callable[[Item], int]) -> Iterator[list[Item]]:
    """Items in their order, a few documents or so many characters together; one that is larger is alone.

    Args:
        size: characters of an item.
    """
    batch: list[Item] = []
    room = CHARACTERS
    for item in items:
        needed = size(item)
        if batch and (needed > room or len(batch) == DOCUMENTS):
            yield batch
            batch, room = [], CHARACTERS
        batch.append(item)
        room -= needed
    if batch:
        yield batch
