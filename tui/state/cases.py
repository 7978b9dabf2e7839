"""Things to decide made from what the lists show, in the shape of the review queue."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest
from typing import TYPE_CHECKING

from claims.model import FindingKind, Pair, Relation
from claims.ports import Citation
from claims.views import Assessed, ReviewItem, Utterance, Version
from tui.state.printings import primary_words
from tui.state.words import RELATIONS, finding_words

if TYPE_CHECKING:
    from claims import Ledger

FINDING_VERDICTS = ("real", "dismissed", "unsure")
PAIR_VERDICTS = ("same", "different", "unsure")

# Of an utterance that was printed a thousand times.
MOST_CASES = 500
_SAME = {Relation.IDENTICAL: 2, Relation.NEAR: 1}


def case_of_finding(assessed: Assessed) -> ReviewItem:
    """A finding of the list, as something to decide."""
    finding = assessed.finding
    return ReviewItem(
        subjects=(finding.id,),
        kind="finding",
        heading=finding_words(finding),
        sentence=finding.sentence,
        why=finding.why,
        verdicts=FINDING_VERDICTS,
        citations=assessed.citations,
        rank=(finding.severity.rank, 0.0, finding.id),
        finding=finding,
        outcome=assessed.outcome,
    )


_FITS = (FindingKind.CORROBORATION, FindingKind.COMPATIBLE)


def fitting(ledger: Ledger, ids: Iterable[str]) -> list[ReviewItem]:
    """What was found to fit with some quotes and claims, each once."""
    found = {one.finding.id: one for id_ in ids for one in ledger.show(id_).findings}
    return [case_of_finding(one) for one in found.values() if one.finding.kind in _FITS]


def cases_of_utterance(utterance: Utterance) -> list[ReviewItem]:
    """The scored pairs of a cluster whose two passages are there, those that differ first."""
    citations = {version.quote.id: version.citation for version in utterance.versions}
    there = (pair for pair in utterance.cluster.pairs if pair.a in citations and pair.b in citations)
    # What differs comes before what is the same; nobody goes through more.
    telling = nsmallest(MOST_CASES, there, key=lambda pair: (_SAME.get(pair.relation, 0), pair.a, pair.b))
    first = utterance.versions[0]
    return [_case_of_pair(pair, (citations[pair.a], citations[pair.b]), first) for pair in telling]


def _case_of_pair(pair: Pair, citations: tuple[Citation, Citation], first: Version) -> ReviewItem:
    primary = (f"{_where(first)}: {primary_words(first)}",) if first.quote.id in (pair.a, pair.b) else ()
    return ReviewItem(
        subjects=(pair.a, pair.b),
        kind="quotes",
        heading=RELATIONS[pair.relation],
        sentence="Are these one statement?",
        why=(*pair.why, *primary),
        verdicts=PAIR_VERDICTS,
        citations=citations,
        rank=(2, -pair.score, pair.a + pair.b),
        pair=pair,
    )


def _where(version: Version) -> str:
    document = version.citation.document
    return document.source.name if document.source else document.location


def verdict_keys(item: ReviewItem) -> dict[str, str]:
    """The words of the decision keys for this kind of item."""
    told = {"maybe": "maybe", "open.side": "read", "last": "go back"}
    if item.kind == "finding":
        return {"accept": "real", "reject": "dismiss", **told}
    return {"accept": "same", "reject": "different", **told}


def shown_words(item: ReviewItem) -> str:
    """The words that are on screen when it is decided, kept with the decision."""
    # A sentence that holds seven of the figures was on screen once.
    passages = " | ".join(dict.fromkeys(citation.sentence for citation in item.citations))
    return f"{item.sentence} | {passages}"
