"""House checks of a newsroom, one class each: what a plug-in for OnRecord looks like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from claims.model import Claim, Evidence, Finding, FindingKind, Severity
from claims.ports import Citation, Reach


class OverBudget:
    """One document tells the budget of a thing, and a cost of the same thing that lies above it.

    A check is made without arguments and keeps nothing: what it may use is what it is given.
    """

    # The name of the entry point. Findings are stored under it, so it never changes.
    name = "over-budget"
    # Both figures stand in one document: the record then need not keep the keys.
    reach = Reach.DOCUMENT

    def keys(self, citation: Citation) -> Iterable[str]:
        """What a value must share with another to be compared; nothing for what is not our business."""
        claim = citation.value
        if not isinstance(claim, Claim) or claim.quantity is None or claim.dimension != "money":
            return []
        return [f"{citation.document.id}|{claim.unit}"]

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each cost that is above its budget, whatever the digits leave open."""
        budgets = [one for one in group if "budget" in one.sentence.casefold()][:20]
        costs = [one for one in group if "cost" in one.sentence.casefold()][:20]
        for budget, cost in product(budgets, costs):
            if _is_of_one_thing(budget, cost) and _is_above(cost.value, budget.value):
                yield _finding(budget, cost)


def _is_of_one_thing(budget: Citation, cost: Citation) -> bool:
    """Does the sentence of the budget name what the other says the cost of ("pier")?"""
    words = cost.value.counted.casefold().split()
    return bool(words) and words[-1] in budget.sentence.casefold()


def _is_above(cost: Claim, budget: Claim) -> bool:
    """Bounds are compared: "about $5 million" may be less, and so may a figure that was rounded."""
    low, high = cost.quantity.rounded().low, budget.quantity.rounded().high
    return low is not None and high is not None and low > high


def _finding(budget: Citation, cost: Citation) -> Finding:
    source = cost.document.source.name if cost.document.source else "A document"
    thing = cost.value.counted.split()[-1]
    return Finding(
        check=OverBudget.name,
        kind=FindingKind.POSSIBLE_CONFLICT,
        severity=Severity.LOW,
        # Two ids that make the finding what it is: a verdict on it is found by them after a rebuild.
        anchors=(budget.value.id, cost.value.id),
        sentence=f"{source} gives {cost.value.text} as the cost of the {thing}, above its budget of"
        f" {budget.value.text}.",
        why=(f"budget: “{budget.sentence}”", f"cost: “{cost.sentence}”"),
        evidence=(_evidence(budget), _evidence(cost)),
        explains=("the budget may have been raised since",),
    )


def _evidence(one: Citation) -> Evidence:
    claim = one.value
    return Evidence(one.document.id, claim.span, claim.text, claim=claim.id)
