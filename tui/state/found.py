"""A search of the record, and what it gave: rows to scroll through, or what was looked through."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING

from claims.printed import NO_DATE
from claims.views import Hit, Kind, Query, Searched
from tui.named import Named, speakers_named
from tui.state.hit_rows import NEW, rows_of
from tui.state.order import Order, in_order, keys_in_order, turned
from tui.state.queryline import Parsed, nearly
from tui.state.rows import PAGE, HeldRows, PagedRows
from tui.state.words import HIT_SIGNS, NOT_RECORDED, counted

if TYPE_CHECKING:
    from claims import Ledger

# Text hits come whole, not by the page: more of them are not read but narrowed.
MOST_TEXT_HITS = 500

# Seconds between two words on how much is found so far.
_TELL = 0.1

HitRows = PagedRows[Hit] | HeldRows[Hit]

USUAL = Order()


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to one query; `total` may be more than the rows for text.

    Attributes:
        searched: what was looked through; none where something was found, or it was not asked for yet.
        is_whole: all row keys are here; else only those of the first page (see `rest_of`).
        new: how many are new since a saved search was last looked at; none if none was opened.
    """

    parsed: Parsed
    rows: HitRows
    total: int
    searched: Searched | None = None
    named: tuple[Named, ...] = ()
    is_whole: bool = True
    order: Order = USUAL
    new: int | None = None


def find(ledger: Ledger, parsed: Parsed, order: Order = USUAL, after: int | None = None) -> Found:
    """Ask the record for the first page; rows of quotes and claims are fetched later, by the page.

    Args:
        after: the mark after which hits are new and get a sign; then, and in another order than the
            usual, all row keys are asked for at once.
    """
    query = parsed.query
    if query.kind is Kind.TEXT:
        answer = ledger.search(replace(query, limit=MOST_TEXT_HITS))
        hits = in_order(answer.hits, order)
        new = None if after is None else ledger.count(replace(query, after=after, limit=None))
        return Found(
            parsed, HeldRows(hits, rows_of(query.words)), answer.total, answer.searched, order=order, new=new
        )
    if after is not None or not order.is_usual:
        return _whole(ledger, parsed, order, after)
    found = ledger.first(query, PAGE)
    return Found(parsed, _rows(ledger, query, found), len(found), is_whole=len(found) < PAGE)


def _whole(ledger: Ledger, parsed: Parsed, order: Order, after: int | None) -> Found:
    query = parsed.query
    keys = keys_in_order(ledger, query, order)
    new = frozenset[int]() if after is None else frozenset(ledger.keys(replace(query, after=after)))
    told = None if after is None else len(new)
    return Found(parsed, _rows(ledger, query, keys, new), len(keys), order=order, new=told)


def _rows(
    ledger: Ledger, query: Query, keys: Sequence[int], new: Container[int] = frozenset()
) -> PagedRows[Hit]:
    """Rows with the first page in them, so that it is drawn at once."""
    rows = PagedRows[Hit](keys, rows_of(query.words, new))
    if len(keys):
        rows.put(0, ledger.hits(query.kind, rows.keys_of(0)))
    return rows


def with_names(ledger: Ledger, found: Found) -> Found | None:
    """The same with the speakers whom its words may mean, if there are any.

    It may read every speaker, of 10,000 in most of a second: for who waits, not for who types.
    """
    named = speakers_named(ledger, found.parsed.query, len(found.rows))
    return replace(found, named=named) if named else None


def turned_round(ledger: Ledger, found: Found, order: Order) -> Found | None:
    """A whole answer in the other order by date, from the keys that are here: of a million a moment.

    None where it must be searched for again.
    """
    rows, query = found.rows, found.parsed.query
    by_date = found.order.by == order.by == "date" and found.order.flipped != order.flipped
    if not by_date or not found.is_whole or found.new is not None or not isinstance(rows, PagedRows):
        return None
    here = rows.keys if isinstance(rows.keys, array) else array("q", rows.keys)
    keys = turned(ledger, query, here)
    return replace(found, rows=_rows(ledger, query, keys), order=order)


def rest_of(
    ledger: Ledger, found: Found, still: Callable[[], bool], told: Callable[[int], None]
) -> Found | None:
    """The whole answer of which a first page is here; None if it is given up.

    Args:
        still: is it still waited for?
        told: hears how many there are so far.
    """
    keys, next_ = array("q"), monotonic() + _TELL
    for some in ledger.slices(found.parsed.query):
        if not still():
            return None
        keys.extend(some)
        if monotonic() >= next_:
            told(len(keys))
            next_ = monotonic() + _TELL
    rows = found.rows
    if isinstance(rows, PagedRows) and rows.grow(keys):
        return replace(found, total=len(keys), is_whole=True)
    # The record changed meanwhile.
    return replace(found, rows=_rows(ledger, found.parsed.query, keys), total=len(keys), is_whole=True)


def nothing_words(found: Found) -> str:
    """What was looked through, so that nothing found means something."""
    searched = found.searched
    if searched is None:
        return "Nothing fits."
    if not searched.documents:
        return "No documents yet: press Esc, then I, and name a file or a folder."
    span = f", dated {searched.period}" if searched.period else ""
    undated = f", {searched.undated:,} {NO_DATE}" if searched.undated else ""
    looked = f"Looked through {counted(searched.documents, 'document')}{span}{undated}:"
    holds = f"{counted(searched.quotes, 'quote')} and {counted(searched.claims, 'claim')}."
    spelled = nearly(found.parsed.query.words)
    tips = [f"{spelled} looks for words that are spelled nearly so."] if spelled else []
    if found.parsed.query.kind is not Kind.TEXT:
        tips.append("kind:text looks through whole documents.")
    if _by_date(found.parsed.query) and searched.undated:
        tips.append("A date filter leaves out what has no date.")
    return "\n".join(["Nothing fits.", "", *named_words(found), f"{looked} {holds}", *tips])


def told_words(found: Found) -> list[str]:
    """What the line above the list says besides the filters: order, what is new, what a sign means."""
    told = [found.order.words] if found.order.words else []
    if found.new is not None:
        told.append(f"{NEW} {found.new:,} new since you last looked" if found.new else "nothing new")
    if found.parsed.query.kind is Kind.TEXT and found.total:
        told.append(f"{HIT_SIGNS[NOT_RECORDED]} {NOT_RECORDED}")
    return told


def named_words(found: Found) -> list[str]:
    """Offers the filter where the words name speakers: "speaker:rosen  3 quotes of Jeffrey Rosen"."""
    return [f"speaker:{one.word}  {counted(one.quotes, 'quote')} of {one.name}" for one in found.named]


def _by_date(query: Query) -> bool:
    return query.since is not None or query.until is not None
