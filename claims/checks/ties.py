"""What binds two figures to one event, and how far apart in time their documents are."""

from __future__ import annotations

from dataclasses import dataclass

from claims.model import Document

# Reports on one event appear within this many days of one another; later ones look back.
DAYS = 45
# A difference within this many days is one between two reports; later, an event that goes on has moved on.
FRESH = 10


@dataclass(frozen=True, slots=True)
class Tie:
    """What says that two figures are of one event.

    Attributes:
        sure: it leaves little doubt.
        named: the event has a name and both know it.
        why: the reason, readable.
        loose: it lets figures that fit confirm one another, and is too little for a conflict.
    """

    sure: bool
    named: bool
    why: str
    loose: bool = False


def days_apart(one: Document, two: Document) -> int | None:
    """The least days between two documents; None where one has no date."""
    if one.published is None or two.published is None:
        return None
    return max(
        (one.published.earliest - two.published.latest).days,
        (two.published.earliest - one.published.latest).days,
        0,
    )


def may_be_older(one: Document, two: Document) -> bool:
    """Does the later of two documents carry another's text, which may have been written long before?"""
    if one.published is None or two.published is None:
        return False
    later = two if two.published.earliest > one.published.latest else one
    return later.reprints is not None
