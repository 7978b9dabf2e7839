"""Other articles on a page than the one that is read of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sources.html_lines import letters_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# A teaser has a sentence or two.
_PARAGRAPHS, _WORDS = 3, 12


@dataclass(frozen=True, slots=True)
class Other:
    """An article element with a heading of its own."""

    title: str
    paragraphs: tuple[str, ...]


def whole_articles(tree: HtmlElement) -> list[Other]:
    """Every article element with a heading and some paragraphs, of nested ones the innermost."""
    return [found for element in tree.iter("article") if (found := _whole(element))]


def unread(articles: list[Other], text: str, title: str) -> Iterator[str]:
    """The headings of those of which no paragraph stands in the text, save what is called as the text is."""
    held = letters_of(text)
    for article in articles:
        is_same = letters_of(article.title) == letters_of(title)
        if not is_same and not any(letters_of(paragraph) in held for paragraph in article.paragraphs):
            yield article.title


def _whole(element: HtmlElement) -> Other | None:
    heading = next(element.iter("h1", "h2", "h3"), None)
    if heading is None or next(element.iterdescendants("article"), None) is not None:
        return None
    lines = (" ".join("".join(paragraph.itertext()).split()) for paragraph in element.iter("p"))
    paragraphs = tuple(line for line in lines if len(line.split()) >= _WORDS)
    title = " ".join("".join(heading.itertext()).split())
    return Other(title, paragraphs) if title and len(paragraphs) >= _PARAGRAPHS else None
