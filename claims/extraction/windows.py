"""Windows: a page in runs of whole paragraphs, and the size up to which it is read in full.

An extractor goes through its page window by window, so that what it holds at once
is bounded by the window and not by the document. Who is who is a matter of the whole
document (`speakers.cast` reads all of it before), and so no window knows less of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.extraction.page import Page
from claims.extraction.passages import LONGEST, is_run
from claims.extraction.quotes.marks import is_open_after
from claims.model import Problem, Span

# Characters. The longest paragraph fits, so a window is only as long as it.
WINDOW = LONGEST

# Characters of a document that are read in full: some 2,000 pages. The rules read
# 1,319 press releases at 350,000 to 500,000 characters a second of one core, so that
# they take some 15 seconds for as much, and a minute where every other word is a figure.
BUDGET = 5_000_000

# Statements of a document: the 1,319 press releases hold one in 1,300 characters, and
# even a document of the whole budget would hold a fifth of this at their rate. Each costs
# the record a millisecond or two while nobody else can write.
MOST_STATEMENTS = 20_000


@dataclass(frozen=True, slots=True)
class Window:
    """Paragraphs `first` and following of a page.

    Attributes:
        in_marks_only: it lies past the budget, so only the layers that need no
            parse are run: what stands in quotation marks, and no figures.
    """

    first: int
    paragraphs: tuple[Span, ...]
    in_marks_only: bool = False

    @property
    def span(self) -> Span:
        return Span(self.paragraphs[0].start, self.paragraphs[-1].end)


def windows(page: Page, *, size: int = WINDOW, budget: int = BUDGET) -> Iterator[Window]:
    """Every paragraph of a page once, in order, in windows of at most `size` characters.

    Once a window passes the budget, all that follow do too. A page of up to
    `size` characters is one window.
    """
    paragraphs = page.paragraphs
    first = 0
    while first < len(paragraphs):
        start = paragraphs[first].start
        last = first + 1
        while last < len(paragraphs) and paragraphs[last].end - start <= size:
            last += 1
        if last < len(paragraphs):
            last = _edge(page, first, last)
        yield Window(first, paragraphs[first:last], paragraphs[last - 1].end > budget)
        first = last


def past_budget(page: Page, window: Window) -> Problem:
    """What is said of the first window past the budget."""
    message = (
        f"the text has {len(page.text):,} characters: from {window.span.start:,} on"
        " only what stands in quotation marks is read, and no figures"
    )
    return Problem("extraction", message, page.document.id, window.paragraphs[0])


def too_many_statements(page: Page, window: Window, most: int) -> Problem:
    """What is said of the first window in which no statement is looked for."""
    message = (
        f"the text holds more than {most:,} statements: from {window.span.start:,} on none is looked for"
    )
    return Problem("extraction", message, page.document.id, window.paragraphs[0])


def unread_runs(page: Page) -> Iterator[Problem]:
    """What is said of runs without a blank that no extractor reads (see `passages`)."""
    runs = [paragraph for paragraph in page.paragraphs if is_run(paragraph)]
    if runs:
        what = "1 run" if len(runs) == 1 else f"{len(runs):,} runs"
        verb = "is" if len(runs) == 1 else "are"
        message = f"{what} of more than {LONGEST:,} characters without a blank {verb} not read"
        yield Problem("extraction", message, page.document.id, runs[0])


def _edge(page: Page, first: int, last: int) -> int:
    """Where a window ends, at `last` at the latest: outside of an open quotation if one half of it allows."""
    for edge in range(last, first + (last - first) // 2, -1):
        if not is_open_after(page.text, page.paragraphs[edge - 1]):
            return edge
    return last
