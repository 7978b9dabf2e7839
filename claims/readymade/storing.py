"""Rows into the record, thousands in one transaction: each is whole with its kept bytes, or not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from claims.arriving import IN_THE_RECORD
from claims.decisions import Decisions
from claims.errors import InputError
from claims.lots import lots
from claims.model import PartialDate, Problem
from claims.readymade import imports
from claims.readymade.row import Stated
from claims.store.stamped import Stamp, Stamped
from claims.store.values import storable
from claims.store.waiting import Known
from claims.uncollected import uncollected
from claims.views import Added, Status

if TYPE_CHECKING:
    from claims.linking import Linker
    from claims.store import Store

# One transaction holds so many rows, or characters of them: half a second of writing, for
# which people's decisions wait.
_ROWS, _CHARACTERS = 5_000, 4_000_000

# The stage of problems with rows that could not be taken.
_STAGE = "import"

_DESTROYED = "this quote was destroyed here and is not taken in again"
_WITHDRAWN = "this quote was withdrawn here"


def store_rows(
    store: Store, decisions: Decisions, linker: Linker, rows: Iterable[Stated | InputError]
) -> Iterator[list[Added]]:
    """What became of each row, in order, some thousands at a time; those that are new are stored then."""
    stored = 0
    coming: _Coming | None = None
    taken = lots(rows, _ROWS, weigh=_characters, heaviest=_CHARACTERS)
    while True:
        # Python would walk through the same thousands of rows again and again, to find no rings in them.
        with uncollected():
            lot = next(taken, None)
            if lot is None:
                break
            coming = coming or _coming(store, decisions, lot[0].location)
            made = [coming.stamp.of(one) if isinstance(one, Stated) else None for one in lot]
            with decisions.together():
                fates = list(_stored(store, decisions, linker, coming, lot, made))
        stored += sum(fate.status is Status.STORED for fate in fates)
        yield fates
    if stored:
        store.merge_words(stored)
    store.shrink()


class _Coming(NamedTuple):
    """An import that is going on.

    Attributes:
        before: row keys of documents that were known and came with it.
        missed: why a row could not be taken before, by its place.
    """

    stamp: Stamp
    before: set[int]
    missed: dict[str, str]


def _coming(store: Store, decisions: Decisions, location: str) -> _Coming:
    missed = {one.location: one.message for one in store.problems("") if one.stage == _STAGE}
    return _Coming(_stamp(store, decisions, location), set(), missed)


def _stamp(store: Store, decisions: Decisions, location: str) -> Stamp:
    """What of its table was stored and still waits is of the same import: it was stopped, and goes on."""
    began = store.unfinished(storable(location), decisions.taken_back())
    return Stamp(began or PartialDate.instant(datetime.now(UTC), evidence="clock"))


def _characters(one: Stated | InputError) -> int:
    return len(one.row.text) if isinstance(one, Stated) else 0


def _stored(
    store: Store,
    decisions: Decisions,
    linker: Linker,
    coming: _Coming,
    lot: Sequence[Stated | InputError],
    made: Sequence[Stamped | None],
) -> Iterator[Added]:
    known = store.known([one.id for one in made if one])
    new: dict[str, Stamped] = {}
    back: dict[str, Stamped] = {}
    again: dict[str, bytes] = {}
    here: list[Stamped] = []
    for one, ready in zip(lot, made, strict=True):
        if ready is None:
            yield _failed(one)
        elif ready.id not in known:
            known[ready.id] = Known.HERE
            new[ready.id] = ready
            yield Added(one.location, Status.STORED, "", ready.id, 1)
        elif known[ready.id] is Known.DESTROYED:
            yield Added(one.location, Status.SKIPPED, _DESTROYED, ready.id)
        elif known[ready.id] is Known.WITHDRAWN:
            again[ready.sha256] = ready.raw
            if imports.is_withdrawn_alone(decisions, ready.id):
                yield Added(one.location, Status.SKIPPED, _WITHDRAWN, ready.id)
                continue
            known[ready.id] = Known.HERE
            back[ready.id] = ready
            yield Added(one.location, Status.STORED, "", ready.id, 1)
        else:
            if ready.id not in new:
                again[ready.sha256] = ready.raw
                here.append(ready)
            yield Added(one.location, Status.UNCHANGED, IN_THE_RECORD, ready.id)
    _note(store, coming, lot)
    store.keep_rows(again)
    store.add_stamped(coming.stamp, list(new.values()))
    imports.bring_back(store, linker, coming.stamp, list(back.values()))
    store.came_too(coming.stamp, here, decisions.taken_back(), coming.before)


def _note(store: Store, coming: _Coming, lot: Sequence[Stated | InputError]) -> None:
    """Keep a problem with each row that could not be taken, until it is there or another one."""
    now = {one.location: one.why for one in lot if isinstance(one, InputError)}
    places = (one.location for one in lot)
    gone = [place for place in places if place in coming.missed and coming.missed[place] != now.get(place)]
    store.forget_unread(_STAGE, gone)
    store.put_problems(Problem(_STAGE, why, location=place) for place, why in now.items())


def _failed(one: Stated | InputError) -> Added:
    assert isinstance(one, InputError)
    return Added(one.location, Status.FAILED, one.why)
