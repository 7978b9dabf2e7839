"""The article of a page, a paragraph a line: by trafilatura, and what it leaves out between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sources.html_lines import Line, letters_of, lines_of, most_in_a_line
from sources.html_whole import text_of, whole_text

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A paragraph, or a quote that stands alone.
_SENTENCE = re.compile(r"[.!?…][\"'”’»)]*$|[“”«»\"]")
_LEAST_WORDS = 5
# Letters that stand in one line of a page only, as a rule.
_TELLING = 20
# Of its words less than so many are links.
_MOST_LINKED = 0.5
_NO_TEXT = frozenset("figcaption figure caption aside nav footer form button header table dl".split())
# The comparison with another extractor, and the search for what was left out, take time that grows with
# the square of a page's paragraphs, and with its elements.
_LARGE, _LARGE_ELEMENTS = 4_000, 20_000
# Of a page that is larger still all is read, by a walk over it: trafilatura takes 2 s for 20,000 plain
# paragraphs, a page of 15,000 with three elements each is read in 10, and of a table of 80,000 elements it
# keeps no row where they are alike. Elements in one line cost it the square of their number: with 5,000 a
# page is read in 1.4 s, with 19,000 in 20.
_HUGE, _HUGE_ELEMENTS, _HUGE_LINE = 10_000, 30_000, 5_000
_AROUND = ("nav", "footer", "aside")
# Linked data has the whole article where a page shows its beginning, or nothing without its scripts.
_SHARE_SHOWN = 0.5


def article(tree: HtmlElement, tables: Iterable[HtmlElement]) -> tuple[str, bool]:
    """The article's text, or "" if there is none, and whether all of the page was taken for it, as it is
    too large to be told apart. The tree is not to be used afterwards.

    Args:
        tables: what `html_tables.prepare` made of its tables.
    """
    from lxml.etree import strip_elements

    # trafilatura would take an article from linked data too, as one line.
    strip_elements(tree, "script", with_tail=False)
    shown = list(lines_of(tree))
    elements = sum(1 for _ in tree.iter())
    paragraphs = sum(line.element.tag not in ("td", "th") for line in shown)
    if paragraphs > _HUGE or elements > _HUGE_ELEMENTS or most_in_a_line(tree) > _HUGE_LINE:
        strip_elements(tree, *_AROUND, with_tail=False)
        return text_of(tree, tables), True
    large = len(shown) > _LARGE or elements > _LARGE_ELEMENTS
    found = _extracted(tree, fast=large)
    return "\n".join(found if large else _with_lost(found, shown)), False


def linked_article(body: str, shown: str) -> str:
    """The article of a page's linked data where the page shows less than half of it; else "".

    Args:
        body: as it stands there; it may be HTML.
    """
    if re.search(r"</?(?:p|br|div)\b", body):
        body = whole_text(body)
    lines = [" ".join(line.split()) for line in body.splitlines() if line.strip()]
    held = sum(len(line.split()) for line in lines)
    return "\n".join(lines) if len(shown.split()) < _SHARE_SHOWN * held else ""


def _extracted(tree: HtmlElement, *, fast: bool) -> list[str]:
    import logging

    from trafilatura import bare_extraction

    # It logs each page it gives up; we report that as an error of our own.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(
            tree, include_comments=False, include_tables=True, with_metadata=False, fast=fast
        )
    except RecursionError:
        return []
    text = (found.text if found is not None and not isinstance(found, dict) else "") or ""
    return [line.strip() for line in text.splitlines() if line.strip()]


# -- what it leaves out ------------------------------------------------------------


def _with_lost(found: Sequence[str], shown: Sequence[Line]) -> Iterator[str]:
    """The lines found, and between them the paragraphs of the page that stand between theirs.

    trafilatura leaves out elements by their names: a paragraph in one called "quote-embed" among the
    article's others is part of it all the same.
    """
    letters = [letters_of(line) for line in found]
    everything = "\n".join(letters)
    whole = {line: at for at, line in enumerate(letters)}
    places = [_place(letters_of(line.text), letters, whole, everything) for line in shown]
    lost: dict[int, list[str]] = {}
    for at, line in enumerate(shown):
        if places[at] >= 0 or not _is_paragraph(line) or letters_of(line.text) in everything:
            continue
        before = next((n for n in range(at - 1, -1, -1) if places[n] >= 0), -1)
        after = next((n for n in range(at + 1, len(shown)) if places[n] >= 0), -1)
        if before >= 0 and after >= 0 and _stands_between(line, shown[before], shown[after]):
            lost.setdefault(places[before], []).append(line.text)
    for at, words in enumerate(found):
        yield words
        yield from lost.get(at, ())


def _place(letters: str, found: Sequence[str], whole: Mapping[str, int], everything: str) -> int:
    """The line that holds these letters; -1 if none does, or they are too few to tell."""
    if len(letters) < _TELLING:
        return -1
    if letters in whole:  # nearly always, and the text of a whole book is not searched for each
        return whole[letters]
    return next(at for at, line in enumerate(found) if letters in line) if letters in everything else -1


def _is_paragraph(line: Line) -> bool:
    if len(line.text.split()) < _LEAST_WORDS or not _SENTENCE.search(line.text):
        return False
    linked = sum(len("".join(link.itertext())) for link in line.element.iter("a"))
    return linked < _MOST_LINKED * len(line.text)


def _stands_between(line: Line, before: Line, after: Line) -> bool:
    """Do all three stand in one element, the line perhaps in another one there?"""
    held_in = before.element.getparent()
    if held_in is None or held_in is not after.element.getparent():
        return False
    for step in (line.element, *line.element.iterancestors()):
        if step.tag in _NO_TEXT:
            return False
        if step.getparent() is held_in:
            return True
    return False
