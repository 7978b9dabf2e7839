"""What is made of stored rows afterwards: first their figures, then what matches them and what does not fit.

Each step is remembered with its documents, so whatever ends it early, the next run goes on there; a
rebuild derives them whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from claims.decisions import Decisions
from claims.executor import run
from claims.following import Follower
from claims.intake import check_extractor, extractor_name, prepare
from claims.linking import Linker
from claims.model import Claim, PartialDate, Problem, Quote
from claims.ports import Material
from claims.store.finished import Figured, figured
from claims.store.waiting import Step
from claims.turns import in_turns

if TYPE_CHECKING:
    from claims.store import Store

# Documents done, and how many there are.
Progress = Callable[[int, int], None]

# A worker gets so many rows at once: sending one costs as much as reading the figures of ten.
# They are read ahead of the writing by that many lots.
_TOGETHER = 100

# So many are matched before one looks whether others wait to write.
_MATCHED = 50


def read_figures(
    store: Store,
    decisions: Decisions,
    follower: Follower,
    *,
    jobs: int,
    extractor: str,
    progress: Progress,
) -> int:
    """Read the figures in everything that waits for it; returns how many there are."""
    check_extractor(extractor)
    total, done, claims = store.waiting(Step.FIGURES), 0, 0
    if not total:
        return 0
    name = extractor_name(extractor)
    for lot in _read(store, jobs, extractor):
        with decisions.together():
            store.add_figures(lot, name)
            follower.catch_up(lot)
        claims += sum(len(one.claims) for one in lot)
        progress(done := done + len(lot), total)
    return claims


def match(store: Store, decisions: Decisions, linker: Linker, *, progress: Progress) -> int:
    """Match and check everything that waits for it; returns how many that were."""
    ids = [id_ for _, id_, _ in store.next_waiting(Step.MATCHES, -1)]
    lots = [ids[first : first + _MATCHED] for first in range(0, len(ids), _MATCHED)]
    done = 0
    for number in in_turns(decisions, lots, partial(_match, store, linker)):
        done = min(done + number * _MATCHED, len(ids))
        progress(done, len(ids))
    return done


def _match(store: Store, linker: Linker, documents: Sequence[str]) -> None:
    values: list[Quote | Claim] = []
    for id_ in documents:
        values += [*store.quotes_of(id_), *store.claims_of(id_)]
    linker.link(values, documents=documents)
    store.end_waiting(documents)


# A document's id and its kept bytes; none if they are gone or changed.
_Kept = tuple[str, bytes]


def _read(store: Store, jobs: int, extractor: str) -> Iterator[list[Figured]]:
    """Figures, some documents at a time, in order of arrival."""
    work = partial(_figures, extractor=extractor)
    for lot in run(work, _kept(store), jobs, lost=_lost, weigh=_weight):
        if isinstance(lot, _Lost):
            # One row cost the whole lot its worker: now each alone.
            alone = run(work, ([one] for one in lot.items), jobs, lost=_lost, weigh=_weight)
            yield [each for one in alone for each in (one.told() if isinstance(one, _Lost) else one)]
        else:
            yield lot


def _kept(store: Store) -> Iterator[list[_Kept]]:
    after = 0
    while found := store.next_waiting(Step.FIGURES, _TOGETHER, after=after):
        after = found[-1][0]
        raw = store.snapshots.every([name for _, _, name in found])
        yield [(id_, raw.get(name, b"")) for _, id_, name in found]


def _figures(items: Sequence[_Kept], extractor: str) -> list[Figured] | _Lost:
    """Runs in any process."""
    return [_of_one(id_, raw, extractor) for id_, raw in items]


def _of_one(id_: str, raw: bytes, extractor: str) -> Figured:
    if not raw:
        return _without(id_, "its kept bytes are gone or changed")
    # Where and when it came in does not matter to what it holds.
    (made,) = prepare(Material(raw, "", _NO_DAY), extractor=extractor)
    if made.document is None or made.document.id != id_:
        return _without(id_, made.failure or "its reader finds another document there")
    return figured(made.document, made.extraction)


def _without(id_: str, why: str) -> Figured:
    return Figured(id_, problems=(Problem("figures", f"its figures were not read: {why}", id_),))


@dataclass(frozen=True, slots=True)
class _Lost:
    """In place of a lot whose worker was killed at a limit, or died."""

    items: Sequence[_Kept]
    why: str

    def told(self) -> list[Figured]:
        return [_without(id_, self.why) for id_, _ in self.items]


def _lost(items: Sequence[_Kept], why: str) -> list[Figured] | _Lost:
    return _Lost(items, why)


def _weight(items: Sequence[_Kept]) -> int:
    return sum(len(raw) for _, raw in items)


_NO_DAY = PartialDate.day(date.min, evidence="")
