"""Where this comes from: labels and words under headings."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.safe import line
from tui.state.origin import Section
from tui.widgets.hanging import Hanging, Paragraph, apart

# Wide enough for "published"; a longer label gets a line of its own.
LABEL = 10


class Card(VerticalScroll, can_focus=True):
    """Scrolls by the arrow keys when it has the focus."""

    def compose(self) -> ComposeResult:
        yield Static(classes="card-text", markup=False)

    def show(self, sections: Sequence[Section]) -> None:
        self.query_one(Static).update(Hanging(apart(map(_section, sections))))
        self.scroll_home(animate=False)


def _section(section: Section) -> list[Paragraph]:
    lines: list[Paragraph] = [("", Content(section.heading).stylize("bold $text-primary"))]
    for label, words in section.lines:
        if label and len(label) > LABEL:
            lines += [("", line(label, "$text-muted")), ("  ", line(words))]
        elif label:
            blank = " " * (LABEL + 1 - len(label))
            lines.append((Content.assemble(line(label, "$text-muted"), blank), line(words)))
        else:
            lines.append(("", line(words)))
    return lines
