"""What is made of stored rows afterwards: what matches them, their figures, and what does not fit.

Each step is remembered with its documents, so whatever ends it early, the next run goes on there; a
rebuild derives them whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from claims.bulk_matching import is_many, pairs_among
from claims.decisions import Decisions
from claims.executor import run
from claims.intake import check_extractor, extractor_name
from claims.keying import Marks
from claims.linking import Linker
from claims.lots import lots
from claims.readymade.figures import Kept, Lost, figures, lost, weight
from claims.store.waiting import Step
from claims.turns import in_turns

if TYPE_CHECKING:
    from claims.following import Follower
    from claims.store import Store
    from claims.store.finished import Figured

# Documents done, and how many there are.
Progress = Callable[[int, int], None]

# So many rows at once: a worker gets them together, since sending one alone costs as much as reading
# the figures of ten; and after as many one looks whether others wait to write.
_TOGETHER = 100


def match(store: Store, decisions: Decisions, linker: Linker, *, progress: Progress) -> int:
    """Find what is one utterance with anything that waits for it; returns how many waited."""
    documents = [id_ for _, id_, _ in store.next_waiting(Step.MATCHES, -1)]
    progress(0, len(documents))
    new = store.quotes_in(documents)
    if is_many(len(new), store.searched().quotes):
        # Seconds for a hundred thousand, in which others can write.
        pairs = pairs_among(store, set(new))
        with decisions.together():
            store.put_pairs(pairs)
            store.go_on(documents, Step.FIGURES)
        progress(len(documents), len(documents))
        return len(documents)
    done = 0
    for number in in_turns(decisions, list(lots(documents, _TOGETHER)), partial(_match, store, linker)):
        done = min(done + number * _TOGETHER, len(documents))
        progress(done, len(documents))
    return done


def read_figures(
    store: Store,
    decisions: Decisions,
    linker: Linker,
    follower: Follower,
    *,
    jobs: int,
    extractor: str,
    progress: Progress,
) -> int:
    """Read the figures in everything that waits for it; returns how many there are."""
    check_extractor(extractor)
    total, done, claims = store.waiting(Step.FIGURES), 0, 0
    progress(0, total)
    name = extractor_name(extractor) if total else ""
    for lot in _read(store, jobs, extractor) if total else ():
        with decisions.together():
            new = store.add_figures(lot, name)
            linker.take_figures(new)
            follower.catch_up(new)
        claims += sum(len(one.claims) for one in new)
        progress(done := done + len(lot), total)
    return claims


def check(store: Store, decisions: Decisions, linker: Linker, *, progress: Progress) -> int:
    """Check what waits for it against other documents and other printings; returns how many waited.

    What shares a mark is compared once, after all is stored: after each lot it would be as often as there
    are lots, and a figure that thousands tell is compared with thousands.
    """
    told = [id_ for _, id_, _ in store.next_waiting(Step.COMPARES, -1)]
    printed = store.waiting(Step.CHECKS)
    for done in _compare(store, decisions, linker, told):
        progress(done, len(told) + printed)
    documents = [id_ for _, id_, _ in store.next_waiting(Step.CHECKS, -1)]
    total, done = len(told) + len(documents), 0
    progress(len(told), total)
    for number in in_turns(decisions, list(lots(documents, _TOGETHER)), partial(_check, store, linker)):
        done = min(done + number * _TOGETHER, len(documents))
        progress(len(told) + done, total)
    return len({*told, *documents})


def _compare(store: Store, decisions: Decisions, linker: Linker, documents: Sequence[str]) -> Iterator[int]:
    """Yields of how many documents that was, half of them when their marks are known."""
    shared = store.shared_marks(documents)
    # Those of one document beside each other, so that a lot of them has few documents to read.
    marks: Marks = dict.fromkeys(sorted(shared, key=lambda mark: (shared[mark], mark)), "")
    for done, named in _named(store, linker, documents, shared):
        marks |= named
        yield int(len(documents) * done) // 2
    some = [dict(lot) for lot in lots(marks.items(), _TOGETHER)]
    compared = 0
    for number in in_turns(decisions, some, linker.compare):
        compared += number
        yield len(documents) // 2 + len(documents) * compared // (2 * len(some))
    with decisions.together():
        store.end_compares(documents)


def _named(
    store: Store, linker: Linker, documents: Sequence[str], shared: Mapping[int, str]
) -> Iterator[tuple[float, Marks]]:
    """The checks of the marks under which there is something to compare, and the part that is done.

    A mark is stored without its check. To find that, its value is read and keyed again, which takes longer
    than to compare it: it is done once a mark, and for none that nobody shares.
    """
    pages = set(store.of_pages(documents))
    held = sorted({*shared.values(), *pages})
    for number, lot in enumerate(lots(held, _TOGETHER), start=1):
        named = linker.marks_of(lot)
        # What a page lost is found without another value.
        alone = linker.marks_of(pages.intersection(lot)) if pages else {}
        done = min(number * _TOGETHER / len(held), 1)
        yield done, {each: name for each, name in named.items() if each in shared} | alone


def _match(store: Store, linker: Linker, documents: Sequence[str]) -> None:
    linker.pair(store.quotes_in(documents))
    store.go_on(documents, Step.FIGURES)


def _check(store: Store, linker: Linker, documents: Sequence[str]) -> None:
    """With each quote all that hang together with it are checked, so those need not be again."""
    new = store.quotes_in(documents, still=Step.CHECKS)
    if new:
        store.end_checks(linker.check_utterances(new))
    store.end_waiting(documents)


def _read(store: Store, jobs: int, extractor: str) -> Iterator[list[Figured]]:
    """Figures, some documents at a time, in order of arrival."""
    work = partial(figures, extractor=extractor)
    for lot in run(work, _kept(store), jobs, lost=lost, weigh=weight):
        if isinstance(lot, Lost):
            # One row cost the whole lot its worker: now each alone.
            alone = run(work, ([one] for one in lot.items), jobs, lost=lost, weigh=weight)
            yield [each for one in alone for each in (one.told() if isinstance(one, Lost) else one)]
        else:
            yield lot


def _kept(store: Store) -> Iterator[list[Kept]]:
    after = 0
    while found := store.next_waiting(Step.FIGURES, _TOGETHER, after=after):
        after = found[-1][0]
        raw = store.snapshots.every([name for _, _, name in found])
        yield [(id_, raw.get(name, b"")) for _, id_, name in found]
