"""All the text of a piece of HTML that is no page: a mail, an item of a feed. Nothing of it is navigation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sources.decoding import Decoded
from sources.html_lines import LINES, UNSEEN
from sources.html_spans import cells_of
from sources.html_tables import prepare

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Where mail programs put what a mail answers to.
_ANSWERED = frozenset(
    {"gmail_quote", "gmail_quote_container", "yahoo_quoted", "protonmail_quote", "moz-cite-prefix"}
)


def whole_text(html: str, location: str = "") -> str:
    """The text, a line for each paragraph, item or row; lines that a mail quotes begin with "> ".

    Raises:
        UnreadableDocument: it cannot be parsed.
    """
    if not html.strip():
        return ""
    from sources.html import blanked, parsed  # which reads the articles of linked data here

    tree, _ = parsed(Decoded(f"<div>{html}</div>", "utf-8"), location)
    blanked(tree)
    return text_of(tree, prepare(tree))


def text_of(tree: HtmlElement, tables: Iterable[HtmlElement]) -> str:
    """The same of a tree whose tables of values are known (see `html_tables.prepare`)."""
    return _Lines({table: _rows(table) for table in tables}).of(tree)


def _rows(table: HtmlElement) -> list[str]:
    """A table of values, a row a line, as `html_tables` says."""
    lines = []
    for row in table.iterdescendants("tr"):
        cells = cells_of(row)
        lines.append(f"| {' | '.join(_words(cell) for cell in cells)} |")
        if any(cell.tag == "th" for cell in cells) and len(lines) == 1:
            lines.append(f"|{'---|' * len(cells)}")
    return lines


def _words(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


class _Lines:
    """Lines so far, and the one that is being written."""

    def __init__(self, tables: dict[HtmlElement, list[str]]) -> None:
        self._tables = tables
        self._lines: list[str] = []
        self._now: list[str] = []
        self._quoted = 0

    def of(self, tree: HtmlElement) -> str:
        from lxml.etree import iterwalk

        walk = iterwalk(tree, events=("start", "end"))
        for event, element in walk:
            if event == "start":
                self._begin(element)
                if element in self._tables or element.tag in UNSEEN:
                    walk.skip_subtree()
                else:
                    self._now.append(element.text or "")
            else:
                self._end(element)
                self._now.append(element.tail or "")
        self._break()
        return "\n".join(self._lines)

    def _begin(self, element: HtmlElement) -> None:
        if element.tag in LINES:
            self._break()
        self._quoted += _is_answered(element)
        for line in self._tables.get(element, ()):
            self._add(line)

    def _end(self, element: HtmlElement) -> None:
        if element.tag in LINES:
            self._break()
        self._quoted -= _is_answered(element)

    def _break(self) -> None:
        if line := " ".join("".join(self._now).split()):
            self._add(line)
        self._now = []

    def _add(self, line: str) -> None:
        self._lines.append(f"> {line}" if self._quoted else line)


def _is_answered(element: HtmlElement) -> bool:
    if element.tag == "blockquote" and (element.get("type") or "").lower() == "cite":
        return True
    return not _ANSWERED.isdisjoint((element.get("class") or "").split())
