"""The lines of a PDF as running text: paragraphs rebuilt, words broken at a line's end whole again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from claims.model import Locator, LocatorKind
from sources.pdf.hyphens import between_lines, compounds_in
from sources.pdf.order import Block
from sources.pdf.pieces import SOFT_HYPHEN, Piece

# In widths of the type: a first line that begins so far in begins a paragraph.
_INDENT = 0.8
# In heights of the type from one line to the next, against the usual of the block.
_LOOSE = 1.25
# Lines of an address or a letterhead have no more words.
_SHORT = 8
# Larger type is a heading, whose lines are one.
_HEADING = 1.15
# Type that differs by more is a heading, or the text below one.
_ALIKE = 0.88
# In widths of the type: so much more room than the next word takes is left where a paragraph ends.
_ROOM = 1.0

# In widths of the type: a line that ends so near to the longest is full.
_FULL = 2.0

_BULLET = re.compile(r"(?:[•◦▪■●○‣►∙·*–—]|-(?= )|\(?(?:\d{1,2}|[a-z])[.)](?= ))")
# Who speaks, at the beginning of a line: "MS. VEGA:", "Q.".
_SPEAKER = re.compile(r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]{1,24}(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’\-]{0,24}){0,4}:|[QA][.:]) ")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]{0,3}$")
# How a line of running text may end: in the middle of a sentence, at its end, or in a word for what follows.
_RUNS_ON = re.compile(
    r"[.,;!?–—-][\"'”’»)\]]{0,3}$|\b(?:and|or|of|the|a|an|to|for|in|on|by|with|said|that|at|from)$"
)
_BEGINS_SMALL = re.compile(r"[a-zß-ÿ]+")


@dataclass(slots=True)
class _Paragraph:
    """Lines with the pages they stand on.

    Attributes:
        close: it stands right under the one before, as the lines of an address do.
    """

    lines: list[tuple[int, Piece]] = field(default_factory=list)
    close: bool = False
    block: int = -1


def text_of(pages: Sequence[Sequence[Block]]) -> tuple[str, tuple[Locator, ...]]:
    """The text, paragraphs with a blank line between, and where each page begins that holds any.

    A paragraph that goes on in the next column or on the next page is one. Of short lines that stand
    right under one another each is a line.
    """
    paragraphs = _joined(list(_paragraphs(pages, usual_size(pages))))
    compounds = compounds_in(line.words for paragraph in paragraphs for _, line in paragraph.lines)
    text = _Text()
    for number, paragraph in enumerate(paragraphs):
        between = "" if not number else "\n" if paragraph.close else "\n\n"
        for at, (page, line) in enumerate(paragraph.lines):
            if at:
                text.words[-1], between = between_lines(text.words[-1], line.words, compounds)
            text.add(page, between, line.words)
    return text.whole(), tuple(text.locators)


class _Text:
    """The text as it grows, line by line."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.locators: list[Locator] = []
        self._length = self._page = 0

    def add(self, page: int, between: str, words: str) -> None:
        """Put a line behind the last one, whose end may have been changed since."""
        self._length += len(self.words[-1]) if self.words else 0
        self._length += len(between)
        self.words += [between, words]
        if page != self._page:
            self.locators.append(Locator(self._length, LocatorKind.PAGE, str(page)))
            self._page = page

    def whole(self) -> str:
        return "".join(self.words).replace(SOFT_HYPHEN, "-")


# -- paragraphs --------------------------------------------------------------


def usual_size(pages: Sequence[Sequence[Block]]) -> float:
    """The type of most letters."""
    sizes: Counter[float] = Counter()
    for line in (line for blocks in pages for block in blocks for line in block):
        sizes[round(line.size, 1)] += len(line.words)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _paragraphs(pages: Sequence[Sequence[Block]], size: float) -> Iterator[_Paragraph]:
    number = 0
    for page, blocks in enumerate(pages, 1):
        for block in blocks:
            number += 1
            if _is_address(block, size):
                yield from (_Paragraph([(page, line)], at > 0, number) for at, line in enumerate(block))
            else:
                yield from _of_block(block, page, number)


def _is_address(block: Block, size: float) -> bool:
    """Short lines each of which begins anew, in type no larger than the text's: no sentence runs on."""
    return len(block) > 1 and all(
        line.size <= _HEADING * size
        and line.words.count(" ") < _SHORT
        and (line.words[0].isupper() or line.words[0].isdigit())
        and not _RUNS_ON.search(line.words)
        for line in block
    )


def _of_block(block: Block, page: int, number: int) -> Iterator[_Paragraph]:
    left, right = min(line.left for line in block), max(line.right for line in block)
    steps = [a.middle - b.middle for a, b in pairwise(block)]
    usual = median(steps) if len(steps) > 1 else 0.0
    made = _Paragraph([(page, block[0])], False, number)
    for at in range(1, len(block)):
        before, line = block[at - 1], block[at]
        loose = usual > 0 and steps[at - 1] > _LOOSE * usual
        if loose or _begins(before, line, left, right):
            yield made
            made = _Paragraph([(page, line)], not loose and _is_short_line(made), number)
        else:
            made.lines.append((page, line))
    yield made


def _is_short_line(paragraph: _Paragraph) -> bool:
    """A line of an address or a row of a table, under which the next stands close."""
    return len(paragraph.lines) == 1 and not _SENTENCE_END.search(paragraph.lines[0][1].words)


def _begins(before: Piece, line: Piece, left: float, right: float) -> bool:
    """Does a line begin a paragraph, where the lines of its block stand evenly?"""
    if " | " in before.words or " | " in line.words:
        return True
    if min(before.size, line.size) < _ALIKE * max(before.size, line.size):
        return True
    if _BULLET.match(line.words) or _SPEAKER.match(line.words):
        return True
    if _is_indented(before, line, left):
        return True
    return _had_room(before, line, right)


def _is_indented(before: Piece, line: Piece, left: float) -> bool:
    """Further in than the line before, which is not the bullet's that this one goes on."""
    step = line.left - before.left
    return (
        step > _INDENT * line.size
        and before.left - left < 0.5 * line.size
        and not _BULLET.match(before.words)
    )


def _had_room(before: Piece, line: Piece, right: float) -> bool:
    """Would the first word have stood on the line before, were it the same paragraph?"""
    first = line.words.partition(" ")[0]
    width = line.width * (len(first) + 1) / max(1, len(line.words))
    return right - before.right > width + _ROOM * line.size


def _joined(paragraphs: Sequence[_Paragraph]) -> list[_Paragraph]:
    """Those that go on in the next block, though nothing says so but their words, put together."""
    made: list[_Paragraph] = []
    for one in paragraphs:
        if made and one.block != made[-1].block and _continues(made[-1], one):
            made[-1].lines += one.lines
            made[-1].block = one.block
        else:
            made.append(one)
    return made


def _continues(before: _Paragraph, after: _Paragraph) -> bool:
    """A sentence without an end goes on in the same type: in small letters, or below full lines in others."""
    last, first = before.lines[-1][1], after.lines[0][1]
    if min(last.size, first.size) < _ALIKE * max(last.size, first.size) or " | " in last.words + first.words:
        return False
    if _SENTENCE_END.search(last.words) or _BULLET.match(first.words) or _SPEAKER.match(first.words):
        return False
    if _BEGINS_SMALL.match(first.words):
        return True
    above = [line for _, line in before.lines[:-1] if line.over(last)]
    is_full = len(above) > 1 and last.right >= max(line.right for line in above) - _FULL * last.size
    return is_full and len(after.lines) > 1
