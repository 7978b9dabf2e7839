"""An import as a whole: which there were, and what follows when a person takes one back, or not any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from claims.bulk_matching import is_many, pairs_among
from claims.decisions import Decisions
from claims.errors import AmbiguousId, BadValue, NothingLeft, UnknownId
from claims.judging import import_id, of_import
from claims.linking import Linker
from claims.model import Judgement, JudgementKind
from claims.readymade import waiting
from claims.readymade.row import table_of
from claims.store.stamped import Stamp, Stamped
from claims.views import ImportLine

if TYPE_CHECKING:
    from claims.store import Store


def imports(store: Store, decisions: Decisions) -> list[ImportLine]:
    """Every import of ready-made quotes, the latest first."""
    gone = decisions.taken_back()
    found: list[ImportLine] = []
    tables: set[str] = set()
    for came in store.imports():
        table, taken_back = table_of(came.location), came.moment in gone
        again = table in tables
        found.append(
            ImportLine(
                import_id(came.moment), came.moment, table, came.quotes, came.withdrawn, taken_back, again
            )
        )
        if not taken_back:
            tables.add(table)
    return found[::-1]


def chosen(store: Store, decisions: Decisions, wanted: str) -> ImportLine:
    """The import whose id begins so; the latest that was not taken back if nothing is wanted.

    Raises:
        UnknownId, AmbiguousId, NothingLeft.
        BadValue: it is taken back.
    """
    every = imports(store, decisions)
    if not wanted:
        found = next((one for one in every if not one.taken_back), None)
        if found is None:
            raise NothingLeft("undo", "no import is in the record that was not taken back")
        return found
    fitting = [one for one in every if one.id.startswith(wanted)]
    if not fitting or len(wanted) < _SHORTEST:
        raise UnknownId(wanted, "import")
    if len(fitting) > 1:
        raise AmbiguousId(wanted, [one.id for one in fitting])
    if fitting[0].taken_back:
        raise BadValue("import", wanted, "it is taken back already")
    return fitting[0]


# As for other ids.
_SHORTEST = 6


def follow(store: Store, decisions: Decisions, linker: Linker, moment: str) -> None:
    """Bring what an import brought in line with what people decided: out of sight, or back again.

    What comes back waits to be matched and compared (see `finish`); what it was compared with is compared
    again without what left.
    """
    hide, show = store.out_of_line(moment, decisions.taken_back(), _withdrawn(decisions))
    if hide:
        around = store.hide_all(hide)
        _pair(store, linker, around.quotes)
        linker.check_again(around.quotes, marks=around.marks)
    if show:
        linker.find_within(store.show_all(show))


def finish(store: Store, decisions: Decisions, linker: Linker, turned: Judgement) -> None:
    """After an undo or redo: if it was about an import, match and compare what came back."""
    if of_import(store.judgement(turned.subjects[0])):
        waiting.match(store, decisions, linker, progress=lambda done, total: None)
        waiting.check(store, decisions, linker, progress=lambda done, total: None)


def bring_back(store: Store, linker: Linker, stamp: Stamp, rows: Sequence[Stamped]) -> None:
    """Quotes of an import that was taken back came again, with another one."""
    if rows:
        linker.find_within(store.show_all(store.came_with(stamp, rows)))


def is_taken_back(store: Store, decisions: Decisions, document: str) -> bool:
    """Is every import taken back that a ready-made quote came with?"""
    gone = decisions.taken_back()
    if not gone:
        return False
    moments = store.moments(document)
    return bool(moments) and gone.issuperset(moments)


def is_withdrawn_alone(decisions: Decisions, document: str) -> bool:
    """Did a person withdraw this one by itself?"""
    stands = decisions.on(document, JudgementKind.WITHDRAWAL)
    return bool(stands) and stands[-1].verdict == "withdraw"


def _withdrawn(decisions: Decisions) -> set[str]:
    """Documents that people withdrew one by one."""
    latest: dict[str, str] = {}
    for judgement in decisions.standing():
        if judgement.kind is JudgementKind.WITHDRAWAL and not of_import(judgement):
            latest[judgement.subjects[0]] = judgement.verdict
    return {id_ for id_, verdict in latest.items() if verdict == "withdraw"}


def _pair(store: Store, linker: Linker, quotes: Iterable[str]) -> None:
    """What was joined by a quote that left may be one utterance all the same."""
    mine = list(quotes)
    if is_many(len(mine), store.searched().quotes):
        store.put_pairs(pairs_among(store, set(mine)))
    elif mine:
        linker.pair(mine)
