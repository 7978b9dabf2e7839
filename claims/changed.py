"""Decisions whose passage changed: what they were about is there no more, or they no longer fit it.

They are never dropped: each is listed until it is decided anew or dismissed, and is in force
again by itself once its passage is found again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from claims import corrections
from claims.corrections.bounds import BOUNDS
from claims.decisions import Decisions
from claims.errors import UnknownId
from claims.model import Claim, Document, Judgement, JudgementKind, PastFinding, Quote
from claims.reattaching import spans_of

if TYPE_CHECKING:
    from claims.store import Store

# These are about documents, whose row always stays, or about other decisions.
_NEVER = (
    JudgementKind.WITHDRAWAL,
    JudgementKind.ATTACHMENT,
    JudgementKind.CHANGED,
    JudgementKind.UNDO,
    JudgementKind.REDO,
)


def changed(store: Store, decisions: Decisions) -> list[Judgement]:
    """Standing decisions whose passage changed, oldest first."""
    standing = decisions.standing()
    dismissed = {j.subjects[0] for j in standing if j.kind is JudgementKind.CHANGED}
    stands = [j for j in standing if j.kind not in _NEVER and j.id not in dismissed]
    now = {judgement.id: decisions.subjects(judgement)[-1] for judgement in stands}
    lost = _not_in_force(store, stands, now)
    anew = Anew(store, [judgement for judgement in stands if judgement.id not in lost], now)
    return [judgement for judgement in stands if judgement.id in lost and not anew.decides(judgement)]


def found_no_more(store: Store, decisions: Decisions, judgement: Judgement) -> bool:
    """Of a changed decision: is it on a finding whose passages are what they were, but fit or
    contradict each other no more, as when a person judged two quotes to be different?
    """
    if judgement.kind is not JudgementKind.FINDING:
        return False
    (id_,) = decisions.subjects(judgement)[-1]
    past = store.past([id_]).get(id_)
    if not isinstance(past, PastFinding) or not store.present(past.anchors).issuperset(past.anchors):
        return False
    values = store.values(past.anchors).values()
    return not any(each.field == BOUNDS for value in values for each in value.corrected)


def _not_in_force(store: Store, stands: Iterable[Judgement], now: dict[str, tuple[str, ...]]) -> set[str]:
    present = store.present(id_ for subjects in now.values() for id_ in subjects)
    recorded = store.present(
        corrections.recorded_id(one) for one in stands if one.kind is JudgementKind.PASSAGE
    )
    lost = {one.id for one in stands if not present.issuperset(now[one.id])}
    for one in stands:
        if one.kind is JudgementKind.PASSAGE and corrections.recorded_id(one) not in recorded:
            lost.add(one.id)
    return lost | _not_laid_over(store, [one for one in stands if one.id not in lost], now)


def _not_laid_over(store: Store, stands: Iterable[Judgement], now: dict[str, tuple[str, ...]]) -> set[str]:
    """Corrections that a value does not have, though it is there."""
    made = [one for one in stands if one.kind is JudgementKind.CORRECTION]
    values: dict[str, Quote | Claim | Document] = {**store.values(now[one.id][0] for one in made)}
    for one in made:
        id_ = now[one.id][0]
        if id_ not in values:
            values[id_] = store.document(id_)
    fields = {id_: {each.field for each in value.corrected} for id_, value in values.items()}
    return {one.id for one in made if one.verdict not in fields[now[one.id][0]]}


class Anew:
    """Which changed decisions their reviewer has made again, on what stands in that place now."""

    def __init__(self, store: Store, stands: Iterable[Judgement], now: dict[str, tuple[str, ...]]) -> None:
        self._store = store
        self._now = now
        self._kept: dict[tuple[str, JudgementKind], list[Judgement]] = {}
        for judgement in stands:
            self._kept.setdefault((judgement.by, judgement.kind), []).append(judgement)

    def decides(self, changed: Judgement) -> bool:
        later = [
            one
            for one in self._kept.get((changed.by, changed.kind), ())
            if one.at >= changed.at and _same_question(one, changed)
        ]
        if not later:
            return False
        places = [self._in_place_of(id_) for id_ in changed.subjects]
        return any(all(any(id_ in place for id_ in self._now[one.id]) for place in places) for one in later)

    def _in_place_of(self, id_: str) -> set[str]:
        """The id, and those that stand where it stood."""
        past = self._store.past([id_]).get(id_)
        if isinstance(past, Quote | Claim):
            return {id_, *self._overlapping(past)}
        if isinstance(past, PastFinding):
            return {id_, *self._with_anchors(past)}
        return {id_}

    def _overlapping(self, past: Quote | Claim) -> set[str]:
        try:
            here = (
                self._store.quotes_of(past.document)
                if isinstance(past, Quote)
                else self._store.claims_of(past.document)
            )
        except UnknownId:
            return set()
        return {
            value.id
            for value in here
            if any(one.overlaps(two) for one in spans_of(past) for two in spans_of(value))
        }

    def _with_anchors(self, past: PastFinding) -> set[str]:
        places = [self._in_place_of(id_) for id_ in past.anchors]
        found = {f for id_ in places[0] for f in self._store.findings_on(id_) if f.check == past.check}
        return {one.id for one in found if all(any(id_ in place for id_ in one.anchors) for place in places)}


def _same_question(one: Judgement, other: Judgement) -> bool:
    match one.kind:
        case JudgementKind.CORRECTION:
            return one.verdict == other.verdict
        case JudgementKind.TAG | JudgementKind.FIGURES:
            return one.value == other.value
        case _:
            return True
