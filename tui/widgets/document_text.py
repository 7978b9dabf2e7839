"""The text of a document with passages marked, read and selected by keys."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from claims.display import display_safe
from claims.model import Span
from tui import keys
from tui.state.lines import Lines, wrap
from tui.state.reading import Reading

# Lines longer than this are tiring to read (Bringhurst's 45 to 75 letters, with
# room for two columns of signs).
WIDEST = 84
# Before each line: a bar beside the shown passage, so that it is not told by
# colour alone, and a blank.
GUTTER = 2


class DocumentText(ScrollView, can_focus=True):
    """Line API: lines are wrapped once per width; only what is on screen is drawn."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "text--shown", "text--quote", "text--cursor", "text--selected", "text--bar",
    }  # fmt: skip
    BINDINGS = keys.bindings("text")  # type: ignore[assignment]  # Textual's type is wider

    class Selected(Message):
        """A passage was selected, to be recorded."""

        def __init__(self, span: Span) -> None:
            self.span = span
            super().__init__()

    class Selecting(Message):
        """The selection changed, or was given up (None)."""

        def __init__(self, span: Span | None) -> None:
            self.span = span
            super().__init__()

    class Opened(Message):
        """Enter was pressed on a word, with nothing selected."""

        def __init__(self, place: int) -> None:
            self.place = place
            super().__init__()

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._lines: Lines = wrap("", 1)
        self._shown: tuple[Span, ...] = ()
        self._quotes: tuple[Span, ...] = ()
        self.reading = Reading("")

    def show(self, text: str, shown: Sequence[Span], quotes: Sequence[Span]) -> None:
        """Show a text with one passage in sight; `quotes` are the other ones, in order of place."""
        if text != self._text:
            self._text = text
            self._safe = display_safe(text)
            self.reading = Reading(text)
            self._wrap()
        self._shown = tuple(shown)
        self._quotes = tuple(sorted(quotes))
        if shown:
            self.reading.drop()
            self.reading.go(shown[0].start)
        self.call_after_refresh(self._to_passage)
        self.refresh()

    _safe = ""

    def on_resize(self) -> None:
        self._wrap()
        self._keep_in_sight()

    def action_line(self, lines: int) -> None:
        here = self.reading.word.start
        target = min(max(0, self._lines.line_of(here) + lines), len(self._lines) - 1)
        step = 1 if lines > 0 else -1
        while 0 < target < len(self._lines) - 1 and not self._has_words(target):
            target += step
        column = here - self._lines.starts[self._lines.line_of(here)]
        start, end = self._lines.starts[target], self._lines.ends[target]
        self.reading.move_into(start, end, start + column)
        self._moved()

    def action_word(self, words: int) -> None:
        self.reading.move(words)
        self._moved()

    def action_page(self, pages: float) -> None:
        self.action_line(int(pages * self._visible))

    def action_edge(self, edge: str) -> None:
        self.reading.go(0 if edge == "top" else len(self._text))
        self._moved()

    def action_range(self) -> None:
        self.reading.begin()
        self._moved()
        self.post_message(self.Selecting(self.reading.selection))

    def action_choose(self) -> None:
        span = self.reading.selection
        if span is not None:
            self.post_message(self.Selected(span))
        else:
            self.post_message(self.Opened(self.reading.word.start))

    def drop_selection(self) -> bool:
        """Give a selection up; was there one?"""
        was = self.reading.selecting
        self.reading.drop()
        self.refresh()
        if was:
            self.post_message(self.Selecting(None))
        return was

    def on_click(self, event: events.Click) -> None:
        row = self.scroll_offset.y + event.y
        if row < len(self._lines):
            start, end = self._lines.starts[row], self._lines.ends[row]
            self.reading.move_into(start, end, start + max(0, event.x - GUTTER))
            self.refresh()

    def _wrap(self) -> None:
        width = min(WIDEST, self.scrollable_content_region.width - GUTTER - 1)
        self._lines = wrap(self._safe, max(10, width))
        self.virtual_size = Size(0, len(self._lines))
        self.refresh()

    def _has_words(self, line: int) -> bool:
        return not self._text[self._lines.starts[line] : self._lines.ends[line]].isspace() and (
            self._lines.starts[line] < self._lines.ends[line]
        )

    @property
    def _visible(self) -> int:
        return max(1, self.scrollable_content_region.height)

    def _moved(self) -> None:
        self._keep_in_sight()
        self.refresh()
        if self.reading.selecting:
            self.post_message(self.Selecting(self.reading.selection))

    def _keep_in_sight(self) -> None:
        line, top = self._lines.line_of(self.reading.word.start), self.scroll_offset.y
        if line < top:
            self.scroll_to(y=line, animate=False, immediate=True)
        elif line >= top + self._visible:
            self.scroll_to(y=line - self._visible + 1, animate=False, immediate=True)

    def _to_passage(self) -> None:
        """The passage a third down the screen: what leads to it matters more than what follows."""
        line = self._lines.line_of(self.reading.word.start)
        self.scroll_to(y=max(0, line - self._visible // 3), animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        row = self.scroll_offset.y + y
        if row >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        start, end = self._lines.starts[row], self._lines.ends[row]
        beside = any(span.start < max(end, start + 1) and start < span.end for span in self._shown)
        bar = Segment("▌ " if beside else "  ", self.get_component_rich_style("text--bar"))
        segments = [bar, *self._runs(start, end)]
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def _runs(self, start: int, end: int) -> list[Segment]:
        """The line cut where a mark begins or ends; a later mark in the list wins."""
        marks = self._marks(start, end)
        cuts = {start, end}
        for span, _ in marks:
            cuts.update(cut for cut in (span.start, span.end) if start < cut < end)
        edges = sorted(cuts)
        runs = []
        for a, b in pairwise(edges):
            names = [name for span, name in marks if span.start <= a and b <= span.end]
            style = self.get_component_rich_style(names[-1]) if names else self.rich_style
            runs.append(Segment(self._safe[a:b], style))
        return runs

    def _marks(self, start: int, end: int) -> list[tuple[Span, str]]:
        if start == end:
            return []
        line = Span(start, end)
        first = bisect_left(self._quotes, Span(start, start + 1))
        marks = []
        # Quotes do not overlap, so only the one before this line can reach into it.
        for quote in self._quotes[max(0, first - 1) :]:
            if quote.start >= end:
                break
            marks.append((quote, "text--quote"))
        marks += [(span, "text--shown") for span in self._shown]
        selection = self.reading.selection
        if selection:
            marks.append((selection, "text--selected"))
        if self.has_focus:
            marks.append((self.reading.word, "text--cursor"))
        return [(span, name) for span, name in marks if span.overlaps(line)]
