"""Where in the original a passage stands: a page of print, a time of a recording."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.model.spans import Span


class LocatorKind(StrEnum):
    """What an original is counted in."""

    PAGE = "page"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Locator:
    """From `start` in `Document.text`, and up to the next locator, the text is that of one page or time.

    Attributes:
        label: as people look it up: "3" of pages (counted from the first of the file), "00:12:31" of times.
    """

    start: int
    kind: LocatorKind
    label: str

    def __post_init__(self) -> None:
        if self.start < 0 or not self.label:
            raise ValueError("a locator has a place in the text and a label")


def located(locators: Sequence[Locator], span: Span) -> str:
    """ "page 3", "pages 3–4" or "at 00:12:31": where a passage begins, and of pages where it ends; "" if
    nothing tells it.

    Args:
        locators: all of a document, in order.
    """
    first = _at(locators, span.start)
    if first is None:
        return ""
    if first.kind is LocatorKind.TIME:
        return f"at {first.label}"
    last = _at(locators, span.end - 1)
    if last is None or last.label == first.label:
        return f"page {first.label}"
    return f"pages {first.label}–{last.label}"


def _at(locators: Sequence[Locator], place: int) -> Locator | None:
    before = bisect_right(locators, place, key=lambda one: one.start)
    return locators[before - 1] if before else None
