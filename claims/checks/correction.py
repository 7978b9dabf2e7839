"""A figure that one source has corrected and others still print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from claims.checks.citing import all_evidence, begun, in_words, names_of_both
from claims.checks.events import tie
from claims.checks.measure import relation
from claims.checks.measured import measure_of
from claims.model import Claim, Finding, FindingKind, Severity
from claims.model.quantities import written
from claims.ports import Citation
from claims.versions.notices import OWN, TAKEN_BACK, WRONG


def is_taken_back(citation: Citation) -> bool:
    """Does the sentence say that the figure was wrong ("an earlier version of this story said 64")?"""
    claim = citation.value
    if not isinstance(claim, Claim):
        return False
    sentence = citation.sentence
    found = TAKEN_BACK.search(sentence) or (OWN.search(sentence) and WRONG.search(sentence))
    if not found:
        return False
    return claim.negated or found.start() < claim.span.start - claim.sentence.start


def is_denied(citation: Citation) -> bool:
    """Is the figure taken back, or denied ("not 64")? Then it is nobody's figure to compare."""
    claim = citation.value
    denied = isinstance(claim, Claim) and claim.negated and "not" in citation.sentence.casefold().split()
    return denied or is_taken_back(citation)


class StillPrinted:
    """Corrected figures that other documents carry."""

    name = "correction"

    def keys(self, citation: Citation) -> Iterable[str]:
        """The measure and the figure: who still prints it prints the same."""
        claim = citation.value
        if not isinstance(claim, Claim) or claim.quantity is None or claim.quantity.value is None:
            return []
        measure = measure_of(citation).key
        return [f"{measure}|{written(claim.quantity.value)}|{claim.unit}"] if measure else []

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each document that still prints what another took back."""
        for corrected in (citation for citation in group if is_taken_back(citation)):
            seen: set[str] = set()
            for other in group:
                if other.document.id not in seen and _still_says(other, corrected):
                    seen.add(other.document.id)
                    yield _finding(corrected, other)


def _still_says(other: Citation, corrected: Citation) -> bool:
    """The figure that was taken back, of the same event in another document, and not taken back there."""
    if other.document.id == corrected.document.id or is_denied(other):
        return False
    return tie(other, corrected) is not None and relation(other, corrected)[0] != "different"


def _finding(corrected: Citation, other: Citation) -> Finding:
    left, right = names_of_both(corrected.document, other.document)
    figure = in_words(corrected, clause=False)
    sentence = f"{begun(left)} has taken back its figure of {figure}; {right} still prints it."
    bound = tie(other, corrected)
    sure = bound is not None and bound.sure
    why = (
        *([bound.why] if bound else []),
        f"{left}: “{' '.join(corrected.sentence.split())}”",
        f"{right}: “{' '.join(other.sentence.split())}”",
    )
    kind = FindingKind.CONFLICT if sure else FindingKind.POSSIBLE_CONFLICT
    return Finding(
        StillPrinted.name, kind, Severity.HIGH if sure else Severity.MEDIUM,
        (corrected.value.id, other.value.id), sentence, why, all_evidence((corrected, other)),
    )  # fmt: skip
