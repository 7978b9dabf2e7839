"""Who wrote a page: metadata where it names persons, else the byline by the headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from claims.model import Source
from sources.html_lines import Line
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
_BY = re.compile(
    r"^(?:\W{0,3}(?:(?:written|reported|story|reporting|analysis|opinion|text|words|commentary|posted|published"
    r"|photographs?|review|edited) )?by\b:?|par|von|por|di|door|av|af|texte?:|autor(?:i|es|en)?:|authors?:"
    r"|auteurs?:)\s",
    re.IGNORECASE,
)
# Where the names of a byline end: a date, an address, a button.
_END = re.compile(
    r"\s(?:[|•·]|[-–—])(?:\s|$)|\bfollow(?:ing)?\b|\b(?:updated|posted|published|on|at|in|for|special to)\s"
    r"|\bcontact\b|\bmore (?:from|by)\b|\bview\b|\((?![A-Z.]{1,6}\))|@|https?:|\d"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d",
    re.IGNORECASE,
)
_AND = r"\s*(?:[,;{}]|&|\s(?:and|und|et|y|e|och|og)\s)\s*(?:(?:and|und|et|y|e|och|og)\s)?"
_SHOWN_PARTS = re.compile(_AND.format("/"), re.IGNORECASE)
_STATED_PARTS = re.compile(_AND.format(""), re.IGNORECASE)
_OF_THE_NAME = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_PARTICLES = frozenset(
    "al bin da das de del della den der di do dos du el la las le los ten ter van von zu zum y".split()
)
_ROLES = phrases("byline_roles")
_CAPITALS = re.compile(r"[A-Z.&]{2,6}")
_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|org|net|es|fr|de|it|co|uk|eu|info|gov)$", re.IGNORECASE)
_WORD = re.compile(r"(?![a-zß-ÿ\d_])\w[\w.'’-]*|\([A-Z.]{1,6}\)|[\"“][A-Z][\w.]*[\"”]")
_NAME_WORDS = range(2, 6)
_LONGEST = 140
# Where other texts have their bylines.
_ELSEWHERE = re.compile(
    r"(?:^|\s)comments?(?:$|\s)|(?:^|[-_\s])(?:comment-?list|related|recommend\w*|teasers?|promo\w*|popular|trending|nav|menu|sidebar|share\w*"
    r"|social\w*|captions?|credits?)(?:$|[-_\s])",
    re.IGNORECASE,
)


def author_of(
    linked: Sequence[str], named: Sequence[str], near: Sequence[Line], site: str, publisher: Source | None
) -> str:
    """Names, parted by commas.

    A person wins over a body, and what the page states of itself over what it shows. The publisher's own
    name tells nothing.

    Args:
        linked: names in linked data.
        named: what each meta element says, the surest first.
        near: the lines by the headline, the nearest first.
        site: the host of the page's address.
    """
    stated = [
        list(_stated(linked, site, publisher)),
        *(list(_stated([one], site, publisher)) for one in named),
    ]
    for names in stated:
        if persons := [name for name in names if not _is_body(name)]:
            return ", ".join(dict.fromkeys(persons))
    shown = next((names for line in near if (names := _byline(line, publisher))), [])
    return ", ".join(dict.fromkeys(shown or next(filter(None, stated), [])))


def _is_body(name: str) -> bool:
    return (
        is_wire(name)
        or is_office(name)
        or name.casefold() in _ROLES
        or bool(len(name.split()) == 1 and _CAPITALS.fullmatch(name))
    )


# -- what is stated -----------------------------------------------------------------


def _stated(entries: Iterable[str], site: str, publisher: Source | None) -> Iterator[str]:
    """The names in what metadata says; not the publisher's, an address or what a name is followed by."""
    for entry in entries:
        names = _listed(_BY.sub("", entry.strip()))
        kept = [
            name for name in names if not _ADDRESS.search(name) and not _is_publisher(name, site, publisher)
        ]
        if len(kept) > 1:
            kept = [name for name in kept if not _CAPITALS.fullmatch(name) and name.casefold() not in _ROLES]
        yield from kept


def _listed(entry: str) -> list[str]:
    """The names of a list; one that may be "Last, First" or a body's stays whole."""
    if is_office(entry):
        return [entry]
    parts = [part.strip() for part in _STATED_PARTS.split(entry) if part and part.strip()]
    joined: list[str] = []
    for part in parts:
        if joined and _OF_THE_NAME.fullmatch(part):
            joined[-1] += f", {part}"
        else:
            joined.append(part)
    return [entry] if len(joined) > 1 and all(len(part.split()) == 1 for part in joined) else joined


def _is_publisher(name: str, site: str, publisher: Source | None) -> bool:
    letters = re.sub(r"\W", "", name.casefold())
    return bool(publisher and one_publisher(name, publisher.name)) or (
        len(letters) > 3 and letters in site.casefold().replace("-", "").replace(".", "")
    )


# -- what is shown ------------------------------------------------------------------


def _byline(line: Line, publisher: Source | None) -> list[str]:
    """The persons that a line names as authors, if it is marked or worded as a byline."""
    worded = _BY.search(line.text)
    said = [line.text[worded.end() : _LONGEST]] if worded else []
    marked = () if _stands_elsewhere(line.element) else _marked(line.element)
    for words in (*said, *(words for words in marked if len(words) <= _LONGEST)):
        if names := list(_persons(_BY.sub("", words), publisher)):
            return names
    return []


def _marked(element: HtmlElement) -> Iterator[str]:
    """The words of an element that is marked as an author's, in this line or around it."""
    for inner in element.iter("a", "span", "b", "strong", "em", "i", "cite", "address", element.tag):
        if is_marked(inner):
            yield " ".join(" ".join(inner.itertext()).split())
    for outer in list(element.iterancestors())[:3]:
        if is_marked(outer):
            yield " ".join(" ".join(outer.itertext()).split())


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
    end = _END.search(words)
    for part in _SHOWN_PARTS.split(words[: end.start()] if end else words):
        name = part.strip(" \t.:,-–—|")
        if not is_person(name):
            return
        if not publisher or not one_publisher(name, publisher.name):
            yield name


def is_person(name: str) -> bool:
    """Could this be a person's name, by its words and capitals?"""
    words = name.split()
    if len(words) not in _NAME_WORDS or is_section(name) or is_wire(name) or is_office(name):
        return False
    if any(word.casefold().strip(".") in _ROLES for word in words):
        return False
    weighty = [word for word in words if word.casefold() not in _PARTICLES]
    return len(weighty) > 1 and all(_WORD.fullmatch(word) for word in weighty)
