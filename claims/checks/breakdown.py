"""A total against its parts elsewhere in the document: line by line, or place by place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import islice

from claims.checks.citing import all_evidence, begun, in_words, publisher
from claims.checks.explaining import rounded, settlers
from claims.checks.figure_keys import of_document
from claims.checks.framing import claim_of
from claims.checks.itemised import Itemised, come_to, itemised
from claims.checks.measured import is_run_on
from claims.checks.placed import Placed, placed
from claims.checks.reckoning import Range, figure, printed, printed_alike, value_of, wide
from claims.checks.totals import Totals, is_of_another_time
from claims.model import Comparator, Finding, FindingKind, Severity
from claims.ports import Citation, Reach

# Items of an open list that are summed.
_MOST_SUMMED = 256
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
        return of_document(citation)

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding a list at most."""
        cited = [c for c in group if claim_of(c).quantity is not None and not is_run_on(claim_of(c))]
        cited.sort(key=lambda citation: claim_of(citation).span)
        totals = Totals(cited)
        found = [finding for one in itemised(cited) for finding in _found(one, totals)]
        found += [finding for one in placed(cited) for finding in _of_places(one, totals)]
        # A list may go on under another heading: a total that is met by some reading of it holds.
        met = {one.evidence[0].claim for one in found if one.kind is FindingKind.CORROBORATION}
        yield from (
            one for one in found if one.kind is FindingKind.CORROBORATION or one.evidence[0].claim not in met
        )


def _found(listed: Itemised, totals: Totals) -> Iterator[Finding]:
    called = totals.called(listed)
    exact = totals.exactly(claim_of(listed.items[0]).unit, come_to(listed.items))
    if exact and _is_among(exact, called):
        yield _finding(exact, listed.items, FindingKind.CORROBORATION, Severity.INFO)
    elif not listed.is_bulleted:
        yield from _head_of(listed, totals, called)
    elif called:
        yield from _held_against(called[0], listed, totals)
    else:
        yield from _led(listed, totals)


def _held_against(total: Citation, listed: Itemised, totals: Totals) -> Iterator[Finding]:
    if _holds(total, listed.items):
        yield _finding(total, listed.items, FindingKind.CORROBORATION, Severity.INFO)
    elif _is_rounding(total, listed.items) or is_of_another_time(total, listed.items):
        return
    elif _is_clash(total, listed.items, totals, _NEAR):
        yield _finding(total, listed.items, *_how_surely(total, listed, totals))


def _how_surely(total: Citation, listed: Itemised, totals: Totals) -> tuple[FindingKind, Severity]:
    """Surely if the total's sentence says of how many, and so many are listed, or leads into the list."""
    if totals.says_how_many(total, len(listed.items)):
        return FindingKind.CONFLICT, Severity.HIGH
    if total.sentence.rstrip().endswith(":"):
        return FindingKind.CONFLICT, Severity.MEDIUM
    return FindingKind.POSSIBLE_CONFLICT, Severity.LOW


def _led(listed: Itemised, totals: Totals) -> Iterator[Finding]:
    """A list under a figure of the headline or the first lines, which nobody calls its total."""
    led = totals.leading(listed)
    fitting = next((total for total in led if _holds(total, listed.items)), None)
    if fitting:
        yield _finding(fitting, listed.items, FindingKind.CORROBORATION, Severity.INFO)
        return
    for total in led[-1:]:
        if (
            _is_telling(total)
            and not is_of_another_time(total, listed.items)
            and _is_clash(total, listed.items, totals, _CLOSE)
        ):
            yield _finding(total, listed.items, FindingKind.POSSIBLE_CONFLICT, Severity.LOW)


def _of_places(one: Placed, totals: Totals) -> Iterator[Finding]:
    if come_to(one.parts) == value_of(claim_of(one.total)):
        yield _finding(one.total, one.parts, FindingKind.CORROBORATION, Severity.INFO)
    elif one.is_whole and _is_clash(one.total, one.parts, totals, _NEAR):
        yield _finding(one.total, one.parts, FindingKind.CONFLICT, Severity.MEDIUM)


def _head_of(listed: Itemised, totals: Totals, called: Sequence[Citation]) -> Iterator[Finding]:
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
    """Within rounding and near: of single millions, "$10 million" and a list of 9 are told by nobody."""
    claim = claim_of(total)
    near = abs(come_to(items) - value_of(claim)) <= _CLOSE * value_of(claim)
    return near and _is_rounding(total, items)


def _is_rounding(total: Citation, items: Sequence[Citation]) -> bool:
    """May rounding explain the difference, be it large?"""
    return _sum_of(items).meets(wide(claim_of(total)))


def _sum_of(items: Sequence[Citation]) -> Range:
    ranges = [wide(claim_of(item)) for item in items]
    first, *rest = ranges
    for one in rest:
        first = first.plus(one)
    return first


def _is_clash(total: Citation, items: Sequence[Citation], totals: Totals, within: Fraction) -> bool:
    """Does nothing the document tells explain the difference?"""
    claim, sum_ = claim_of(total), come_to(items)
    if claim.comparator is not Comparator.EXACT or abs(sum_ - value_of(claim)) > within * value_of(claim):
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
