"""The lines of a page as they are shown, each with the element it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

UNSEEN = frozenset(
    {"script", "style", "head", "template", "noscript", "iframe", "object", "svg", "select", "title"}
)
# Whatever stands in one of these is a line of its own.
LINES = frozenset(
    """address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th
    thead tr ul
    """.split()
)

_NO_LETTERS = re.compile(r"[\W_]+")
# Bylines and dates stand this many lines before a headline, if they do, and this many behind it
# where buttons, tags and a picture come between.
_BEFORE, _BEHIND = 6, 40
# Words of a paragraph: by itself, and where it ends as a sentence does.
_LONG, _SENTENCE = 25, 8


@dataclass(frozen=True, slots=True)
class Line:
    """A line, and the innermost element that breaks lines around it."""

    text: str
    element: HtmlElement


def lines_of(tree: HtmlElement) -> Iterator[Line]:
    """Every line that is shown, in order."""
    from lxml.etree import iterwalk

    words: list[str] = []
    holder = tree
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if element.tag in LINES:
            if text := " ".join("".join(words).split()):
                yield Line(text, holder)
            words = []
            holder = element if event == "start" else element.getparent()
        if event == "end":
            words.append(element.tail or "")
        elif element.tag in UNSEEN:
            walk.skip_subtree()
        else:
            words.append(element.text or "")
    if text := " ".join("".join(words).split()):
        yield Line(text, holder)


def most_in_a_line(tree: HtmlElement) -> int:
    """How many elements stand one after the other of which none breaks a line."""
    most = now = 0
    for element in tree.iter():
        now = 0 if element.tag in LINES else now + 1
        most = max(most, now)
    return most


def letters_of(text: str) -> str:
    """Letters and digits alone, by which two printings of a line are one."""
    return _NO_LETTERS.sub("", text.casefold())


def around(lines: Sequence[Line], headline: int) -> Sequence[Line]:
    """What stands by a headline and is no prose: behind it up to the article, which begins with the
    first two paragraphs in a row (a standfirst or a caption stands alone), then before it, the nearest first.
    """
    behind: list[Line] = []
    paragraphs = 0
    for line in lines[headline + 1 : headline + 1 + _BEHIND]:
        paragraphs = paragraphs + 1 if _is_prose(line.text) else 0
        if paragraphs == 2:
            break
        behind.append(line)
    before = reversed(lines[max(0, headline - _BEFORE) : headline])
    return [line for line in (*behind, *before) if not _is_prose(line.text)]


def _is_prose(text: str) -> bool:
    words = len(text.split())
    return words >= _LONG or (words >= _SENTENCE and text.rstrip("\"'”’»)")[-1:] in tuple(".!?"))
