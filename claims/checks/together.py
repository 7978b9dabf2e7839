"""One cause, one finding: what several findings of one group come to for a person who reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from claims.model import Evidence, Finding

# Further findings that are told in a sentence each; the passages of all are evidence.
_MOST_TOLD = 8
# More explanations help nobody who has to begin somewhere.
_MOST_CLAUSES = 4


def together(found: Iterable[Finding]) -> Iterator[Finding]:
    """The gravest of some findings with one cause, with the passages of all, the gravest first; none of none.

    Its anchors are its own: a further, milder version of a statement leaves a verdict where it was, a
    graver one is a new finding, which nobody has judged.
    """
    ordered = sorted(found, key=lambda one: one.severity.rank)
    if not ordered:
        return
    gravest = ordered[0]
    others = _besides(gravest, ordered)
    passages = {_value(piece): piece for one in (gravest, *others) for piece in one.evidence}
    told = [f"besides: {sentence}" for sentence in dict.fromkeys(one.sentence for one in others)]
    left = len(told) - _MOST_TOLD
    more = [f"and {left:,} more versions"] if left > 1 else told[_MOST_TOLD:]
    yield replace(
        gravest,
        why=(*gravest.why, *told[:_MOST_TOLD], *more),
        evidence=tuple(passages.values()),
        explains=_clauses(one.explains for one in ordered),
        settles=_clauses(one.settles for one in ordered),
    )


def _besides(gravest: Finding, ordered: Sequence[Finding]) -> list[Finding]:
    """For each further version what it is found with, the gravest first.

    Of several the mildest that has a side of the gravest finding: what that finding tells is told.
    """
    sides = {_value(piece) for piece in gravest.evidence}
    chosen: dict[str, Finding] = {}
    for one in ordered:
        values = {_value(piece) for piece in one.evidence}
        for value in sorted(values - sides):
            if value not in chosen or values & sides:
                chosen[value] = one
    return sorted(chosen.values(), key=lambda one: one.severity.rank)


def linked_by_passage(found: Iterable[Finding]) -> list[list[Finding]]:
    """Findings in lists whose findings share a passage, directly or through others, in order."""
    lists: list[list[Finding]] = []
    values: list[set[str]] = []
    for one in found:
        mine, linked = {_value(piece) for piece in one.evidence}, [one]
        for at in [at for at, other in enumerate(values) if mine & other][::-1]:
            mine |= values.pop(at)
            linked = lists.pop(at) + linked
        lists.append(linked)
        values.append(mine)
    return lists


def _value(piece: Evidence) -> str:
    return piece.claim or piece.quote or ""


def _clauses(several: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clause for clauses in several for clause in clauses))[:_MOST_CLAUSES]
