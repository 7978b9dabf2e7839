"""A printed figure beside what the other figures of its sentence come to: a finding, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from claims.checks.citing import all_evidence, begun, publisher
from claims.checks.explaining import rounded, settlers
from claims.checks.framing import claim_of
from claims.checks.reckoning import Range, Reader, judged, printed, printed_alike, value_of
from claims.checks.unsaid import is_unsaid
from claims.model import Claim, Finding, FindingKind, Severity
from claims.ports import Citation


@dataclass(frozen=True, slots=True)
class Derived:
    """How one printed figure follows from others.

    Attributes:
        stated: the figure that follows.
        parts: those that it follows from, in the order of the arithmetic.
        formula: the arithmetic; the reader says how wide each figure is taken.
        told: what was reckoned, as a clause before its result: "45 of 60 members is".
        sum: the arithmetic in digits, without its result: "45 / 60".
        others: other ways to reckon, each with what it means; one that fits makes no finding.
        explains: what would make both right.
        is_open: the words leave room for a difference; only what fits is told.
    """

    stated: Citation
    parts: tuple[Citation, ...]
    formula: Callable[[Reader], Range]
    told: str
    sum: str
    others: tuple[tuple[Callable[[Reader], Range], str], ...] = ()
    explains: tuple[str, ...] = ()
    is_open: bool = False


def derived_findings(check: str, made: Iterable[Derived]) -> Iterator[Finding]:
    """What each comes to: at most one finding for a printed figure."""
    seen: set[str] = set()
    for one in made:
        if one.stated.value.id not in seen and (found := _judged(check, one)):
            seen.add(one.stated.value.id)
            yield found


def _judged(check: str, one: Derived) -> Finding | None:
    stated = claim_of(one.stated)
    verdict = None if is_unsaid(one.stated) else judged(stated, one.formula)
    if verdict is None or (one.is_open and verdict[0] is not FindingKind.CORROBORATION):
        return None
    kind, severity = verdict
    explains: tuple[str, ...] = ()
    if kind is not FindingKind.CORROBORATION:
        fitting = [why for formula, why in one.others if _fits(stated, formula)]
        if fitting:
            return None
        explains = (*rounded((one.stated, *one.parts)), *one.explains)
    return _finding(check, one, kind, severity, explains)


def _fits(stated: Claim, formula: Callable[[Reader], Range]) -> bool:
    found = judged(stated, formula)
    return found is not None and found[0] is FindingKind.CORROBORATION


def _finding(
    check: str, one: Derived, kind: FindingKind, severity: Severity, explains: tuple[str, ...]
) -> Finding:
    stated = claim_of(one.stated)
    result = printed_alike(one.formula(_nominal).low, stated)
    source, fits = begun(publisher(one.stated.document)), kind is FindingKind.CORROBORATION
    words = f"“{_ratio(one.stated)}”" if stated.dimension == "ratio" else counting(stated)
    said = (
        f"{source} says {words}; {one.told} {result}, which fits."
        if fits
        else f"{source} says {words}, but {one.told} {result}."
    )
    why = (
        f"figures printed: {'; '.join(printed(claim_of(cited)) for cited in one.parts)}",
        f"{one.sum} = {result}",
        f"printed: {_ratio(one.stated) if stated.dimension == 'ratio' else printed(stated)}",
    )
    cited = (one.stated, *one.parts)
    anchors = (one.stated.value.id, one.parts[0].value.id)
    return Finding(
        check, kind, severity, anchors, said, why, all_evidence(cited), explains,
        () if fits else settlers(cited),
    )  # fmt: skip


def _ratio(citation: Citation) -> str:
    """A ratio with what makes it one: "30-fold"."""
    claim = claim_of(citation)
    after = citation.sentence[claim.span.end - claim.sentence.start :]
    found = _FOLD.match(after)
    return printed(claim) + (found.group() if found else "")


_FOLD = re.compile(r"[ -]?fold\b")


def counting(claim: Claim) -> str:
    """A figure with what is counted, where that takes few words: "60 members"."""
    is_short = bool(claim.counted) and len(claim.counted.split()) <= _FEW_WORDS and not claim.unit
    return f"{printed(claim)} {claim.counted}" if is_short else printed(claim)


_FEW_WORDS = 3


def _nominal(claim: Claim) -> Range:
    """A figure as printed, whatever words bound it."""
    value: Fraction = value_of(claim)
    return Range(value, value)
