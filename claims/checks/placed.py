"""A total and its parts at home and abroad, or of several places, anywhere in one document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from claims.checks.endless import is_run_on
from claims.checks.framing import claim_of, times_told
from claims.checks.measured import measure_of
from claims.checks.reckoning import value_of
from claims.model import Comparator, Population
from claims.model.identity import normalised
from claims.ports import Citation

# Words for everywhere but one's own country, and for everywhere.
_ABROAD = frozenset("overseas abroad elsewhere internationally outside foreign europe".split())
_EVERYWHERE = frozenset("worldwide globally nationwide world globe".split())
# Figures of one thing with a place each: more are a table.
_MOST_PARTS = 12
# A sum of small figures is met by chance.
_TELLING = 20
_APART = frozenset(("age", "denied", "label", "definite"))


@dataclass(frozen=True, slots=True)
class Placed:
    """A total and the figures of the same thing by place.

    Attributes:
        is_whole: the places are at home and abroad, so that nothing is left.
    """

    total: Citation
    parts: tuple[Citation, ...]
    is_whole: bool


def thing(citation: Citation) -> tuple[str, ...] | None:
    """What an exact count or amount is of; None where nothing tells, or it is no total and no part."""
    claim = claim_of(citation)
    if claim.comparator is not Comparator.EXACT or claim.dimension in ("money", "percent", "ratio", "time"):
        return None
    if is_run_on(claim) or claim.negated:
        return None
    measure = measure_of(citation)
    if not (measure.head or measure.outcome) or measure.own_flags & _APART:
        return None
    return (measure.head, measure.kind, measure.outcome, claim.unit)


def placed(cited: Sequence[Citation]) -> Iterator[Placed]:
    """At most one for each thing that a document counts, its total the one nearest to the sum."""
    for same in _by_thing(_beside_places(cited)).values():
        parts = parts_by_place(same)
        totals = [c for c in same if may_be_total(c)]
        if not 2 <= len(parts) <= _MOST_PARTS or not totals:
            continue
        sum_ = sum((value_of(claim_of(part)) for part in parts), Fraction(0))
        total = min(totals, key=lambda c: abs(value_of(claim_of(c)) - sum_))
        if value_of(claim_of(total)) >= _TELLING:
            yield Placed(total, tuple(parts), _is_whole(parts))


def may_be_total(citation: Citation) -> bool:
    """Is it of all places, and of no part?"""
    return not _place(citation) and claim_of(citation).population in (None, Population.ALL)


def _beside_places(cited: Sequence[Citation]) -> Iterator[Citation]:
    """Those of a unit, an event and a period in which two figures have a place: the others are no parts."""
    told: dict[tuple[str, ...], list[Citation]] = {}
    for citation in cited:
        claim = claim_of(citation)
        told.setdefault((claim.unit, claim.event, claim.period), []).append(citation)
    for same in told.values():
        if sum(bool(claim_of(citation).place) for citation in same) > 1:
            yield from same


def _by_thing(cited: Iterable[Citation]) -> Mapping[tuple[str, ...], list[Citation]]:
    """Exact counts and amounts by what they are of, event and period."""
    found: dict[tuple[str, ...], list[Citation]] = {}
    for citation in cited:
        told, claim = thing(citation), claim_of(citation)
        if told:
            found.setdefault((*told, claim.event, claim.period), []).append(citation)
    return found


def parts_by_place(same: Sequence[Citation]) -> list[Citation]:
    """One figure for each place; none at all where a place has two, or where all stand in one sentence."""
    by_place: dict[str, Citation] = {}
    for citation in same:
        place = _place(citation)
        if not place:
            continue
        before = by_place.setdefault(place, citation)
        if value_of(claim_of(before)) != value_of(claim_of(citation)):
            return []
    parts = list(by_place.values())
    return parts if len({claim_of(part).sentence for part in parts}) > 1 else []


def _place(citation: Citation) -> str:
    place = normalised(claim_of(citation).place)
    return "" if _EVERYWHERE & {*place.split()} else place


def _is_whole(parts: Sequence[Citation]) -> bool:
    abroad = [bool(_ABROAD & {*_place(part).split()}) for part in parts]
    times = {times_told(part.sentence) for part in parts}
    return len(parts) == 2 and sum(abroad) == 1 and len(times) == 1
