"""How Markdown is known: by the lines that state what it is, or by its marks where its name says so."""

from __future__ import annotations

import re

# Before the first field there may be blank lines and remarks; more lines than these are no front matter.
_BEFORE = r"[ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*"
_REST = r"[\s\S]{0,65536}?"
# Fields between two lines of dashes (YAML) or of plus signs (TOML).
FRONT = re.compile(
    rf"\ufeff?(?:---{_BEFORE}(?P<yaml>[A-Za-z_][\w .\-]{{0,60}}:[ \t\r\n]{_REST})^(?:---|\.\.\.)"
    rf"|\+\+\+{_BEFORE}(?P<toml>[A-Za-z_][\w.\-]{{0,60}}[ \t]*={_REST})^\+\+\+)[ \t]*(?:\r?\n|\Z)",
    re.MULTILINE,
)

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")

_MARKS = re.compile(
    # a heading, a quoted block, a fence, an item, an underline, where a link leads
    r"^ {0,3}(?:#{1,6}[ \t]+\S|>[ \t]?\S|```|~~~|[-*+][ \t]+\S|\d{1,9}[.)][ \t]+\S|={3,}[ \t]*$"
    r"|\[\^?[^\]\n]{1,80}\]:)"
    # a link, strong and stressed words, code, the line below a table's headings, a mark that is none
    r"|\[[^\]\n]{1,300}\]\([^)\s]{1,500}|\*\*\S|(?<![*\w])\*[^\s*]|(?<![_\w])_[^\s_]|`[^`\n]{1,300}`"
    r"|^\|?[ \t]*:?-{3,}:?[ \t]*\||\\[*_#>\[\]`]",
    re.MULTILINE,
)


def has_front_matter(start: str) -> bool:
    return bool(FRONT.match(start))


def has_marks(text: str) -> bool:
    """Would Markdown show any of it otherwise than it is written?"""
    return bool(_MARKS.search(text))
