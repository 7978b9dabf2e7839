"""Versions of a statement in two to four columns, or one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from string import ascii_uppercase

from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from claims.views import Difference
from tui.safe import line, q
from tui.state.laidout import Laid
from tui.widgets.hanging import BLANK, Hanging, Paragraph, apart

MOST = 4
# Words of a narrower column stand alone on their lines.
LEAST_WIDTH = 26


class VersionColumns(Container):
    """The primary source stays at the left; the others are moved past it."""

    def compose(self) -> ComposeResult:
        for number in range(MOST):
            with VerticalScroll(id=f"version-{number}", classes="version", can_focus=False):
                yield Static(classes="side-text", markup=False)

    @property
    def room(self) -> int:
        """How many columns fit."""
        return max(2, min(MOST, self.size.width // LEAST_WIDTH))

    def show(self, versions: Sequence[Laid], marked: int, *, stacked: bool) -> None:
        """Show versions with the marked one in sight."""
        self.set_class(stacked, "stacked")
        blocks = [_block(one, at, at == marked, stacked) for at, one in enumerate(versions)]
        if stacked:
            texts = [apart(blocks)]
        else:
            first = max(1, min(marked - self.room + 2, len(blocks) - self.room + 1))
            texts = [*blocks[:1], *blocks[first : first + self.room - 1]]
        for number, column in enumerate(self.query(VerticalScroll)):
            column.display = number < len(texts)
            if number < len(texts):
                column.query_one(Static).update(Hanging(texts[number]))

    def to_top(self) -> None:
        for column in self.query(VerticalScroll):
            column.scroll_home(animate=False)

    def scroll_by(self, rows: int) -> None:
        for column in self.query(VerticalScroll):
            column.scroll_relative(y=rows, animate=False)


def _block(one: Laid, number: int, marked: bool, stacked: bool) -> list[Paragraph]:
    """Heading, what it is, who says it, and the words with what differs between signs."""
    letter = ascii_uppercase[number % 26]
    sign = Content(f"{'▸' if marked else ' '}{letter}  ").stylize("bold")
    head: Paragraph = (sign, line(one.heading, "bold reverse" if marked else "bold"))
    about: list[Paragraph] = [
        ("    ", line(one.told, "$text-primary")),
        ("    — ", line(one.speaker, "italic")),
    ]
    if one.decided:
        about.append(("    ", line(f"decided: {one.decided}", "$text-success")))
    words = Content(" ").join(_runs(one.diff))
    return [head, *about, *([] if stacked else [BLANK]), ("", words)]


def _runs(diff: Sequence[Difference]) -> Iterator[Content]:
    """The words of the version: marks of lines as in `check`, so that colour is not needed."""
    for piece in diff:
        if piece.op == "equal":
            yield q(piece.right)
            continue
        if piece.left:
            yield q(f"[-{piece.left}-]", "strike $text-error")
        if piece.right:
            yield q(f"{{+{piece.right}+}}", "bold underline $text-accent")
