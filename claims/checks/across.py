"""The total of one document against the parts that another gives of the same event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import islice

from claims.checks.citing import all_evidence, begun, in_words, names_of_both
from claims.checks.clash import are_two, is_later
from claims.checks.events import event_keys, spells, tie
from claims.checks.explaining import explanations, settlers
from claims.checks.framing import claim_of
from claims.checks.independence import are_independent
from claims.checks.itemised import come_to
from claims.checks.listed import lists
from claims.checks.placed import may_be_total, parts_by_place, thing
from claims.checks.reckoning import figure, value_of
from claims.checks.told_breakdown import added_up
from claims.model import Claim, Finding, FindingKind, Severity
from claims.ports import Citation, Reach

# Lists, and totals of other documents, that are looked at in one group: the first in time.
_MOST_LISTS, _MOST_TOTALS = 16, 16
# A list that comes to less than this share of the total lists only some of it.
_NEARLY_ALL = Fraction(4, 5)
# Small figures add up to one another by chance.
_TELLING = 20


class SumAcross:
    """Totals that the parts of another document do or do not come to."""

    name = "sum-across"
    reach = Reach.DOCUMENTS

    def keys(self, citation: Citation) -> Iterable[str]:
        """What is counted, with the event's name or each two of the names that lead the document."""
        claim = citation.value
        if not isinstance(claim, Claim) or claim.quantity is None or not claim.role:
            return []
        told = thing(citation)
        return [f"{'|'.join(told)}|{event}" for event in event_keys(citation)] if told else []

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each list and total of two documents."""
        for spell in spells(group):
            by_document: dict[str, list[Citation]] = {}
            for citation in spell:
                by_document.setdefault(citation.document.id, []).append(citation)
            totals = [total for cited in by_document.values() if (total := _total(cited))]
            listed = (parts for cited in by_document.values() if (parts := _parts(cited)))
            for parts in islice(listed, _MOST_LISTS):
                yield from _beside(parts, totals[:_MOST_TOTALS])


def _total(cited: Sequence[Citation]) -> Citation | None:
    """The largest figure of a document that is of no place and no part."""
    totals = [one for one in cited if may_be_total(one) and value_of(claim_of(one)) >= _TELLING]
    return max(totals, key=lambda one: value_of(claim_of(one)), default=None)


def _parts(cited: Sequence[Citation]) -> tuple[Citation, ...]:
    """The longest list of a document, of one sentence or by place; () where it states a total itself."""
    found = [one.parts for one in lists(cited) if one.total is None] or [tuple(parts_by_place(cited))]
    longest = max(found, key=len)
    inside = {part.value.id for part in longest}
    largest = max((value_of(claim_of(part)) for part in longest), default=Fraction(0))
    own = any(
        may_be_total(one) and one.value.id not in inside and value_of(claim_of(one)) > largest
        for one in cited
    )
    return () if own or len(longest) < 2 else longest


def _beside(parts: Sequence[Citation], totals: Sequence[Citation]) -> Iterator[Finding]:
    sum_ = come_to(parts)
    for total in totals:
        bound = tie(total, parts[0]) if are_two(total, parts[0]) else None
        if bound is None or not (bound.named or bound.sure):
            continue
        stated = value_of(claim_of(total))
        if sum_ == stated and are_independent(total.document, parts[0].document):
            yield _finding(total, parts, bound.why, FindingKind.CORROBORATION, Severity.INFO)
        elif (
            sum_ != stated
            and len(parts) > 2
            and sum_ >= _NEARLY_ALL * stated
            and sum_ * _NEARLY_ALL <= stated
        ):
            yield _unlike(total, parts, bound.why)


def _unlike(total: Citation, parts: Sequence[Citation], tied: str) -> Finding:
    """Parts that come to more than a total of the same day are graver than a list that leaves some out."""
    is_update = is_later(total, parts[0]) or is_later(parts[0], total)
    is_above = come_to(parts) > value_of(claim_of(total))
    kind = FindingKind.UPDATE if is_update else FindingKind.POSSIBLE_CONFLICT
    severity = Severity.MEDIUM if is_above and not is_update else Severity.LOW
    return _finding(total, parts, tied, kind, severity)


def _finding(
    total: Citation, parts: Sequence[Citation], tied: str, kind: FindingKind, severity: Severity
) -> Finding:
    left, right = names_of_both(total.document, parts[0].document)
    stated, result = in_words(total, clause=False), figure(come_to(parts))
    fits = kind is FindingKind.CORROBORATION
    said = (
        f"{begun(left)} gives a total of {stated}, and the parts that {right} gives add up to it."
        if fits
        else f"{begun(left)} gives a total of {stated}; the parts that {right} gives add up to {result}."
    )
    why = (tied, f"total of {left}: {stated}", f"parts of {right}: {added_up(parts)} = {result}")
    pair = (total, parts[0])
    explains = ("the list may leave a part out", *explanations(*pair))
    return Finding(
        SumAcross.name, kind, severity, (total.value.id, parts[0].value.id), said, why,
        all_evidence((total, *parts)),
        () if fits else explains, () if fits else settlers(pair),
    )  # fmt: skip
