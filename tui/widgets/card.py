"""Where this comes from: labels and words under headings."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.safe import line
from tui.state.origin import Section

# Wide enough for "published"; a longer label gets a line of its own.
LABEL = 10


class Card(VerticalScroll, can_focus=True):
    """Scrolls by the arrow keys when it has the focus."""

    def compose(self) -> ComposeResult:
        yield Static(classes="card-text", markup=False)

    def show(self, sections: Sequence[Section]) -> None:
        self.query_one(Static).update(card_content(sections))
        self.scroll_home(animate=False)


def card_content(sections: Sequence[Section]) -> Content:
    return Content("\n\n").join(_section(section) for section in sections)


def _section(section: Section) -> Content:
    lines = [Content(section.heading).stylize("bold $text-primary")]
    for label, words in section.lines:
        if label and len(label) > LABEL:
            lines += [line(label, "$text-muted"), Content.assemble("  ", line(words))]
        elif label:
            lines.append(_labelled(label, words))
        else:
            lines.append(line(words))
    return Content("\n").join(lines)


def _labelled(label: str, words: str) -> Content:
    blank = " " * (LABEL + 1 - len(label))
    return Content.assemble(line(label, "$text-muted"), blank, line(words))
