"""Text of documents on its way to the screen: never markup, never an instruction to the terminal.

Two layers. `q` and `line` make text visible and keep it from being read as
markup: every widget that shows a word of a document goes through them. The
filter is the net below: it works on the finished lines of every widget, so a
forgotten `q` may look wrong but cannot act.
"""

from __future__ import annotations

from rich.segment import Segment
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter
from textual.style import Style

from claims.display import display_safe, hidden, one_line


def q(text: str, style: str | Style = "") -> Content:
    """A document's words, as they stand; hidden characters visible, brackets only brackets."""
    content = Content(display_safe(text))
    return content.stylize(style) if style else content


def line(text: str, style: str | Style = "") -> Content:
    """`q` on a single line."""
    content = Content(one_line(text))
    return content.stylize(style) if style else content


class ControlFilter(LineFilter):
    """Takes control, direction and zero-width characters out of every line that is drawn."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The same segments, harmless; nearly all are returned as they are."""
        return [segment if _harmless(segment) else _stripped(segment) for segment in segments]


def _harmless(segment: Segment) -> bool:
    text = segment.text
    if segment.control or (text.isascii() and text.isprintable()):
        return True
    return "\n" not in text and next(hidden(text), None) is None


def _stripped(segment: Segment) -> Segment:
    places = {place for place, _ in hidden(segment.text)}
    kept = (" " if char == "\n" else char for at, char in enumerate(segment.text) if at not in places)
    return Segment("".join(kept), segment.style)
