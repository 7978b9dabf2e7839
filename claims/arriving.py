"""Inputs in their order: those that must be read go to the workers, the others are answered at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from functools import partial
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
    from claims.store.documents import Taken

IN_THE_RECORD = "it is in the record"
MENDED = "its kept bytes were gone or changed and are whole again"

# What became of an input may be known before it is looked for here.
Input = Material | InputError | Added
# What becomes of an input: its fate, or the documents that are to be written.
Turn = Added | list[Ready]

# In place of a turn where the next is long in coming, so that those before it can be written.
_NOTHING_YET: list[Ready] = []

# The record is asked about so many inputs at once, or so many bytes of them: they are
# held meanwhile, and the first of them waits until the last is read.
_INPUTS, _BYTES = 64, 4_000_000


def arrive(store: Store, inputs: Iterable[Input], *, jobs: int, extractor: str) -> Iterator[Turn]:
    """Each input's turn, in the order of the inputs.

    What the record holds already, read from the same bytes in the same way, is known
    before anything is read, and starts no worker.
    """
    groups = _groups(inputs)
    for group in groups:
        turns = _sorted_out(store, group, extractor)
        if any(isinstance(turn, Material) for turn in turns):
            yield from _through_workers(store, chain([group], groups), jobs, extractor)
            return
        yield from (turn for turn in turns if not isinstance(turn, Material))


def _through_workers(
    store: Store, groups: Iterable[list[Input]], jobs: int, extractor: str
) -> Iterator[Turn]:
    ahead: deque[Added | None] = deque()
    work = partial(_read, extractor=extractor)
    inputs = _feed(store, groups, ahead, extractor)
    for made in run(work, inputs, jobs, lost=_lost, weigh=_weight, idle=lambda: _NOTHING_YET):
        if made is _NOTHING_YET:
            yield made
            continue
        yield from _before(ahead)
        if made is not None:
            yield made
    yield from _before(ahead)


def _feed(
    store: Store, groups: Iterable[list[Input]], ahead: deque[Added | None], extractor: str
) -> Iterator[Material | None]:
    """What workers must read; `ahead` gets the fates of the rest, and None where a worker's turn is.

    A group in which all is known still sends an empty turn, so that its fates do not
    wait for the next file that is new.
    """
    for group in groups:
        turns = _sorted_out(store, group, extractor)
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


def _read(item: Material | None, extractor: str) -> list[Ready] | None:
    return None if item is None else ready(item, extractor=extractor)


def _lost(item: Material | None, why: str) -> list[Ready] | None:
    """In place of `_read`, where its worker was killed at a limit, or died."""
    return None if item is None else [Ready(item, failure=why)]


def _weight(item: Material | None) -> int:
    """Bytes that an input holds."""
    return 0 if item is None else len(item.raw)


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


def _sorted_out(store: Store, group: list[Input], extractor: str) -> list[Added | Material]:
    """The fate of each input that needs no reading, else the input."""
    materials = [one for one in group if isinstance(one, Material)]
    known = store.unchanged(materials, partial(extractor_name, extractor))
    found = iter([known.get(number) for number in range(len(materials))])
    return [_fate(one, next(found)) if isinstance(one, Material) else _told(one) for one in group]


def _fate(material: Material, known: Taken | None) -> Added | Material:
    return unchanged(material, known, IN_THE_RECORD) if known else material


def unchanged(material: Material, known: Taken, why: str) -> Added:
    """The fate of an input whose document is here; `why` says how it is known."""
    reason = f"{why}; {MENDED}" if known.mended else why
    return Added(material.location, Status.UNCHANGED, reason, known.document)


def _told(one: InputError | Added) -> Added:
    if isinstance(one, Added):
        return one
    return Added(one.location, Status.FAILED, one.why, is_missed=one.is_missed)
