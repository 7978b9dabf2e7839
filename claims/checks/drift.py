"""One number for two things, or one thing of two times: what drifts as an event is told again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from claims.checks.amounts import fit
from claims.checks.citing import begun, evidence_by_document, in_words, names_of_both
from claims.checks.clash import are_two, is_plain, value_of
from claims.checks.endless import is_run_on
from claims.checks.events import named_keys, spells, tie
from claims.checks.explained import other_period
from claims.checks.measured import Measure, measure_key, measure_of
from claims.model import Claim, Finding, FindingKind, Severity
from claims.ports import Citation, Reach

# Steps of one course: who has come so far as one need not have reached the next.
_COURSE = frozenset(("arrested", "charged", "convicted"))
# Smaller numbers come twice by chance, and so do round ones.
_LEAST = 100
# Passages of a group that are compared with each other.
_MOST_COMPARED = 12


class Drift:
    """Figures of one event with a name that keep their number and lose their meaning, or are of two times."""

    name = "drift"
    reach = Reach.DOCUMENTS

    def keys(self, citation: Citation) -> Iterable[str]:
        """The event's name with the number, and with what is measured."""
        claim = citation.value
        if not isinstance(claim, Claim) or is_run_on(claim) or not is_plain(citation):
            return []
        events = named_keys(citation)  # asked first: most figures are of none
        if not events:
            return []
        value, measure = value_of(citation), measure_key(citation)
        told = [f"={value}"] if value is not None and value >= _LEAST and value % 10 else []
        return [f"{key}|{event}" for key in (*told, measure) if key for event in events]

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """One finding for each two documents and reason."""
        told: set[tuple[str, ...]] = set()
        for spell in spells(group):
            for a, b in combinations(spell[:_MOST_COMPARED], 2):
                why = _drift(a, b)
                key = (*sorted((a.document.id, b.document.id)), why)
                if why and key not in told:
                    told.add(key)
                    yield _finding(a, b, why)


def _drift(a: Citation, b: Citation) -> str:
    bound = tie(a, b) if are_two(a, b) else None
    if bound is None or not bound.named:
        return ""
    one, two = measure_of(a), measure_of(b)
    if value_of(a) == value_of(b):
        return _other_thing(one, two)
    return _other_time(a, b, one, two)


def _other_thing(one: Measure, two: Measure) -> str:
    """Why one number stands for two things: a step of a course, or a unit that was lost."""
    if one.outcome != two.outcome and {one.outcome, two.outcome} <= _COURSE:
        return f"the number is of people {one.outcome} in one, of people {two.outcome} in the other"
    if one.dimension != two.dimension and "" in (one.dimension, two.dimension) and one.context & two.context:
        unit = one.dimension or two.dimension
        return f"the number has a unit of {unit} in one, and counts {one.head or two.head} in the other"
    return ""


def _other_time(a: Citation, b: Citation, one: Measure, two: Measure) -> str:
    """Why two numbers of one thing are of two times."""
    if not one.outcome or (one.outcome, one.head, one.kind) != (two.outcome, two.head, two.kind):
        return ""
    assert isinstance(a.value, Claim)
    assert isinstance(b.value, Claim)
    if fit(a.value, b.value)[0] != "conflict":
        return ""
    adds_up = "several events" in one.flags ^ two.flags
    return other_period(a, b) or ("one adds up a longer time or several events" if adds_up else "")


def _finding(a: Citation, b: Citation, why: str) -> Finding:
    left, right = names_of_both(a.document, b.document)
    said = f"{begun(left)} says {in_words(a)}; {right} says {in_words(b)}: {why}."
    bound = tie(a, b)
    return Finding(
        Drift.name, FindingKind.COMPATIBLE, Severity.LOW, (a.value.id, b.value.id), said,
        (bound.why if bound else "", f"{in_words(a)}, {in_words(b)}", why), evidence_by_document((a, b)),
    )  # fmt: skip
