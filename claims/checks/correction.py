"""A figure that one source has corrected and others still print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice

from claims.checks.citing import all_evidence, begun, in_words, names_of_both
from claims.checks.events import tie
from claims.checks.measure import relation
from claims.checks.measured import measure_key
from claims.model import Claim, Finding, FindingKind, Severity
from claims.model.quantities import written
from claims.ports import Citation, Reach
from claims.versions.notices import OWN, TAKEN_BACK, WRONG

# One of these stands in whatever the patterns find: most sentences are not searched.
_NEEDED = tuple("earlier previous original reported incorrect misstated wrongly erroneous mistaken".split())


def is_taken_back(citation: Citation) -> bool:
    """Does the sentence say that the figure was wrong ("an earlier version of this story said 64")?"""
    claim = citation.value
    if not isinstance(claim, Claim):
        return False
    found = _taken_back_at(citation.sentence)
    return found is not None and (claim.negated or found < claim.span.start - claim.sentence.start)


@lru_cache(maxsize=512)
def _taken_back_at(sentence: str) -> int | None:
    """Where a sentence begins to say that something was wrong."""
    low = sentence.casefold()
    if not any(word in low for word in _NEEDED):
        return None
    found = TAKEN_BACK.search(sentence) or (OWN.search(sentence) and WRONG.search(sentence))
    return found.start() if found else None


def is_denied(citation: Citation) -> bool:
    """Is the figure taken back, or denied ("not 64")? Then it is nobody's figure to compare."""
    claim = citation.value
    denied = isinstance(claim, Claim) and claim.negated and "not" in citation.sentence.casefold().split()
    return denied or is_taken_back(citation)


class StillPrinted:
    """Corrected figures that other documents carry."""

    name = "correction"
    reach = Reach.DOCUMENTS

    def keys(self, citation: Citation) -> Iterable[str]:
        """The measure and the figure: who still prints it prints the same."""
        claim = citation.value
        if not isinstance(claim, Claim) or claim.quantity is None or claim.quantity.value is None:
            return []
        measure = measure_key(citation)
        return [f"{measure}|{written(claim.quantity.value)}|{claim.unit}"] if measure else []

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each document that still prints what another took back."""
        taken_back = islice((citation for citation in group if is_taken_back(citation)), _MOST_TAKEN_BACK)
        printed = _by_document(group)
        for corrected in taken_back:
            for cited in printed:
                other = next((one for one in cited if _still_says(one, corrected)), None)
                if other is not None:
                    yield _finding(corrected, other)


# Passages of one key that take a figure back, and passages of one document that are
# asked whether they still print it: the first ones, where a text says it over and over.
_MOST_TAKEN_BACK, _MOST_PRINTED = 16, 4


def _by_document(group: Iterable[Citation]) -> list[list[Citation]]:
    """The first passages of each document that do not deny the figure, in order."""
    found: dict[str, list[Citation]] = {}
    for citation in group:
        cited = found.setdefault(citation.document.id, [])
        if len(cited) < _MOST_PRINTED and not is_denied(citation):
            cited.append(citation)
    return list(found.values())


def _still_says(other: Citation, corrected: Citation) -> bool:
    """The figure that was taken back, of the same event in another document, and not taken back there."""
    if other.document.id == corrected.document.id:
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
