"""The series of a topic: what the text index finds, what counts the same, what people decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.decisions import Decisions
from claims.judging import outcome
from claims.model import Claim, Judgement, JudgementKind, Quote
from claims.ports import Citation
from claims.series.key import key_of
from claims.series.rows import compared, in_order, row
from claims.series.topic import Topic
from claims.series.values import RowState, Series, SeriesRow

if TYPE_CHECKING:
    from claims.store import Store
    from claims.store.counted import Told

# Claims that are looked at, the newest, and those of them whose sentences are read: what a record of a
# million claims has of one common word is told in a second or two.
_LOOKED_AT, _READ = 50_000, 5_000
# Shown though its words may not find it.
_KEPT = (RowState.ADDED, RowState.DISPUTED)


def gather(store: Store, decisions: Decisions, written: str) -> Series:
    """Every claim that counts what a topic names.

    Raises:
        BadValue: there is no word in the topic.
    """
    topic = Topic.of(written)
    told = _told(store, topic)
    fitting = [one.id for one in told if topic.may_count(*one[1:])]
    cited = store.citations(fitting[:_READ])
    found = {id_: one for id_, one in cited.items() if topic.counts(one)}
    states = _states(decisions, written)
    added = store.citations(id_ for id_, state in states.items() if state in _KEPT)
    rows = _rows(store, {**added, **found}, states)
    return Series(
        topic=written.strip(),
        rows=tuple(compared(in_order(one for one in rows if one.state is not RowState.DROPPED))),
        dropped=tuple(in_order(one for one in rows if one.state is RowState.DROPPED)),
        is_whole=len(told) < _LOOKED_AT and len(fitting) <= _READ,
        searched=store.searched(),
    )


def _told(store: Store, topic: Topic) -> list[Told]:
    if topic.searched_units:
        return store.claims_of_unit(sorted(topic.searched_units), _LOOKED_AT)
    return store.claims_told(topic.spellings, _LOOKED_AT)


def _rows(store: Store, cited: dict[str, Citation], states: dict[str, RowState]) -> list[SeriesRow]:
    claims = [one.value for one in cited.values() if isinstance(one.value, Claim)]
    inside = store.values({claim.quote for claim in claims if claim.quote})
    quotes = {id_: value for id_, value in inside.items() if isinstance(value, Quote)}
    return [
        row(one, quotes, states.get(id_, RowState.FOUND))
        for id_, one in cited.items()
        if isinstance(one.value, Claim)
    ]


def _states(decisions: Decisions, written: str) -> dict[str, RowState]:
    """What people decided of claims for this topic, or that they disagree."""
    on: dict[str, list[Judgement]] = {}
    key = key_of(written)
    for judgement in decisions.standing():
        if judgement.kind is JudgementKind.FIGURES and key_of(judgement.value) == key:
            for (id_,) in decisions.subjects(judgement):
                on.setdefault(id_, []).append(judgement)
    results = {id_: outcome(judgements) for id_, judgements in on.items()}
    return {id_: RowState(result.verdict or result.state) for id_, result in results.items() if result}
