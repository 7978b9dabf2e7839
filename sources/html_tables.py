"""Tables of a saved page made ready to be written as text, a row a line and a mark between cells.

The article's text gets them as pipe tables, "| Halden | 12 |", with a line of dashes below the
headings. What that form has no room for is said in it first: a cell that goes on from the one to
its left is "<", from the one above "^" (a line of as many cells each, so that a figure stays below
its heading); a footnote mark, which would run into the figure before it, is "[1]". Pages laid out
with tables, and pages without any, stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sources.html_spans import cells_of, has_absurd_spans, spread, unspan

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# In a cell of these a page is laid out, or something else than a value is shown.
_NO_VALUES = ("table", "form", "input", "iframe", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6")
# Words that make a cell prose, and the share of prose above which a table is a layout.
_PROSE, _MOST_PROSE = 12, 0.25
# Of the cells that hold anything, as many hold a digit in a table of values.
_LEAST_FIGURES = 0.2
# Links have more of the text than this in navigation.
_MOST_LINKED = 0.5

_NOTE = re.compile(r"\[?([0-9]{1,3}|[a-z*†‡§])\]?")
_SQUARED = re.compile(r"(?:^|[\s(])(?:[kcm]?m|ft|mi|yd|in)$")
# A power of ten: "3 × 10", or 10 alone with a sign above; "110" has a footnote.
_TEN = re.compile(r"[×xX·]\s?10$")
_POWERS = {"2": "²", "3": "³"}


def prepare(tree: HtmlElement) -> list[HtmlElement]:
    """Make every table of values ready, in place, in time linear in the size of the page; which they are.

    Spans that no table of this size can have are taken off any table.
    """
    made = []
    for table in list(tree.iter("table")):
        rows = [row for row in _rows(table) if len(row)]
        if has_absurd_spans(rows):
            unspan(rows)
        if _holds_values(table, rows):
            _mark_notes(table)
            _mark_headings(rows)
            spread(rows)
            made.append(table)
    return made


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for part in table:
        if part.tag == "tr":
            yield part
        elif part.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in part if row.tag == "tr")


def _holds_values(table: HtmlElement, rows: Sequence[HtmlElement]) -> bool:
    """Rows and columns of short cells with figures; no page laid out, no list of links."""
    if len(rows) < 2 or table.get("role") in ("presentation", "none"):
        return False
    if (
        next(table.iterdescendants(*_NO_VALUES), None) is not None
        or max(len(cells_of(row)) for row in rows) < 2
    ):
        return False
    words = [text for row in rows for cell in cells_of(row) if (text := _words(cell))]
    linked = sum(len(_words(link)) for link in table.iterdescendants("a"))
    prose = sum(text.count(" ") >= _PROSE for text in words)
    figures = sum(any(letter.isdigit() for letter in text) for text in words)
    return (
        prose <= _MOST_PROSE * len(words)
        and figures >= max(1, _LEAST_FIGURES * len(words))
        and linked <= _MOST_LINKED * sum(map(len, words))
    )


def _words(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


# -- footnotes ------------------------------------------------------------------


def _mark_notes(table: HtmlElement) -> None:
    """Raised marks as they are read: "12 [1]", "km²", "10^6"."""
    for raised in list(table.iterdescendants("sup")):
        mark, before = _words(raised), _before(raised)
        if mark in _POWERS and _SQUARED.search(before):
            made = _POWERS[mark]
        elif _TEN.search(before) and mark.lstrip("-−").isdigit():
            made = f"^{mark}"
        elif (found := _NOTE.fullmatch(mark)) and before.strip():
            made = f" [{found[1]}]"
        else:
            continue
        for inner in list(raised):
            raised.remove(inner)
        raised.text, raised.tag = made, "span"


def _before(element: HtmlElement) -> str:
    """The words right before an element, in its cell."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is not None:
        return (previous.tail or "") or _words(previous)
    return (parent.text or "") if parent is not None else ""


# -- headings ---------------------------------------------------------------------


def _mark_headings(rows: Sequence[HtmlElement]) -> None:
    """Heading cells in the last row of headings alone, below which the line of dashes goes.

    A heading cell among others names its row.
    """
    last = -1
    for at, row in enumerate(rows):
        if not _is_heading(row):
            break
        last = at
    for at, row in enumerate(rows):
        tag = "th" if at == last else "td"
        for cell in cells_of(row):
            if cell.tag != tag:
                cell.tag = tag


def _is_heading(row: HtmlElement) -> bool:
    cells = cells_of(row)
    in_head = row.getparent().tag == "thead"
    return in_head or (bool(cells) and all(cell.tag == "th" or not _words(cell) for cell in cells))
