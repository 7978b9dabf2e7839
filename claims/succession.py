"""Brings what became of an older version's quotes and claims in line with the text in its stead."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.model import AnchorState, Claim, Document, PastFinding, Quote
from claims.reattaching import attached, placed, spans_of
from claims.versions.anchoring import Alignment
from claims.versions.fates import aligned_texts, anchors

if TYPE_CHECKING:
    from claims.decisions import Decisions
    from claims.store import Store


def anchored_again(store: Store, decisions: Decisions, document: str) -> list[Quote | Claim]:
    """Find the values of every version that this document replaced, and its own if it was replaced; what
    people decided of them counts for what stands in their place.

    Returns:
        the values of those older versions, whose links must be made again: what a newer
        version stands for is compared with nothing any more.
    """
    touched: list[Quote | Claim] = []
    replaced = False
    for older, newer in store.successions(document):
        values, now = _values(store, older.id), _values(store, newer.id)
        found = anchors(values, older.text, now, newer.text)
        store.put_anchors(older.id, found)
        _attach(store, decisions, older, newer)
        replaced |= older.id == document
        touched += values if older.id != document else []
    if not replaced:
        _nothing_in_its_stead(store, decisions, document)
    return touched


def _nothing_in_its_stead(store: Store, decisions: Decisions, document: str) -> None:
    """It was withdrawn, say: its decisions count for its own values again, in whatever order that came."""
    store.put_anchors(document, [])
    if store.put_attachments([], dropped=store.ids_in(document)):
        decisions.forget_attachments()


def _values(store: Store, document: str) -> list[Quote | Claim]:
    return [*store.quotes_of(document), *store.claims_of(document)]


def _attach(store: Store, decisions: Decisions, older: Document, newer: Document) -> None:
    """By the rule for all decisions: spans overlap enough, and figures, names and negation are equal.

    Values are taken as extraction gave them: what a person hid, or gave other bounds, is
    the same passage still.
    """
    before, wanted = store.before_corrections(older.id), _wanted(store, decisions)
    if wanted.isdisjoint(before):
        return
    alignment = aligned_texts(older.text, newer.text)
    there = [placed(before[id_], alignment, newer.text) for id_ in before if id_ in wanted]
    found = attached([value for value in there if value], list(store.before_corrections(newer.id).values()))
    moved = {value.id for value in there if value and _has_moved(before[value.id], alignment)}
    told = [replace(one, why="moved") if one.old in moved else one for one in found]
    if store.put_attachments(told, dropped=before):
        decisions.forget_attachments()


def _has_moved(value: Quote | Claim, alignment: Alignment) -> bool:
    return alignment.anchor(spans_of(value)).state is AnchorState.MOVED


def _wanted(store: Store, decisions: Decisions) -> set[str]:
    """Ids that decisions are about, and those under a finding that was decided, here or elsewhere."""
    decided = {id_ for judgement in decisions.all() for id_ in judgement.subjects}
    past = [one for one in store.past(decided).values() if isinstance(one, PastFinding)]
    wanted = decided | {id_ for finding in (*store.anchors(decided), *past) for id_ in finding.anchors}
    return wanted | {one.new for one in store.attachments() if one.old in wanted}
