"""Derives a record again from its kept snapshots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims import corrections
from claims.decisions import Decisions
from claims.errors import InputError, UnknownId
from claims.following import Follower
from claims.intake import prepare
from claims.model import Judgement, JudgementKind, Problem
from claims.views import Rebuilt

if TYPE_CHECKING:
    from claims.store import Store


_STAGE = "rebuild"


def rebuild(store: Store, decisions: Decisions, follower: Follower) -> Rebuilt:
    """Read and extract every document again, then lay people's decisions over it.

    A document that cannot be read any more keeps the derived rows it has, and a
    Problem says so.
    """
    with store.together():
        store.clear_links()
        for stage in ("check ", _STAGE):
            store.drop_problems(stage)
        problems = [problem for id_ in store.document_ids() for problem in _again(store, id_)]
        store.put_problems(problems)
        for id_ in store.document_ids():
            follower.link_document(id_)
        follower.replay()
    counted = store.searched()
    return Rebuilt(
        counted.documents,
        counted.quotes,
        counted.claims,
        len(store.findings()),
        tuple(_lost(store, decisions)),
        tuple(problems),
    )


def _again(store: Store, id_: str) -> list[Problem]:
    try:
        prepared = prepare(store.material_of(id_))
    except (InputError, OSError) as error:
        return [Problem(_STAGE, f"its snapshot cannot be read: {error}", id_)]
    for one in prepared:
        if one.document is not None and one.document.id == id_:
            store.replace_derived(one.document, one.extraction, extractor=one.extractor)
            return []
    why = next((one.failure for one in prepared if one.failure), "its reader finds another document there")
    return [Problem(_STAGE, f"it keeps what was derived before: {why}", id_)]


def _lost(store: Store, decisions: Decisions) -> list[Judgement]:
    """Standing decisions whose passage is gone, or that no longer fit it."""
    return [judgement for judgement in decisions.standing() if _is_lost(store, judgement)]


def _is_lost(store: Store, judgement: Judgement) -> bool:
    try:
        kinds = {store.resolve(subject)[0] for subject in judgement.subjects}
        if judgement.kind is JudgementKind.PASSAGE:
            store.value(corrections.recorded_id(judgement))
    except UnknownId:
        return True
    if judgement.kind is not JudgementKind.CORRECTION:
        return False
    (subject,) = judgement.subjects
    value = store.document(subject) if kinds == {"document"} else store.value(subject)
    return judgement.verdict not in {each.field for each in value.corrected}
