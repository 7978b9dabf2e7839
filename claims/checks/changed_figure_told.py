"""What `changed-figure` says of two figures: that they do not fit, or that one source confirms another."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from claims.checks.amounts import plural, shown
from claims.checks.citing import begun, evidence_by_document, in_words, names_of_both
from claims.checks.clash import Clash, gap, is_later, is_plain, value_in_unit_of, value_of
from claims.checks.events import tie
from claims.checks.explaining import explanations, settlers
from claims.checks.independence import told_apart
from claims.checks.measure import relation
from claims.checks.measured import measure_of
from claims.checks.reckoning import figure, printed
from claims.model import Claim, Finding, FindingKind, Severity
from claims.ports import Citation

NAME = "changed-figure"


def conflict(found: Clash, cited: Sequence[Citation]) -> Finding:
    a, b = found.a, found.b
    left, right = names_of_both(a.document, b.document)
    later = ", later," if found.kind is FindingKind.UPDATE and is_later(b, a) else ""
    said = f"{left} says {in_words(a)}; {right}{later} says {in_words(b)}."
    said = f"On {event}, {said}" if (event := _untold_event(a, b)) else begun(said)
    steps = (*found.why, *_difference(a, b), *_when(a, b))
    return Finding(
        NAME, found.kind, found.severity, (a.value.id, b.value.id), said, steps,
        evidence_by_document((a, b, *cited)), explanations(a, b), settlers((a, b, *cited)),
    )  # fmt: skip


def _untold_event(a: Citation, b: Citation) -> str:
    """The event that two amounts are of, where nothing else tells what they are of ("$2.4 million")."""
    one, two = a.value, b.value
    assert isinstance(one, Claim)
    assert isinstance(two, Claim)
    are_bare = bool(one.unit) and in_words(a) == printed(one) and in_words(b) == printed(two)
    return one.event if are_bare and one.event == two.event else ""


def _difference(a: Citation, b: Citation) -> tuple[str, ...]:
    """What lies between the two; first the second in the unit of the first, where they have two."""
    first, second = value_of(a), value_in_unit_of(a, b)
    if first is None or second is None or not gap(a, b):
        return ()
    assert isinstance(a.value, Claim)
    assert isinstance(b.value, Claim)
    low, high = sorted((first, second))
    if a.value.unit == b.value.unit:
        return (f"{_digits(high)} − {_digits(low)} = {_digits(high - low)}",)
    return (f"{shown(b.value)} = {figure(second)} {plural(a.value.unit)}",)


def _digits(number: Fraction) -> str:
    return f"{number.numerator:,}" if number.denominator == 1 else f"{float(number):,.10g}"


def _when(a: Citation, b: Citation) -> tuple[str, ...]:
    dates = [str(c.document.published) for c in (a, b) if c.document.published]
    if len(dates) < 2:
        return ()
    return (f"both published {dates[0]}" if dates[0] == dates[1] else f"published {dates[0]} and {dates[1]}",)


def corroboration(a: Citation, b: Citation) -> Finding:
    left, right = names_of_both(a.document, b.document)
    one, two = in_words(a), in_words(b)
    said = f"{begun(left)} says {one}, and {right} says {two}: the two fit."
    if (
        value_of(a) == value_of(b)
        and measure_of(a).outcome == measure_of(b).outcome
        and is_plain(a)
        and is_plain(b)
    ):
        said = f"{begun(left)} and {right} both say {one}."
    return Finding(
        NAME, FindingKind.CORROBORATION, Severity.INFO, (a.value.id, b.value.id), said,
        (*_tied(a, b), *relation(a, b)[1], *told_apart(a, b)), evidence_by_document((a, b)),
    )  # fmt: skip


def _tied(a: Citation, b: Citation) -> tuple[str, ...]:
    """Why two figures are of one event, readable."""
    bound = tie(a, b)
    return (bound.why,) if bound else ()
