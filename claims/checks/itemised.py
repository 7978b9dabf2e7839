"""Lists of a line or paragraph each: "* Harlow Bay $6,260", and the total that stands above or below."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from claims.checks.framing import claim_of
from claims.checks.reckoning import value_of
from claims.checks.words_around import holds_any
from claims.model import Claim, Comparator
from claims.ports import Citation

_BULLET = re.compile(r"[ \t\r\f\v]*(?:[*•·▪◦‣–—>-]|\(?\d{1,2}[.)])[ \t]")
# Lines between two items that tell of the first one: who is to be called, what it is for.
_MOST_BETWEEN = 3


@dataclass(frozen=True, slots=True)
class Itemised:
    """Figures of one unit, one to a line.

    Attributes:
        items: in order.
        is_bulleted: every line begins with one mark, and no such line is left out.
    """

    items: tuple[Citation, ...]
    is_bulleted: bool


def itemised(cited: Sequence[Citation]) -> Iterator[Itemised]:
    """Lists among the figures of one document, given in order of place; those of fewer than two not."""
    by_unit: dict[str, list[Citation]] = {}
    for citation in cited:
        if not is_called_total(citation):
            by_unit.setdefault(claim_of(citation).unit, []).append(citation)
    several = [same for same in by_unit.values() if len(same) > 1]
    if not several:
        return
    lines = _Lines(cited[0].document.text)
    for same in several:
        rows: dict[int, list[Citation]] = {}
        for citation in same:
            rows.setdefault(lines.at(claim_of(citation).span.start), []).append(citation)
        for run in (*_bulleted(rows, lines), *_plain(rows, lines)):
            if len(run.items) > 1 and all(map(_is_exact, run.items)):
                yield run


class _Lines:
    """The lines of a text that are not empty, by number, and the blocks of lines that begin with a mark."""

    def __init__(self, text: str) -> None:
        found = [one for one in re.finditer(r"[^\n]+", text) if not one.group().isspace()]
        self.starts = [one.start() for one in found]
        self.block_of: dict[int, int] = {}
        self.sizes: dict[int, int] = {}
        for number, one in enumerate(found):
            if _BULLET.match(text, one.start(), one.end()):
                block = self.block_of.get(number - 1, number)
                self.block_of[number] = block
                self.sizes[block] = self.sizes.get(block, 0) + 1

    def at(self, place: int) -> int:
        return bisect_right(self.starts, place) - 1


def _bulleted(rows: Mapping[int, Sequence[Citation]], lines: _Lines) -> Iterator[Itemised]:
    """Blocks of lines with marks of which each has one figure, alone and with those right below them."""
    blocks: dict[int, list[Citation]] = {}
    for number in sorted(rows):
        block = lines.block_of.get(number)
        if block is not None and len(rows[number]) == 1:
            blocks.setdefault(block, []).append(rows[number][0])
    whole = [(block, items) for block, items in blocks.items() if len(items) == lines.sizes[block]]
    joined: list[list[Citation]] = []
    ended = -1
    for block, items in whole:
        yield Itemised(tuple(items), True)
        is_below = joined and block - ended <= _MOST_HEADINGS + 1
        joined = [*joined, items] if is_below else [items]
        ended = block + len(items)
        if is_below and len(joined) <= _MOST_BLOCKS:
            yield Itemised(tuple(item for part in joined for item in part), True)


# Lines between two blocks of one list: the heading of the second.
_MOST_HEADINGS = 2
# A list in more blocks is a whole page.
_MOST_BLOCKS = 6


def _plain(rows: Mapping[int, Sequence[Citation]], lines: _Lines) -> Iterator[Itemised]:
    """Paragraphs near one another, each with one figure of the unit."""
    run: list[Citation] = []
    last = 0
    for number in sorted(rows):
        row = rows[number]
        is_item = len(row) == 1 and number not in lines.block_of and _is_exact(row[0])
        if not is_item or (run and number - last > _MOST_BETWEEN + 1):
            yield Itemised(tuple(run), False)
            run = []
        if is_item:
            run.append(row[0])
        last = number
    yield Itemised(tuple(run), False)


# "$56, 154": a slip of the keyboard cut the figure, so what it says is not known.
_GOES_ON = re.compile(r"(?:, ?| )\d{3}(?!\d)")


def _is_exact(citation: Citation) -> bool:
    claim, text = claim_of(citation), citation.document.text
    is_cut = _GOES_ON.match(text, claim.span.end) is not None
    return claim.comparator is Comparator.EXACT and value_of(claim) > 0 and not claim.negated and not is_cut


# ------------------------------------------------------------- totals


_BEFORE = re.compile(
    r"\b(?:totall?(?:s|ed|ing)?(?: of| to| amount of|:)?"
    r"|(?:a|the) (?:combined|total|sum)(?: of| total of)?)\s{0,2}$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s(?:in total|in all|altogether|combined|total)\b", re.IGNORECASE)
# One of these stands in whatever they find, in lower case.
_CALLED = ("total", "combined", "sum", "in all", "altogether")
_LOOKED = 30


def is_called_total(citation: Citation) -> bool:
    """Do the words beside the figure call it a total?"""
    claim, text = claim_of(citation), citation.document.text
    before = text[max(0, claim.span.start - _LOOKED) : claim.span.start]
    after = text[claim.span.end : claim.span.end + _LOOKED]
    if not holds_any(f"{before}{claim.text}{after}".casefold(), _CALLED):
        return False
    return bool(_BEFORE.search(before) or _BEFORE.search(f"{before}{_opening(claim)}") or _AFTER.match(after))


def _opening(claim: Claim) -> str:
    """The words of a figure before its digits: a claim may take "a total of" in."""
    return _DIGITS.split(claim.text, maxsplit=1)[0]


_DIGITS = re.compile(r"[\d$£€¥]")


def come_to(items: Sequence[Citation]) -> Fraction:
    return sum((value_of(claim_of(item)) for item in items), Fraction(0))
