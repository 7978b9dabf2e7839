"""The lines of a text that are rows of a table, and their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from claims.model import Span

# Lines of one table that are held at once; what follows has no headings and is read as prose.
_MOST_ROWS = 50_000

# A line that is longer stands in several paragraphs (see `passages`): it is no row.
_LONGEST_ROW = 20_000

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_PIPE = re.compile(r"(?<!\\)\|")
_TAB, _TABS = re.compile(r"\t"), re.compile(r"\t+")
_RULE = re.compile(r"[\s|:+=-]+")

LEFT, ABOVE = "<", "^"


class Cell(NamedTuple):
    """The words of a cell, without outer blanks, at [start, start + len(text)) of the document."""

    start: int
    text: str

    @property
    def is_empty(self) -> bool:
        return self.text in ("", LEFT, ABOVE)


@dataclass(slots=True)
class Row:
    """One line of a table.

    Attributes:
        ruled: a line of dashes follows, so that it holds headings.
        name: what the row is of, as its first words say (see `layout`).
    """

    span: Span
    cells: Sequence[Cell]
    ruled: bool = False
    name: str = ""

    @property
    def is_lone(self) -> bool:
        """Only the first cell holds words: a caption, or a heading of the rows that follow."""
        return not self.cells[0].is_empty and all(cell.is_empty for cell in self.cells[1:])


def runs(text: str) -> Iterator[list[Row]]:
    """Rows on neighbouring lines with as many cells each, two at least; one pass over the text."""
    if "|" not in text and "\t" not in text:
        return
    block: list[Span] = []
    end, mark = 0, ""
    for line in _LINE.finditer(text):
        found = _mark(line.group())
        touching = text.count("\n", end, line.start()) <= 1
        if block and not (touching and found == mark and len(block) < _MOST_ROWS):
            yield from _even(text, block, mark)
            block = []
        end, mark = line.end(), found
        if found:
            block.append(Span(line.start(), line.end()))
    if block:
        yield from _even(text, block, mark)


def _mark(line: str) -> str:
    """What keeps the cells of a line apart: "|", a tab, or "" in prose."""
    if len(line) > _LONGEST_ROW:
        return ""
    if "|" in line:
        return "|"
    return "\t" if "\t" in line.strip() else ""


def _even(text: str, block: Sequence[Span], mark: str) -> Iterator[list[Row]]:
    """The lines of one block in runs of rows that have as many cells."""
    apart = _PIPE if mark == "|" else _apart_by_tabs(text, block)
    run: list[Row] = []
    for line in block:
        if _is_rule(line.of(text)):
            if run:
                run[-1].ruled = True
            continue
        row = _row(text, line, apart)
        if run and len(row.cells) != len(run[-1].cells):
            if _is_table(run):
                yield run
            run = []
        run.append(row)
    if _is_table(run):
        yield run


def _is_rule(line: str) -> bool:
    """A line of dashes, below headings or between parts of a table."""
    return ("--" in line or "==" in line) and bool(_RULE.fullmatch(line))


def _is_table(run: Sequence[Row]) -> bool:
    return len(run) > 1 and len(run[0].cells) > 1


def _apart_by_tabs(text: str, block: Sequence[Span]) -> re.Pattern[str]:
    """One tab between cells where all lines have as many; else runs of tabs, which line cells up."""
    counts = {line.of(text).count("\t") for line in block}
    return _TAB if len(counts) == 1 else _TABS


def _row(text: str, line: Span, apart: re.Pattern[str]) -> Row:
    first, last = _trimmed(text, line.start, line.end)
    edges = [(found.start(), found.end()) for found in apart.finditer(text, first, last)]
    starts = [first, *(end for _, end in edges)]
    ends = [*(start for start, _ in edges), last]
    cells = [
        Cell(inner[0], text[inner[0] : inner[1]])
        for start, end in zip(starts, ends, strict=True)
        for inner in [_trimmed(text, start, end)]
    ]
    if apart is _PIPE:  # the outer marks of "| a | b |"
        cells = cells[not cells[0].text : len(cells) - (len(cells) > 1 and not cells[-1].text)]
    return Row(Span(first, last), cells)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
