"""Passages side by side, each in its document, with what differs marked."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_uppercase

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.safe import line, q
from tui.state.sides import Run, Side
from tui.widgets.hanging import BLANK, Hanging, Paragraph, apart

# Not by colour alone: the passage stands in full light, its context dimmed, and
# what matters is bold and underlined.
STYLES = {"context": "$text-muted", "core": "", "mark": "bold underline $text-accent"}


class Evidence(Horizontal):
    """The first passage at the left, the others at the right; one above the other if narrow."""

    def compose(self) -> ComposeResult:
        for column in ("left", "right"):
            with VerticalScroll(id=column, classes="side-column", can_focus=False):
                yield Static(classes="side-text", markup=False)

    def show(self, sides: Sequence[Side], active: int, *, titles: bool) -> None:
        """Show passages; `active` is the one that enter opens."""
        left, right = self.query(VerticalScroll)
        right.display = len(sides) > 1
        for column, numbers in ((left, range(min(1, len(sides)))), (right, range(1, len(sides)))):
            blocks = [side_paragraphs(sides[at], at, at == active, titles) for at in numbers]
            column.query_one(Static).update(Hanging(apart(blocks)))

    def to_top(self) -> None:
        for column in self.query(VerticalScroll):
            column.scroll_home(animate=False)

    def scroll_by(self, rows: int) -> None:
        for column in self.query(VerticalScroll):
            column.scroll_relative(y=rows, animate=False)


def side_paragraphs(side: Side, number: int, active: bool, titles: bool) -> list[Paragraph]:
    """A passage under its heading: letter, source, date; title if there is room; who says it."""
    letter = ascii_uppercase[number % 26]
    sign = Content(f"{'▸' if active else ' '}{letter}  ").stylize("bold")
    heading: Paragraph = (sign, line(side.heading, "bold"))
    about: list[Paragraph] = [("    ", line(side.title, "$text-muted"))] if titles else []
    speaker: Paragraph = ("    — ", line("; ".join(side.speakers), "italic"))
    excerpts = [Content("").join(_run(run) for run in excerpt) for excerpt in side.excerpts]
    body = Content("\n   …\n").join(excerpts)
    return [heading, *about, speaker, *([BLANK] if titles else []), ("", body)]


def _run(run: Run) -> Content:
    return q(run.text, STYLES[run.kind])
