"""Print for people: wrapped to the terminal, colour only where it shows, every text made safe."""

from __future__ import annotations

import os
import shutil
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import click

from claims.display import display_safe, json_safe, one_line
from claims.model import Span

# Lines longer than this are hard to read; pipes and files get the usual 80.
WIDEST, PIPED = 100, 80

# An id is printed to this length: 48 bits, enough to be alone in a record of a million values.
SHOWN_ID = 12


# What to mark in a text.
Marks = Callable[[str], Sequence[Span]]


def nothing_marked(_: str) -> Sequence[Span]:
    return ()


@dataclass(frozen=True, slots=True)
class Paper:
    """Standard output, for people.

    Attributes:
        width: columns to use.
    """

    width: int
    color: bool

    @classmethod
    def on_stdout(cls, color: str) -> Paper:
        """What this terminal takes; `color` is the setting: auto, always or never."""
        tty = sys.stdout.isatty()
        wanted = color == "always" or (color == "auto" and tty and not os.environ.get("NO_COLOR"))
        width = min(shutil.get_terminal_size((PIPED, 24)).columns, WIDEST) if tty else PIPED
        return cls(max(width, 20), wanted)

    def line(
        self, text: str = "", *, style: str = "", indent: int = 0, marker: Marks = nothing_marked
    ) -> None:
        """One paragraph, wrapped; `style` is a name of `STYLES`, what the marker finds is bold."""
        text = one_line(text)
        marks, at = (marker(text) if self.color else ()), 0
        for row in wrapped(text, self.width - indent) or [""]:
            at = text.find(row, at)
            told = self._marked(row, style, [(mark.start - at, mark.end - at) for mark in marks])
            click.echo((" " * indent + told).rstrip(), color=self.color)
            at += len(row)

    def words(self, text: str, *, indent: int = 2, style: str = "", marker: Marks = nothing_marked) -> None:
        """Words of a document, wrapped; its paragraphs stay apart."""
        for paragraph in filter(None, (part.strip() for part in display_safe(text).split("\n"))):
            self.line(paragraph, style=style, indent=indent, marker=marker)

    def fields(self, pairs: Iterable[tuple[str, str]], *, indent: int = 0) -> None:
        """Names and values in two columns; a pair without a value is left out."""
        kept = [(name, one_line(value)) for name, value in pairs if value]
        margin = max((len(name) for name, _ in kept), default=0) + 2
        for name, value in kept:
            for number, row in enumerate(wrapped(value, self.width - indent - margin)):
                label = self.styled(f"{'' if number else name:<{margin}}", "dim")
                click.echo(" " * indent + label + row, color=self.color)

    def styled(self, text: str, style: str) -> str:
        if not self.color or style not in STYLES:
            return text
        color, bold, dim = STYLES[style]
        # False would switch off what the other one switched on.
        return click.style(text, fg=color, bold=bold or None, dim=dim or None)

    def _marked(self, row: str, style: str, marks: Iterable[tuple[int, int]]) -> str:
        """A line with stretches of it in bold; they may begin before it and end after it."""
        parts, at = [], 0
        for start, end in marks:
            start, end = max(at, start), min(len(row), end)
            if start < end:
                parts += [
                    self.styled(row[at:start], style) if at < start else "",
                    self.styled(row[start:end], "hit"),
                ]
                at = end
        return "".join([*parts, self.styled(row[at:], style) if at < len(row) else ""])


# Colour, bold, dim. They say again what the words say; nothing is told by colour alone.
STYLES: dict[str, tuple[str | None, bool, bool]] = {
    "title": (None, True, False),
    "dim": (None, False, True),
    "quote": ("cyan", False, False),
    "hit": ("cyan", True, False),
    "high": ("red", True, False),
    "medium": ("yellow", False, False),
    "info": ("green", False, False),
}


def emit(written: str) -> None:
    """One line of JSON on standard output."""
    click.echo(json_safe(written))


def say(text: str) -> None:
    """One line of talk on standard error."""
    click.echo(one_line(text), err=True)


def short(identity: str) -> str:
    """An id as it is printed for people; any command takes it."""
    return identity[:SHOWN_ID]


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 quote", "1,200 quotes"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def cells(text: str) -> int:
    """Columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(_cell(letter) for letter in text)


def _cell(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` columns, broken at spaces.

    A longer word stays whole, so that a path or an address can be copied.
    """
    lines: list[str] = []
    line, used = "", 0
    for word in text.split():
        size = cells(word)
        if line and used + 1 + size > width:
            lines.append(line)
            line, used = word, size
        else:
            line, used = (f"{line} {word}", used + 1 + size) if line else (word, size)
    return [*lines, line] if line else lines
