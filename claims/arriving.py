"""Inputs in their order: those that must be read go to the workers, the others are answered at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from claims.errors import InputError
from claims.executor import run
from claims.intake import extractor_name
from claims.ports import Material
from claims.preparing import Ready, ready
from claims.views import Added, Status

if TYPE_CHECKING:
    from claims.store import Store

Input = Material | InputError
# What becomes of an input: its fate, or the documents that are to be written.
Turn = Added | list[Ready]

# The record is asked about so many inputs at once, or so many bytes of them: they are
# held meanwhile, and the first of them waits until the last is read.
_INPUTS, _BYTES = 64, 4_000_000


def arrive(store: Store, inputs: Iterable[Input], *, jobs: int) -> Iterator[Turn]:
    """Each input's turn, in the order of the inputs.

    What the record holds already, read from the same bytes in the same way, is known
    before anything is read, and starts no worker.
    """
    groups = _groups(inputs)
    for group in groups:
        turns = _sorted_out(store, group)
        if any(isinstance(turn, Material) for turn in turns):
            yield from _through_workers(store, chain([group], groups), jobs)
            return
        yield from (turn for turn in turns if not isinstance(turn, Material))


def _through_workers(store: Store, groups: Iterable[list[Input]], jobs: int) -> Iterator[Turn]:
    ahead: deque[Added | None] = deque()
    for made in run(_read, _feed(store, groups, ahead), jobs):
        yield from _before(ahead)
        if made is not None:
            yield made
    yield from _before(ahead)


def _feed(
    store: Store, groups: Iterable[list[Input]], ahead: deque[Added | None]
) -> Iterator[Material | None]:
    """What workers must read; `ahead` gets the fates of the rest, and None where a worker's turn is.

    A group in which all is known still sends an empty turn, so that its fates do not
    wait for the next file that is new.
    """
    for group in groups:
        turns = _sorted_out(store, group)
        for turn in turns:
            ahead.append(None if isinstance(turn, Material) else turn)
            if isinstance(turn, Material):
                yield turn
        if not any(isinstance(turn, Material) for turn in turns):
            ahead.append(None)
            yield None


def _before(ahead: deque[Added | None]) -> Iterator[Added]:
    """Fates up to the next worker's turn, which is taken too."""
    while ahead:
        turn = ahead.popleft()
        if turn is None:
            return
        yield turn


def _read(item: Material | None) -> list[Ready] | None:
    return None if item is None else ready(item)


def _groups(inputs: Iterable[Input]) -> Iterator[list[Input]]:
    group: list[Input] = []
    size = 0
    for one in inputs:
        group.append(one)
        size += len(one.raw) if isinstance(one, Material) else 0
        if len(group) >= _INPUTS or size >= _BYTES:
            yield group
            group, size = [], 0
    if group:
        yield group


def _sorted_out(store: Store, group: list[Input]) -> list[Added | Material]:
    """The fate of each input that needs no reading, else the input."""
    materials = [one for one in group if isinstance(one, Material)]
    known = store.unchanged(materials, extractor_name())
    fates: list[Added | Material] = []
    place = 0
    for one in group:
        if isinstance(one, InputError):
            fates.append(Added(one.location, Status.FAILED, one.why))
            continue
        fates.append(unchanged(one, known[place]) if place in known else one)
        place += 1
    return fates


def unchanged(material: Material, document: str) -> Added:
    return Added(material.location, Status.UNCHANGED, "it is in the record", document)
