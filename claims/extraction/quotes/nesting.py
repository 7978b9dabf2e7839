"""Statements inside statements: which of them are on record of their own."""

from __future__ import annotations

from claims.extraction.quotes.draft import Statement
from claims.model import QuoteKind, SpeakerKind


def outermost(made: list[Statement]) -> list[Statement]:
    """The statements in order of place, without weak repetitions inside another.

    `Officials said Vega had called the wall "sound"` holds two statements: inside
    another one a statement counts only if a different named person or body makes it.
    """
    ordered = sorted(made, key=lambda one: (one.start, -one.end))
    kept: list[Statement] = []
    around: list[Statement] = []
    for one in ordered:
        around = [outer for outer in around if outer.end > one.start]
        holders = [outer for outer in around if outer.holds(one)]
        if holders and not all(_is_of_its_own(one, outer) for outer in holders):
            continue
        kept.append(one)
        around.append(one)
    return kept


def _is_of_its_own(inner: Statement, outer: Statement) -> bool:
    who, by = inner.attribution, outer.attribution
    if who is None or who.kind is SpeakerKind.GROUP or not who.name[:1].isupper():
        return False
    if by is not None and by.name == who.name:
        return False
    return inner.is_clause or inner.kind is not QuoteKind.INDIRECT
