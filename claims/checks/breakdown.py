"""A total against its parts elsewhere in the document: line by line, or place by place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import islice

from claims.checks.coming_to import CLOSE, holds, is_clash, is_off_by_a_digit, is_rounding, is_telling
from claims.checks.endless import is_run_on
from claims.checks.figure_keys import of_document
from claims.checks.framing import claim_of
from claims.checks.itemised import Itemised, come_to, itemised
from claims.checks.placed import Placed, placed
from claims.checks.reckoning import value_of
from claims.checks.told_breakdown import NAME, finding
from claims.checks.totals import Totals, is_of_another_time
from claims.model import Finding, FindingKind, Severity
from claims.ports import Citation, Reach

# Items of an open list that are summed.
_MOST_SUMMED = 256
# A list that comes to less than this share of a total, or by as much to more, is of something else.
_NEAR = Fraction(1, 4)


class Breakdown:
    """Totals that the items of a list below them do or do not come to."""

    name = NAME
    reach = Reach.DOCUMENT

    def keys(self, citation: Citation) -> Iterable[str]:
        """The document: a total stands in another paragraph than its parts."""
        return of_document(citation)

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding a list at most."""
        cited = [c for c in group if claim_of(c).quantity is not None and not is_run_on(claim_of(c))]
        cited.sort(key=lambda citation: claim_of(citation).span)
        lists, by_place = [*itemised(cited)], [*placed(cited)]
        if not (lists or by_place):
            return
        totals = Totals(cited)
        found = [finding for one in lists for finding in _found(one, totals)]
        found += [finding for one in by_place for finding in _of_places(one, totals)]
        # A list may go on under another heading: a total that is met by some reading of it holds.
        met = {one.evidence[0].claim for one in found if one.kind is FindingKind.CORROBORATION}
        yield from (
            one for one in found if one.kind is FindingKind.CORROBORATION or one.evidence[0].claim not in met
        )


def _found(listed: Itemised, totals: Totals) -> Iterator[Finding]:
    called = totals.called(listed)
    exact = totals.exactly(claim_of(listed.items[0]).unit, come_to(listed.items))
    if exact and _is_among(exact, called):
        yield finding(exact, listed.items, FindingKind.CORROBORATION, Severity.INFO)
    elif not listed.is_bulleted:
        yield from _head_of(listed, totals, called)
    elif called:
        yield from _held_against(called[0], listed, totals)
    else:
        yield from _led(listed, totals)


def _held_against(total: Citation, listed: Itemised, totals: Totals) -> Iterator[Finding]:
    if holds(total, listed.items):
        yield finding(total, listed.items, FindingKind.CORROBORATION, Severity.INFO)
    elif is_of_another_time(total, listed.items) or not is_clash(total, listed.items, totals, _NEAR):
        return
    elif not is_rounding(total, listed.items):
        yield finding(total, listed.items, *_how_surely(total, listed, totals))
    elif is_off_by_a_digit(total, listed.items):
        yield finding(total, listed.items, FindingKind.POSSIBLE_CONFLICT, Severity.LOW)


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
    fitting = next((total for total in led if holds(total, listed.items)), None)
    if fitting:
        yield finding(fitting, listed.items, FindingKind.CORROBORATION, Severity.INFO)
        return
    sum_ = come_to(listed.items)
    nearest = min(led, key=lambda total: abs(value_of(claim_of(total)) - sum_), default=None)
    if (
        nearest
        and is_telling(nearest)
        and not is_of_another_time(nearest, listed.items)
        and is_clash(nearest, listed.items, totals, CLOSE)
    ):
        yield finding(nearest, listed.items, FindingKind.POSSIBLE_CONFLICT, Severity.LOW)


def _of_places(one: Placed, totals: Totals) -> Iterator[Finding]:
    if come_to(one.parts) == value_of(claim_of(one.total)):
        yield finding(one.total, one.parts, FindingKind.CORROBORATION, Severity.INFO)
    elif one.is_whole and is_clash(one.total, one.parts, totals, _NEAR):
        yield finding(one.total, one.parts, FindingKind.CONFLICT, Severity.MEDIUM)


def _head_of(listed: Itemised, totals: Totals, called: Sequence[Citation]) -> Iterator[Finding]:
    """Where the list goes on to something else: do its first items come to a total exactly?"""
    sum_ = Fraction(0)
    for number, item in enumerate(islice(listed.items, _MOST_SUMMED), 1):
        sum_ += value_of(claim_of(item))
        total = totals.exactly(claim_of(item).unit, sum_) if number > 1 else None
        if total and _is_among(total, called) and is_telling(total):
            yield finding(total, listed.items[:number], FindingKind.CORROBORATION, Severity.INFO)
            return


def _is_among(citation: Citation, others: Sequence[Citation]) -> bool:
    return any(citation.value.id == other.value.id for other in others)
