"""What was decided, the latest first, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.changed import changed, found_no_more
from claims.decisions import Decisions
from claims.errors import UnknownId
from claims.model import Claim, Judgement, PastFinding, Quote
from claims.views import HistoryLine

if TYPE_CHECKING:
    from claims.store import Store


def history(
    store: Store,
    decisions: Decisions,
    *,
    subject: str = "",
    by: str = "",
    limit: int | None = None,
    only_changed: bool = False,
) -> list[HistoryLine]:
    id_ = store.resolve(subject)[1] if subject else ""
    stands = {judgement.id for judgement in decisions.standing()}
    lost = {judgement.id for judgement in changed(store, decisions)}
    found = [
        judgement
        for judgement in reversed(decisions.all())
        if (not id_ or any(id_ in subjects for subjects in decisions.subjects(judgement)))
        and (not by or judgement.by == by)
        and (not only_changed or judgement.id in lost)
    ]
    return [
        HistoryLine(
            judgement,
            _in_words(store, judgement),
            judgement.id in stands,
            tuple(decisions.steps(judgement)),
            judgement.id in lost,
            judgement.id in lost and found_no_more(store, decisions, judgement),
        )
        for judgement in found[:limit]
    ]


def _in_words(store: Store, judgement: Judgement) -> str:
    """What a judgement is about: the words on screen then, else what its subject says now."""
    if judgement.shown:
        return judgement.shown
    try:
        kind, id_ = store.resolve(judgement.subjects[0])
    except UnknownId:
        return judgement.subjects[0]
    if not store.present([id_]):
        return _past_words(store, id_)
    match kind:
        case "document":
            return store.document(id_).title or id_
        case "quote" | "claim":
            return store.value(id_).text
        case "finding":
            return store.finding(id_).sentence
        case "judgement":
            return _in_words(store, store.judgement(id_))
        case _:
            return id_


def _past_words(store: Store, id_: str) -> str:
    """What was there when it was decided on."""
    match store.past([id_]).get(id_):
        case Quote() | Claim() as value:
            return value.text
        case PastFinding() as finding:
            known = {**store.past(finding.anchors), **store.values(finding.anchors)}
            texts = (value.text for value in known.values() if isinstance(value, Quote | Claim))
            return " / ".join(dict.fromkeys(texts)) or id_
        case _:
            return id_
