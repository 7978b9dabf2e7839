"""What there is to decide, in the order to look at it, and what was decided of findings."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from claims.decisions import Decisions
from claims.model import (
    Evidence,
    Finding,
    FindingKind,
    FindingStatus,
    JudgementKind,
    Outcome,
    Pair,
    Relation,
)
from claims.model.identity import content_id
from claims.ports import Citation
from claims.views import Assessed, Hit, Queue, ReviewItem, Which

if TYPE_CHECKING:
    from claims.store import Store

# What fits needs no decision: it is shown by `audit` and beside its claims.
_TO_DECIDE = (FindingKind.CONFLICT, FindingKind.POSSIBLE_CONFLICT, FindingKind.UPDATE)

_HEADINGS = {
    Relation.NEAR: "same words?",
    Relation.TRUNCATED: "shortened?",
    Relation.ELIDED: "words left out?",
    Relation.ALTERED: "words changed?",
    Relation.CHANGED_FIGURE: "figure changed?",
    Relation.NEGATED: "turned into its opposite?",
}

_VERDICTS_OF = (JudgementKind.FINDING, JudgementKind.QUOTES, JudgementKind.SPEAKERS)


def status_of(outcome: Outcome | None) -> FindingStatus:
    """A finding's status after what the reviewers decided."""
    if outcome is None:
        return FindingStatus.OPEN
    return FindingStatus(outcome.verdict) if outcome.verdict else FindingStatus.DISPUTED


def assess(findings: Iterable[Finding], decisions: Decisions, store: Store) -> list[Assessed]:
    """Findings with their status and the passages they rest on, in the order given."""
    findings = list(findings)
    outcomes = decisions.outcomes(JudgementKind.FINDING)
    cited = store.citations({_value_id(piece) for one in findings for piece in one.evidence})
    return [
        Assessed(
            finding,
            status_of(outcomes.get((finding.id,))),
            outcomes.get((finding.id,)),
            tuple(cited[_value_id(piece)] for piece in finding.evidence if _value_id(piece) in cited),
            tuple(decisions.on(finding.id)),
        )
        for finding in findings
    ]


def resting_on(findings: Iterable[Finding], hits: Iterable[Hit]) -> list[Finding]:
    """Those of which one passage at least is among some hits, in the order given."""
    hit = {one.id for one in hits}
    return [one for one in findings if not hit.isdisjoint(map(_value_id, one.evidence))]


def outcomes_of(decisions: Decisions, subjects: Iterable[tuple[str, ...]]) -> dict[tuple[str, ...], Outcome]:
    """What verdicts come to, by what they are about; without those that nobody decided."""
    found: dict[tuple[str, ...], Outcome] = {}
    for kind in _VERDICTS_OF:
        found |= decisions.outcomes(kind)
    return {each: found[each] for each in subjects if each in found}


def queue(store: Store, decisions: Decisions, by: str, *, order: str, which: Which, decided: bool) -> Queue:
    """Findings and pairs of quotes to decide.

    Args:
        order: "first", "newest" or "random", the same one every time for a reviewer.
        decided: also those of them that this reviewer decided, with their outcome.
    """
    mine = [j for j in decisions.standing() if j.by == by and j.kind in _VERDICTS_OF]
    own = {subjects for judgement in mine for subjects in decisions.subjects(judgement)}
    items = _items(store, decisions)
    done = [item for item in items if _is_done(item, own, which, by)]
    to_do = [item for item in items if _is_to_do(item, own, which)]
    count = len({judgement.subjects for judgement in mine}) if which is Which.OPEN else len(done)
    return Queue(tuple(_ordered([*to_do, *(done if decided else ())], order, by)), count)


def _is_to_do(item: ReviewItem, own: set[tuple[str, ...]], which: Which) -> bool:
    state = item.outcome.state if item.outcome else ""
    match which:
        case Which.OPEN:
            return not state
        case Which.SECOND:
            return state in ("agreed", "disputed") and item.subjects not in own
        case Which.DISPUTED:
            return state == "disputed"


def _is_done(item: ReviewItem, own: set[tuple[str, ...]], which: Which, by: str) -> bool:
    if item.outcome is None or item.subjects not in own:
        return False
    match which:
        case Which.OPEN:
            return True
        case Which.SECOND:
            return any(one.by != by for one in item.outcome.judgements)
        case Which.DISPUTED:
            return item.outcome.state == "settled" and by in item.outcome.by


def _items(store: Store, decisions: Decisions) -> list[ReviewItem]:
    to_decide = [finding for finding in store.findings() if finding.kind in _TO_DECIDE]
    items = [_finding_item(one) for one in assess(to_decide, decisions, store)]
    alone = decisions.quote_verdicts().alone
    pairs = [
        pair for pair in store.pairs() if pair.relation in _HEADINGS and alone.isdisjoint((pair.a, pair.b))
    ]
    cited = store.citations({id_ for pair in pairs for id_ in (pair.a, pair.b)})
    outcomes = decisions.outcomes(JudgementKind.QUOTES)
    items += [
        _pair_item(pair, (cited[pair.a], cited[pair.b]), outcomes.get((pair.a, pair.b)))
        for pair in pairs
        if pair.a in cited and pair.b in cited
    ]
    return items


def _finding_item(assessed: Assessed) -> ReviewItem:
    finding = assessed.finding
    return ReviewItem(
        (finding.id,),
        "finding",
        finding.check.replace("-", " "),
        finding.sentence,
        finding.why,
        ("real", "dismissed", "unsure"),
        assessed.citations,
        (finding.severity.rank, 0.0, finding.id),
        finding=finding,
        outcome=assessed.outcome,
    )


# Pairs come between findings of medium and of low severity: they are quick to
# decide and settle what the checks of wording rest on.
_PAIR_RANK = 1


def _pair_item(pair: Pair, sides: tuple[Citation, Citation], outcome: Outcome | None) -> ReviewItem:
    return ReviewItem(
        (pair.a, pair.b),
        "quotes",
        _HEADINGS[pair.relation],
        "Are these one statement?",
        pair.why,
        ("same", "different", "unsure"),
        sides,
        (_PAIR_RANK, 1 + pair.score, pair.a + pair.b),
        pair=pair,
        outcome=outcome,
    )


def _ordered(items: list[ReviewItem], order: str, by: str) -> list[ReviewItem]:
    if order == "random":
        # Another order for each reviewer, which a further look does not change.
        return sorted(items, key=lambda item: content_id("order", by, item.id))
    if order == "newest":
        return sorted(items, key=lambda item: (_newest(item), item.id), reverse=True)
    return sorted(items, key=lambda item: item.rank)


def _newest(item: ReviewItem) -> str:
    dates = [one.document.published for one in item.citations if one.document.published]
    return max((str(date) for date in dates), default="")


def _value_id(piece: Evidence) -> str:
    return piece.claim or piece.quote or ""
