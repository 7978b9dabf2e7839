"""A page that is nested deeper than the parser goes, without the elements that only group others.

Pages get there by a mark that is opened for each line and never closed, or by boxes in boxes.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from sources.html_lines import LINES

# What is left out of the deep ones: their words stay, and tell as much without them.
_GROUPING = frozenset("div section center span font b i u em strong small big tt nobr ins".split())
# So many levels keep them, as the boxes around an article say where it is: on 82 saved pages no paragraph
# stands more than 24 deep.
_MOST_LEVELS = 100
# Between whose tags nothing is markup, and which have no end.
_RAW = frozenset("script style xmp iframe noembed noframes plaintext".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


def flattened(page: str) -> str:
    """The same page in fewer levels, in time linear in its size."""
    from lxml.etree import HTMLParser, fromstring

    parser = HTMLParser(target=_Flat(), encoding="utf-8", huge_tree=True, no_network=True)
    return str(fromstring(page.encode("utf-8"), parser=parser))


class _Flat:
    """Writes what a parser tells of."""

    def __init__(self) -> None:
        self._written: list[str] = []
        self._is_kept: list[bool] = []
        self._level = 0
        self._raw = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        kept = self._level < _MOST_LEVELS or tag not in _GROUPING
        self._is_kept.append(kept)
        self._level += kept
        self._raw += tag in _RAW
        if kept:
            said = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
            self._written.append(f"<{tag}{said}>")
        else:
            self._break(tag)

    def end(self, tag: str) -> None:
        kept = self._is_kept.pop()
        self._level -= kept
        self._raw -= tag in _RAW
        if not kept:
            self._break(tag)
        elif tag not in _VOID:
            self._written.append(f"</{tag}>")

    def data(self, text: str) -> None:
        self._written.append(text if self._raw else escape(text, quote=False))

    def close(self) -> str:
        return "".join(self._written)

    def _break(self, tag: str) -> None:
        """In place of an element that has lines of its own."""
        if tag in LINES and self._written[-1:] != ["<br>"]:
            self._written.append("<br>")
