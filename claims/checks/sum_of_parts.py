"""A stated total against the parts that one sentence lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import islice

from claims.checks.amounts import plain, shown, total
from claims.checks.citing import all_evidence, begun, in_words, publisher
from claims.checks.endless import is_run_on
from claims.checks.explaining import rounded, settlers
from claims.checks.figure_keys import of_document
from claims.checks.listed import Listed, claim_of, kind_of, lists
from claims.checks.measured import measure_of
from claims.model import Claim, Comparator, Finding, FindingKind, Population, Severity
from claims.ports import Citation, Reach

# A list that comes to less than this share of the total lists only some of it; one that comes to as much
# more is of something else: "166 in May, 139 in June".
_NEARLY_ALL = Fraction(4, 5)


class SumOfParts:
    """Totals that the parts listed in one sentence of the document do or do not come to."""

    name = "sum-of-parts"
    reach = Reach.DOCUMENT

    def keys(self, citation: Citation) -> Iterable[str]:
        """The document: a total may stand in another paragraph than its parts."""
        return of_document(citation)

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding a list: with the total nearest to its sum."""
        cited = [c for c in group if isinstance(c.value, Claim) and c.value.quantity is not None]
        totals: _Totals | None = None
        for listed in lists(cited):
            # Few documents hold a list at all.
            totals = totals or _Totals(cited)
            found = listed.total or totals.of(listed)
            if found is not None:
                yield from _judged(found, listed)


# ------------------------------------------------------------- finding the total

_SETS_APART = frozenset(("part", "others", "age", "denied", "label"))


# What may be totals of one thing that are looked at for one list, the first in the document.
_MOST_TOTALS = 64


class _Totals:
    """The claims of a document that may be totals, by what they count: looked up, since a document may
    hold thousands of figures and of lists.
    """

    def __init__(self, cited: Sequence[Citation]) -> None:
        self._by_thing: dict[tuple[str, str, str], list[Citation]] = {}
        for citation in cited:
            thing = _thing(citation)
            if thing is not None and _may_be_total(citation):
                self._by_thing.setdefault(thing, []).append(citation)

    def of(self, listed: Listed) -> Citation | None:
        """The claim elsewhere in the document that counts what the list's first part counts.

        Of several, the one nearest to the sum: a document that states two totals has
        at least one right.
        """
        thing, sentence = _thing(listed.parts[0]), claim_of(listed.parts[0]).sentence
        inside = {part.value.id for part in listed.parts}
        most, aim = max(map(_value, listed.parts)), _value_of_sum(listed)
        elsewhere = (
            c
            for c in (self._by_thing.get(thing, ()) if thing else ())
            if c.value.id not in inside and claim_of(c).sentence != sentence
        )
        fitting = [c for c in islice(elsewhere, _MOST_TOTALS) if _value(c) > most]
        return min(fitting, key=lambda c: (abs(_value(c) - aim), claim_of(c).span.start), default=None)


def _thing(citation: Citation) -> tuple[str, str, str] | None:
    """What is counted and in which unit; None if that is not told."""
    # Percentages of several places add up to nothing.
    if is_run_on(claim_of(citation)) or claim_of(citation).unit == "percent":
        return None
    measure = measure_of(citation)
    return (
        (measure.head, measure.outcome, claim_of(citation).unit) if measure.head or measure.outcome else None
    )


def _may_be_total(citation: Citation) -> bool:
    claim = claim_of(citation)
    return (
        claim.population in (None, Population.ALL)
        and claim.comparator in (Comparator.EXACT, Comparator.ABOUT)
        and not measure_of(citation).own_flags & _SETS_APART
    )


def _value(citation: Citation) -> Fraction:
    quantity = claim_of(citation).quantity
    return Fraction(quantity.value) if quantity and quantity.value is not None else Fraction(0)


def _value_of_sum(listed: Listed) -> Fraction:
    return sum((_value(part) for part in listed.parts), Fraction(0))


# ------------------------------------------------------------- the finding


def _judged(found: Citation, listed: Listed) -> Iterator[Finding]:
    quantities = [q for q in (claim_of(part).quantity for part in listed.parts) if q is not None]
    stated = claim_of(found).quantity
    assert stated is not None
    come_to = total(quantities)
    if stated.is_vague or any(quantity.is_vague for quantity in quantities):
        return
    if stated.meets(come_to):
        yield _finding(found, listed, FindingKind.CORROBORATION, Severity.INFO)
    elif _NEARLY_ALL * _value(found) <= _value_of_sum(listed) <= _value(found) / _NEARLY_ALL:
        above = _value_of_sum(listed) > _value(found)
        sure = above or listed.total is not None
        yield _finding(found, listed, FindingKind.CONFLICT, Severity.HIGH if sure else Severity.MEDIUM)


def _finding(found: Citation, listed: Listed, kind: FindingKind, severity: Severity) -> Finding:
    source = begun(publisher(found.document))
    quantities = [q for q in (claim_of(part).quantity for part in listed.parts) if q is not None]
    come_to = plain(total(quantities))
    stated = in_words(found, clause=False)
    fits = kind is FindingKind.CORROBORATION
    said = (
        f"{source} gives a total of {stated}, and the parts it lists add up to it."
        if fits
        else f"{source} gives a total of {stated}, but the parts it lists add up to {come_to}."
    )
    parts = " + ".join(plain(quantity) for quantity in quantities)
    listing = "; ".join(f"{shown(claim_of(part))} {kind_of(part)}".strip() for part in listed.parts)
    steps = (
        f"total stated: {stated}",
        f"parts listed: {listing}",
        f"{parts} = {come_to}",
        *_off(found, listed, fits),
    )
    anchors = (found.value.id, listed.parts[0].value.id)
    cited = (found, *listed.parts)
    return Finding(
        SumOfParts.name, kind, severity, anchors, said, steps, all_evidence(cited),
        () if fits else _explained(cited, listed), () if fits else settlers(cited),
    )  # fmt: skip


def _explained(cited: Sequence[Citation], listed: Listed) -> tuple[str, ...]:
    above = _value_of_sum(listed) > _value(cited[0])
    return (*rounded(cited), "a part may be counted twice" if above else "the list may leave a part out")


def _off(found: Citation, listed: Listed, fits: bool) -> tuple[str, ...]:
    if fits:
        return ()
    by = _value_of_sum(listed) - _value(found)
    amount = f"{abs(by).numerator:,}" if by.denominator == 1 else f"{float(abs(by)):,.10g}"
    return (f"{amount} {'more' if by > 0 else 'fewer'} than the total",)
