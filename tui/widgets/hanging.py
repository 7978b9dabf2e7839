"""Paragraphs whose further lines stand as far in as the first: a heading that wraps stays a heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

# Where so few cells are left the words have all the room.
LEAST = 16

# What stands before a paragraph, and its words.
Paragraph = tuple[str | Content, Content]
BLANK: Paragraph = ("", Content())


class Hanging(Visual):
    """Paragraphs below one another; what stands before the first line of one is blank before the others."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self._paragraphs = [(Content.assemble(before), words) for before, words in paragraphs]

    @property
    def plain(self) -> str:
        """The text as it is where nothing wraps."""
        return "\n".join(f"{before.plain}{words.plain}" for before, words in self._paragraphs)

    def at(self, width: int) -> list[Content]:
        """The lines in so many cells."""
        return [line for before, words in self._paragraphs for line in _lines(before, words, width)]

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        return Content("\n").join(self.at(width)).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        widths = (
            before.cell_length + words.get_optimal_width(rules, container_width)
            for before, words in self._paragraphs
        )
        return max(widths, default=0)

    def get_height(self, rules: RulesMap, width: int) -> int:
        return len(self.at(width))


def apart(blocks: Iterable[Sequence[Paragraph]]) -> list[Paragraph]:
    """One below the other, with a blank line between two."""
    return [each for block in blocks for each in (BLANK, *block)][1:]


def _lines(before: Content, words: Content, width: int) -> Iterator[Content]:
    inset = before.cell_length
    if width - inset < LEAST:
        yield from Content.assemble(before, words).wrap(max(1, width))
        return
    first, *others = words.wrap(width - inset)
    yield Content.assemble(before, first)
    yield from (Content.assemble(" " * inset, line) for line in others)
