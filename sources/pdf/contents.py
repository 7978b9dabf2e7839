"""What the pages of a PDF hold: their text in reading order, and what of it cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.errors import UnreadableDocument
from claims.model import Locator
from sources.pdf.fields import filled
from sources.pdf.headline import headline
from sources.pdf.margins import PageRows, without_line_numbers, without_margins
from sources.pdf.order import blocks_of
from sources.pdf.paragraphs import text_of
from sources.pdf.pieces import pieces_of, turned
from sources.pdf.rows import Row, rows_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

# The product's limit; the longest reports of governments have some 3,000.
_MOST_PAGES = 5_000

OCR = "recognise their text first (for instance with ocrmypdf) and add that file"


@dataclass(frozen=True, slots=True)
class Contents:
    """The text of all pages.

    Attributes:
        unnamed: how many of its letters the fonts do not name.
        headline: what stands largest on the first page, if it is larger than the text.
        typed: how many fields and free texts above it hold words.
        blank: numbers of pages without text that hold something else.
    """

    text: str
    locators: tuple[Locator, ...]
    unnamed: int
    headline: str
    typed: int
    blank: tuple[int, ...]
    pages: int


def contents(file: PdfDocument, location: str) -> Contents:
    """Everything in a file.

    Raises:
        UnreadableDocument: it has no pages, too many, or no text.
    """
    count = len(file)
    if not count:
        raise UnreadableDocument(location, "it has no pages")
    if count > _MOST_PAGES:
        raise UnreadableDocument(location, f"its {count:,} pages are over the limit of {_MOST_PAGES:,}")
    pages = [_page(file, number) for number in range(count)]
    upright = without_margins([page.rows for page in pages])
    blocks = [blocks_of(rows) + blocks_of(page.across) for rows, page in zip(upright, pages, strict=True)]
    blank = tuple(number for number, page in enumerate(pages, 1) if page.is_blank)
    text, locators = text_of(blocks)
    if not text.strip():
        raise UnreadableDocument(location, _no_text(blank))
    unnamed = sum(line.unnamed for page in blocks for block in page for line in block)
    typed = sum(page.typed for page in pages)
    return Contents(text, locators, unnamed, headline(blocks), typed, blank, count)


def _no_text(blank: Sequence[int]) -> str:
    return f"its pages are pictures without text: {OCR}" if blank else "its pages are empty"


@dataclass(frozen=True, slots=True)
class _Page:
    """One page.

    Attributes:
        across: lines that stand across the others.
        typed: how many fields and free texts hold words.
        is_blank: it holds something, but no text.
    """

    rows: PageRows
    across: Sequence[Row] = ()
    typed: int = 0
    is_blank: bool = False


_NOTHING = PageRows([], 0, 0)


def _page(file: PdfDocument, number: int) -> _Page:
    import pypdfium2

    try:
        page = file[number]
    except pypdfium2.PdfiumError:
        return _Page(_NOTHING, is_blank=True)
    with closing(page), closing(page.get_textpage()) as text:
        found, typed = pieces_of(text), filled(page)
        if not found:
            return _Page(_NOTHING, typed=typed, is_blank=_shows_anything(page))
        _, bottom, _, top = turned(page.get_mediabox(), found[0][0])
        first, *others = [without_line_numbers(rows_of(pieces)) for _, pieces in found]
        return _Page(PageRows(first, bottom, top), [row for rows in others for row in rows], typed)


def _shows_anything(page: PdfPage) -> bool:
    return next(iter(page.get_objects(max_depth=2)), None) is not None
