"""What of a record belongs into a dossier of some passages and findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from claims.answering import pages_of
from claims.decisions import Decisions
from claims.dossiers.values import STEPS, Dossier, Enclosed, Link
from claims.judging import heads_of
from claims.keying import compared_by
from claims.matching.speakers import member_of
from claims.model import Claim, Judgement, Problem
from claims.ports import Citation
from claims.registry import CHECKS
from claims.store.waiting import Step
from claims.views import Assessed

if TYPE_CHECKING:
    from claims.store import Store


def gather(
    store: Store,
    decisions: Decisions,
    chosen: Mapping[str, str],
    values: Iterable[Citation],
    findings: Sequence[Assessed],
) -> Dossier:
    """The passages, the documents they stand in, and every decision: whole where it is about any of it."""
    cited = {one.value.id: one for one in values}
    for assessed in findings:
        cited |= {one.value.id: one for one in assessed.citations if one.value.id not in cited}
    documents = tuple(enclosed(store, id_) for id_ in _documents(cited.values(), findings))
    judgements = store.judgements()
    about = _subjects(documents, cited.values(), findings)
    return Dossier(
        chosen,
        documents,
        tuple(cited.values()),
        store.tags_of_all(cited),
        tuple(findings),
        {one.finding.id: tuple(made.id for made in one.judgements) for one in findings},
        tuple(_chain(decisions, judgements, about)),
        heads_of((one.by, one.hash, one.previous) for one in judgements),
        store.searched(),
        store.made_by(CHECKS) != compared_by(),
        sum(store.waiting(step) for step in Step),
        tuple(_unread(store)),
        store.snapshots.whole,
    )


def _documents(cited: Iterable[Citation], findings: Iterable[Assessed]) -> Iterable[str]:
    """Ids, each once, in the order in which they are met."""
    ids = dict.fromkeys(one.document.id for one in cited)
    return ids | dict.fromkeys(piece.document for found in findings for piece in found.finding.evidence)


def enclosed(store: Store, id_: str) -> Enclosed:
    """A document with all that tells where it came from. Raises UnknownId."""
    return Enclosed(
        store.document(id_),
        store.arrivals(id_),
        store.extractor_of(id_),
        store.is_withdrawn(id_),
        pages_of(store, id_),
        tuple(store.problems(id_)),
    )


def _unread(store: Store) -> Iterator[Problem]:
    return (one for one in store.problems() if not one.document)


def _subjects(
    documents: Iterable[Enclosed], cited: Iterable[Citation], findings: Iterable[Assessed]
) -> set[str]:
    """Ids of all that a decision may be about: values, their documents and speakers, findings."""
    found = {one.document.id for one in documents} | {one.finding.id for one in findings}
    for one in cited:
        value = one.value
        said = value.attributed_to if isinstance(value, Claim) else value.attribution
        found.add(value.id)
        if said:
            found.add(member_of(said).id)
    return found


def _chain(decisions: Decisions, judgements: Iterable[Judgement], about: set[str]) -> Iterator[Link]:
    stands = {one.id for one in decisions.standing()}
    told = set(about)
    for made in judgements:
        subjects = {id_ for each in decisions.subjects(made) for id_ in each}
        is_told = not told.isdisjoint(subjects)
        if is_told:
            # What takes a decision back, or puts it back, is about that decision.
            told.add(made.id)
        yield Link(
            made.id,
            made.by,
            made.hash,
            made.previous,
            made if is_told else None,
            made.id in stands or made.kind in STEPS,
        )
