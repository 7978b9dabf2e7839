"""A total against its parts elsewhere in the document: line by line, or place by place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import islice

from claims.checks.citing import all_evidence, begun, in_words, publisher
from claims.checks.explaining import rounded, settlers
from claims.checks.framing import claim_of
from claims.checks.itemised import Itemised, come_to, is_called_total, itemised
from claims.checks.measured import is_run_on, measure_of
from claims.checks.placed import Placed, placed
from claims.checks.reckoning import Range, figure, printed, printed_alike, value_of, wide
from claims.model import Claim, Comparator, Finding, FindingKind, Severity
from claims.ports import Citation, Reach

# What may be the total of one list that is looked at, and of an open list the items: the nearest ones.
_MOST_TOTALS, _MOST_SUMMED = 32, 256
# A list that comes to less than this share of a total, or by as much to more, is of something else.
_NEAR = Fraction(1, 4)
# "Nearly $173 million" and a list of 165 million may fit by chance.
_CLOSE = Fraction(3, 100)
# A total of so many digits that is met exactly is met by no chance.
_TELLING = 4
# Parts as printed in the reasons.
_MOST_SHOWN = 12


class Breakdown:
    """Totals that the items of a list below them do or do not come to."""

    name = "breakdown"
    reach = Reach.DOCUMENT

    def keys(self, citation: Citation) -> Iterable[str]:
        """The document: a total stands in another paragraph than its parts."""
        claim = citation.value
        is_figure = isinstance(claim, Claim) and claim.quantity is not None and not claim.negated
        return [citation.document.id] if is_figure else []

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding a list at most."""
        cited = [c for c in group if claim_of(c).quantity is not None and not is_run_on(claim_of(c))]
        cited.sort(key=lambda citation: claim_of(citation).span)
        totals = _Totals(cited)
        for one in itemised(cited):
            yield from _found(one, totals)
        for other in placed(cited):
            yield from _of_places(other, totals)


class _Totals:
    """The figures of a document that are called totals or may be one, by unit, in order of place."""

    def __init__(self, cited: Sequence[Citation]) -> None:
        self._called: dict[str, list[Citation]] = {}
        self._exact: dict[tuple[str, Fraction], Citation] = {}
        for citation in cited:
            claim = claim_of(citation)
            if is_called_total(citation):
                self._called.setdefault(claim.unit, []).append(citation)
            if claim.comparator is Comparator.EXACT:
                self._exact.setdefault((claim.unit, value_of(claim)), citation)

    def called(self, listed: Itemised) -> list[Citation]:
        """Those called so above a list that count what it counts, the nearest first."""
        first = claim_of(listed.items[0])
        same = self._called.get(first.unit, [])
        above = bisect_left(same, first.span.start, key=lambda citation: claim_of(citation).span.start)
        near = same[max(0, above - _MOST_TOTALS) : above]
        return [total for total in reversed(near) if _is_of_one_thing(total, listed)]

    def exactly(self, unit: str, value: Fraction) -> Citation | None:
        return self._exact.get((unit, value))


def _is_of_one_thing(total: Citation, listed: Itemised) -> bool:
    """Money may be told of each item otherwise; what is counted must be one thing."""
    if claim_of(total).dimension == "money":
        return True
    head = measure_of(total).head
    return bool(head) and all(measure_of(item).head == head for item in listed.items[:_MOST_TOTALS])


def _found(listed: Itemised, totals: _Totals) -> Iterator[Finding]:
    unit, sum_ = claim_of(listed.items[0]).unit, come_to(listed.items)
    exact, called = totals.exactly(unit, sum_), totals.called(listed)
    if exact and _is_among(exact, called):
        yield _finding(exact, listed.items, FindingKind.CORROBORATION, Severity.INFO)
        return
    if not called or not listed.is_bulleted:
        yield from _head_of(listed, totals, called)
        return
    total = called[0]
    if _holds(total, listed.items):
        yield _finding(total, listed.items, FindingKind.CORROBORATION, Severity.INFO)
    elif _is_clash(total, listed.items, totals):
        yield _finding(total, listed.items, FindingKind.CONFLICT, Severity.HIGH)


def _of_places(one: Placed, totals: _Totals) -> Iterator[Finding]:
    if come_to(one.parts) == value_of(claim_of(one.total)):
        yield _finding(one.total, one.parts, FindingKind.CORROBORATION, Severity.INFO)
    elif one.is_whole and _is_clash(one.total, one.parts, totals):
        yield _finding(one.total, one.parts, FindingKind.CONFLICT, Severity.MEDIUM)


def _head_of(listed: Itemised, totals: _Totals, called: Sequence[Citation]) -> Iterator[Finding]:
    """Where the list goes on to something else: do its first items come to a total exactly?"""
    sum_ = Fraction(0)
    for number, item in enumerate(islice(listed.items, _MOST_SUMMED), 1):
        sum_ += value_of(claim_of(item))
        total = totals.exactly(claim_of(item).unit, sum_) if number > 1 else None
        if total and _is_among(total, called) and _is_telling(total):
            yield _finding(total, listed.items[:number], FindingKind.CORROBORATION, Severity.INFO)
            return


def _is_among(citation: Citation, others: Sequence[Citation]) -> bool:
    return any(citation.value.id == other.value.id for other in others)


def _is_telling(citation: Citation) -> bool:
    digits = f"{value_of(claim_of(citation)).numerator}".rstrip("0")
    return len(digits) >= _TELLING


def _holds(total: Citation, items: Sequence[Citation]) -> bool:
    """Within rounding; where the total is only about right, near it all the same."""
    claim = claim_of(total)
    near = abs(come_to(items) - value_of(claim)) <= _CLOSE * value_of(claim)
    return _sum_of(items).meets(wide(claim)) and (claim.comparator is Comparator.EXACT or near)


def _sum_of(items: Sequence[Citation]) -> Range:
    ranges = [wide(claim_of(item)) for item in items]
    first, *rest = ranges
    for one in rest:
        first = first.plus(one)
    return first


def _is_clash(total: Citation, items: Sequence[Citation], totals: _Totals) -> bool:
    """Does nothing the document tells explain the difference?"""
    claim, sum_ = claim_of(total), come_to(items)
    if claim.comparator is not Comparator.EXACT or abs(sum_ - value_of(claim)) > _NEAR * value_of(claim):
        return False
    apart = abs(sum_ - value_of(claim))
    # One item that is told but not counted, or a figure elsewhere that is counted but not listed.
    return totals.exactly(claim.unit, apart) is None


def _finding(total: Citation, items: Sequence[Citation], kind: FindingKind, severity: Severity) -> Finding:
    claim, sum_ = claim_of(total), come_to(items)
    source, stated = begun(publisher(total.document)), _stated(total)
    fits = kind is FindingKind.CORROBORATION
    result = printed_alike(sum_, claim)
    words = f"{len(items)} items" if len(items) > 2 else "two parts"
    said = (
        f"{source} gives a total of {stated}, and the {words} it gives add up to it."
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
        Breakdown.name, kind, severity, (total.value.id, items[0].value.id), said, why, all_evidence(cited),
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
