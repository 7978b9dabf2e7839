"""In which order hits are listed: by date, the newest first, unless something else is asked for."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.errors import BadValue

if TYPE_CHECKING:
    from claims import Ledger
    from claims.views import Hit, Query

# To sort by a name every hit is read: so many take about a second.
MOST_SORTED = 20_000


@dataclass(frozen=True, slots=True)
class Order:
    """Attributes: by: "date", "speaker" or "source"."""

    by: str = "date"
    flipped: bool = False

    @property
    def is_usual(self) -> bool:
        return self == Order()

    @property
    def words(self) -> str:
        """For the line above the list; "" for the usual order."""
        if self.is_usual:
            return ""
        if self.by == "date":
            return "oldest first"
        return f"by {self.by}{', Z to A' if self.flipped else ''}"


def keys_in_order(ledger: Ledger, query: Query, order: Order) -> Sequence[int]:
    """Row keys of all hits. What has no date, speaker or source comes last, whichever way the list runs.

    Raises:
        BadValue: they are too many to be sorted by a name.
    """
    keys = array("q", ledger.keys(query))
    if order.by == "date":
        return turned(ledger, query, keys) if order.flipped else keys
    if len(keys) > MOST_SORTED:
        many = f"{len(keys):,} hits"
        raise BadValue(f"list to sort by {order.by}", many, f"narrow it to {MOST_SORTED:,}")
    return array("q", (hit.key for hit in in_order(ledger.hits(query.kind, keys), order)))


def turned(ledger: Ledger, query: Query, keys: array[int]) -> array[int]:
    """The same keys in the other order by date; those without one stay last."""
    dated = len(keys) if query.since or query.until else len(keys) - _undated(ledger, query)
    # One array more and no third: of a million keys each is 8 MB.
    found = keys[:dated]
    found.reverse()
    found.extend(keys[dated:])
    return found


def in_order(hits: Sequence[Hit], order: Order) -> list[Hit]:
    """Hits that come newest first; those of one name stay so."""
    if order.by == "date":
        dated, rest = [hit for hit in hits if hit.date], [hit for hit in hits if not hit.date]
        return [*(reversed(dated) if order.flipped else dated), *rest]
    named = [hit for hit in hits if _name(hit, order)]
    named.sort(key=lambda hit: _name(hit, order), reverse=order.flipped)
    return [*named, *(hit for hit in hits if not _name(hit, order))]


def _name(hit: Hit, order: Order) -> str:
    return (hit.speaker if order.by == "speaker" else hit.source).casefold()


def _undated(ledger: Ledger, query: Query) -> int:
    return ledger.count(replace(query, lacks=(*query.lacks, "date"), limit=None))
