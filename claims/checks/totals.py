"""Which figures of a document may be the total of a list."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction

from claims.checks.framing import claim_of
from claims.checks.itemised import Itemised, is_called_total
from claims.checks.measured import measure_of
from claims.checks.reckoning import value_of
from claims.model import Comparator
from claims.ports import Citation

# Totals above a list that are looked at, the nearest ones, and items whose kind is.
_MOST = 32
# The headline and the first two paragraphs say what it is about.
_LEAD = re.compile(r"(?:\s*[^\n]+\n?){0,3}")


class Totals:
    """The figures of a document that are called totals or may be one, by unit, in order of place."""

    def __init__(self, cited: Sequence[Citation]) -> None:
        self._called: dict[str, list[Citation]] = {}
        self._exact: dict[tuple[str, Fraction], Citation] = {}
        self._counts: dict[tuple[int, Fraction], Citation] = {}
        self._leading: list[Citation] = []
        end = _end_of_lead(cited[0].document.text) if cited else 0
        for citation in cited:
            claim = claim_of(citation)
            if is_called_total(citation):
                self._called.setdefault(claim.unit, []).append(citation)
            if claim.comparator is Comparator.EXACT:
                self._exact.setdefault((claim.unit, value_of(claim)), citation)
                self._counts.setdefault((claim.sentence.start, value_of(claim)), citation)
            if claim.span.start < end and claim.dimension == "money" and len(self._leading) < _MOST:
                self._leading.append(citation)

    def called(self, listed: Itemised) -> list[Citation]:
        """Those called so above a list that count what it counts, the nearest first."""
        first = claim_of(listed.items[0])
        same = self._called.get(first.unit, [])
        above = bisect_left(same, first.span.start, key=lambda citation: claim_of(citation).span.start)
        near = same[max(0, above - _MOST) : above]
        return [total for total in reversed(near) if _is_of_one_thing(total, listed)]

    def leading(self, listed: Itemised) -> list[Citation]:
        """Amounts of money in the headline and the first lines above a list of money, as they stand."""
        first = claim_of(listed.items[0])
        return [
            one
            for one in self._leading
            if claim_of(one).unit == first.unit and claim_of(one).span.end < first.span.start
        ]

    def exactly(self, unit: str, value: Fraction) -> Citation | None:
        return self._exact.get((unit, value))

    def says_how_many(self, total: Citation, number: int) -> bool:
        """Does the total's sentence count so many: "a total of $9,000 for five towns"?"""
        counted = self._counts.get((claim_of(total).sentence.start, Fraction(number)))
        return counted is not None and not claim_of(counted).unit


def _is_of_one_thing(total: Citation, listed: Itemised) -> bool:
    """Money may be told of each item otherwise; what is counted must be one thing."""
    if claim_of(total).dimension == "money":
        return True
    head = measure_of(total).head
    return bool(head) and all(measure_of(item).head == head for item in listed.items[:_MOST])


def _end_of_lead(text: str) -> int:
    found = _LEAD.match(text[:_LONGEST_LEAD])
    return found.end() if found else 0


_LONGEST_LEAD = 3000


# A total of several years, or of what would be, above a list of what has come so far.
_STRETCH = re.compile(
    r"\b(?:since (?:19|20)\d\d|since (?:its|the) (?:start|beginning|founding)|so far|to date|until now|"
    r"(?:over|in|for|during|within|across) (?:the )?(?:next |past |last |coming )?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|several|\d{1,2}) years|"
    r"(?:this|last|next) (?:year|month|quarter|week)(?:['’]s)?|would|could|might|"
    r"(?:first|initial|latest|second|next) (?:payments?|phases?|rounds?|installments?|instalments?|awards?|"
    r"grants?|batch|year|share|steps?))\b",
    re.IGNORECASE,
)
# Characters above the first item in which a line may lead into the list.
_LEADING = 200


def is_of_another_time(total: Citation, items: Sequence[Citation]) -> bool:
    """Does the total's sentence, or what leads into the list, tell of another time than the other?"""
    first, sentence = claim_of(items[0]).span.start, claim_of(total).sentence
    lead = total.document.text[max(sentence.start, first - _LEADING) : first]
    lead = lead[: lead.rfind("\n") + 1]
    return bool(_STRETCH.search(total.sentence) or _STRETCH.search(lead))
