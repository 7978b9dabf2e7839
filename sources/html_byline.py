"""The byline by a page's headline: a line that begins as one, or an element that is called so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from claims.model import Source
from sources.html_lines import Line, letters_of
from sources.publishers import is_office, is_section, is_wire, one_publisher
from sources.vocabulary import phrases

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# How elements of bylines are called in classes, relations and properties.
_MARK = re.compile(
    r"(?:^|[-_\s])(?:by-?lines?|authors?|author-?names?|writers?|reporters?|contributors?|creator|autor(?:es|en|e)?"
    r"|auteurs?|autore|firma|signature|dcreator)(?:$|[-_\s])|(?<=[a-z])(?:Author|Byline)(?:$|[-_\sA-Z])"
)
# Addresses of pages about who wrote.
_PAGE = re.compile(
    r"/(?:authors?|by|bylines?|writers?|staff|reporters?|contributors?|journalists?|autor(?:es|en)?|auteurs?"
    r"|redact(?:eur|rice)s?|firmas?)/.",
    re.IGNORECASE,
)
BY = re.compile(
    r"^(?:\W{0,3}(?:(?:written|reported|story|reporting|analysis|opinion|text|words|commentary|posted|published"
    r"|photographs?|review|edited) )?by|par|von|por|di|door|av|af)\b:?\s"
    r"|^(?:texte?|autor(?:i|es|en)?|authors?|auteurs?|redactie|redacción):\s",
    re.IGNORECASE,
)
# Where the names of a byline end: a date, an address, a button.
END = re.compile(
    r"\s(?:[|•·]|[-–—])(?:\s|$)|\bfollow(?:ing)?\b|\b(?:updated|posted|published|on|at|in|for|special to)\s"
    r"|\bcontact\b|\bmore (?:from|by)\b|\bview\b|\((?![A-Z.]{1,6}\))|@|https?:|\d"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d",
    re.IGNORECASE,
)
AND = r"\s*(?:[,;{}]|&|\s(?:and|und|et|y|e|och|og)\s)\s*(?:(?:and|und|et|y|e|och|og)\s)?"
_SHOWN_PARTS = re.compile(AND.format("/"), re.IGNORECASE)
_PARTICLES = frozenset(
    "al bin da das de del della den der di do dos du el la las le los ten ter van von zu zum y".split()
)
ROLES = phrases("byline_roles")
_INLINE = ("a", "span", "b", "strong", "em", "i", "cite", "address")
_WORD = re.compile(r"(?![a-zß-ÿ\d_])\w[\w.'’-]*|\([A-Z.]{1,6}\)|[\"“][A-Z][\w.]*[\"”]")
_NAME_WORDS = range(2, 6)
_LONGEST = 140
# Where other texts have their bylines.
_ELSEWHERE = re.compile(
    r"(?:^|\s)comments?(?:$|\s)|(?:^|[-_\s])(?:comment-?list|related|recommend\w*|teasers?|promo\w*|popular"
    r"|trending|nav|menu|sidebar|share\w*|social\w*|captions?|credits?)(?:$|[-_\s])",
    re.IGNORECASE,
)


def shown_authors(near: Sequence[Line], publisher: Source | None) -> list[str]:
    """The names of the first byline, and of marked lines right behind it: an author a line."""
    found: list[str] = []
    for line in near:
        if not found:
            found = _worded(line, publisher) or _named(line, publisher, around=True)
        elif more := _named(line, publisher, around=False):
            found += more
        else:
            break
    return found


def _worded(line: Line, publisher: Source | None) -> list[str]:
    """The persons in a line that begins as a byline does."""
    text = _spaced(line)
    worded = BY.search(text)
    if not worded:
        return []
    said = text[worded.end() : _LONGEST]
    end = END.search(said)
    links = [words for link in line.element.iter("a") if is_person(words := _words(link))]
    links = [words for words in links if words in (said[: end.start()] if end else said)]
    return links if len(links) > 1 else list(_persons(said, publisher))


def _named(line: Line, publisher: Source | None, *, around: bool) -> list[str]:
    """The persons in a line that is marked as an author's."""
    if _stands_elsewhere(line.element):
        return []
    marked = [words for words in _marked(line.element, around=around) if len(words) <= _LONGEST]
    return next((names for words in marked if (names := list(_persons(BY.sub("", words), publisher)))), [])


def _spaced(line: Line) -> str:
    """The line, its inline elements apart as the page may show them: "Nils Okoro", "Updated May 4"."""
    words = _words(line.element)
    return words if letters_of(words) == letters_of(line.text) else line.text


def _words(element: HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _marked(element: HtmlElement, *, around: bool) -> Iterator[str]:
    """The words of what is marked as an author's in this line, and of the line where that is around it."""
    inner = [part for part in element.iter(*_INLINE, element.tag) if is_marked(part)]
    yield from map(_words, inner)
    if inner or (around and any(is_marked(part) for part in list(element.iterancestors())[:3])):
        yield _words(element)
        yield from (_words(part) for part in element.iter(*_INLINE) if len(part) == 0)


def is_marked(element: HtmlElement) -> bool:
    """Does an element, or the address it links to, say that it holds an author?"""
    if "author" in (element.get("rel") or "").split() or element.get("itemprop") in ("author", "creator"):
        return True
    if element.tag == "a" and _PAGE.search(element.get("href") or ""):
        return True
    return bool(_MARK.search(f"{element.get('class') or ''} {element.get('id') or ''}"))


def _stands_elsewhere(element: HtmlElement) -> bool:
    return any(
        step.tag in ("aside", "footer", "nav")
        or _ELSEWHERE.search(f"{step.get('class') or ''} {step.get('id') or ''}")
        for step in (element, *element.iterancestors())
        if step.tag not in ("body", "html")
    )


def _persons(words: str, publisher: Source | None) -> Iterator[str]:
    end = END.search(words)
    first = ""
    for part in _SHOWN_PARTS.split(words[: end.start()] if end else words):
        name = part.strip(" \t.:,-–—|")
        # "Nils Okoro, BAY TODAY": a body in capitals goes with a person who is not.
        if not is_person(name) or (first and name.isupper() and not first.isupper()):
            return
        first = first or name
        if not publisher or not one_publisher(name, publisher.name):
            yield name


def is_person(name: str) -> bool:
    """Could this be a person's name, by its words and capitals?"""
    words = name.split()
    if len(words) not in _NAME_WORDS or is_section(name) or is_wire(name) or is_office(name):
        return False
    if any(word.casefold().strip(".") in ROLES for word in words):
        return False
    weighty = [word for word in words if word.casefold() not in _PARTICLES]
    return len(weighty) > 1 and all(_WORD.fullmatch(word) for word in weighty)
