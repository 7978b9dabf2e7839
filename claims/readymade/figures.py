"""Figures in the kept text of ready-made quotes, some documents at a time, as a worker process reads them.

A worker imports this module anew: what needs the database is elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claims.intake import prepare
from claims.keying import keyed, within
from claims.model import Claim, PartialDate, Problem, Quote
from claims.ports import Citation, Material
from claims.store.finished import Figured, figured

# A document's id and its kept bytes; none if they are gone or changed.
Kept = tuple[str, bytes]


def figures(items: Sequence[Kept], extractor: str) -> list[Figured] | Lost:
    """Runs in any process."""
    return [_of_one(id_, raw, extractor) for id_, raw in items]


def _of_one(id_: str, raw: bytes, extractor: str) -> Figured:
    if not raw:
        return _without(id_, "its kept bytes are gone or changed")
    # Where and when it came in does not matter to what it holds.
    (made,) = prepare(Material(raw, "", _NO_DAY), extractor=extractor)
    if made.document is None or made.document.id != id_:
        return _without(id_, made.failure or "its reader finds another document there")
    values: list[Quote | Claim] = [*made.extraction.quotes, *made.extraction.claims]
    citations = [Citation(value, made.document) for value in values]
    return figured(made.document, made.extraction, keyed(citations), within(id_, citations))


def _without(id_: str, why: str) -> Figured:
    return Figured(id_, problems=(Problem("figures", f"its figures were not read: {why}", id_),))


@dataclass(frozen=True, slots=True)
class Lost:
    """In place of a lot whose worker was killed at a limit, or died."""

    items: Sequence[Kept]
    why: str

    def told(self) -> list[Figured]:
        return [_without(id_, self.why) for id_, _ in self.items]


def lost(items: Sequence[Kept], why: str) -> list[Figured] | Lost:
    return Lost(items, why)


def weight(items: Sequence[Kept]) -> int:
    return sum(len(raw) for _, raw in items)


_NO_DAY = PartialDate.day(date.min, evidence="")
