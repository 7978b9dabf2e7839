"""How a total and its list are told: the sentence, the sum step by step, what would explain it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.checks.citing import all_evidence, begun, in_words, publisher
from claims.checks.explaining import rounded, settlers
from claims.checks.framing import claim_of
from claims.checks.itemised import come_to
from claims.checks.reckoning import figure, printed, printed_alike, value_of
from claims.model import Finding, FindingKind, Severity
from claims.ports import Citation

NAME = "breakdown"
# Parts as printed in the reasons.
_MOST_SHOWN = 12


def finding(total: Citation, items: Sequence[Citation], kind: FindingKind, severity: Severity) -> Finding:
    claim, sum_ = claim_of(total), come_to(items)
    source, stated = begun(publisher(total.document)), _stated(total)
    fits = kind is FindingKind.CORROBORATION
    result = printed_alike(sum_, claim)
    words = f"{len(items)} items" if len(items) > 2 else "two parts"
    exactly = "it" if sum_ == value_of(claim) else f"{result}, which rounding or its words explain"
    said = (
        f"{source} gives a total of {stated}, and the {words} it gives add up to {exactly}."
        if fits
        else f"{source} gives a total of {stated}, but the {words} it gives add up to {result}."
    )
    by = sum_ - value_of(claim)
    why = (
        f"total stated: {stated}",
        f"{added_up(items)} = {result}",
        *(
            ()
            if not by
            else (f"{printed_alike(abs(by), claim)} {'more' if by > 0 else 'less'} than printed",)
        ),
    )
    cited = (total, *items)
    explains = (
        *rounded(cited),
        "an item may be counted twice" if by > 0 else "the list may leave an item out",
    )
    return Finding(
        NAME, kind, severity, (total.value.id, items[0].value.id), said, why, all_evidence(cited),
        () if fits else explains, () if fits else settlers(cited),
    )  # fmt: skip


def _stated(total: Citation) -> str:
    """The total with what it counts, where that stands right behind it."""
    claim, text = claim_of(total), total.document.text
    behind = " ".join(text[claim.span.end : claim.span.end + _BEHIND].casefold().split())
    is_told = claim.counted and " ".join(claim.counted.casefold().split()) in behind
    return in_words(total, clause=False) if is_told or not claim.unit else printed(claim)


_BEHIND = 60


def added_up(items: Sequence[Citation]) -> str:
    """The items as a sum in digits: "12 + 4 + 3"."""
    shown = [figure(value_of(claim_of(item))) for item in items[:_MOST_SHOWN]]
    left = len(items) - len(shown)
    return " + ".join((*shown, f"{left} more") if left else shown)
