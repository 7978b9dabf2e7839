"""Versions of a page, and what became of its quotes and claims."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.model.spans import Span


@dataclass(frozen=True, slots=True)
class PageVersion:
    """A document that replaced another one at its place, or was replaced. Derived from arrivals.

    Attributes:
        work: id of the document that came first of all that hang together.
        number: 1 for the oldest, in the order in which each text was last seen.
        previous: the document that stood at the place before, or "".
        newer: the document that stands in its stead, or "" if it stands itself.
    """

    document: str
    work: str
    number: int
    previous: str = ""
    newer: str = ""


class AnchorState(StrEnum):
    """What became of a passage in the newer text."""

    SAME = "same"
    MOVED = "moved"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What became of a quote or claim of an older version.

    Attributes:
        value: id of the older quote or claim.
        document: id of the older document.
        newer: id of the value of the newer version that stands for it, or "".
        spans: where the words stand in the newer text as they read now; empty if gone.
    """

    value: str
    document: str
    state: AnchorState
    newer: str = ""
    spans: tuple[Span, ...] = ()
