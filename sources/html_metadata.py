"""What a page states of itself: JSON-LD, meta elements, time elements, in this order."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

from claims.model import Source
from sources.documents import Stated
from sources.html_dates import MODIFIED, PUBLISHED, SHORT, line_of, searched_date, stated_date, words_of
from sources.publishers import is_masthead, one_publisher, source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_Json = Mapping[str, object]

# schema.org types of a page that is one text; others (lists, persons, sites) state other dates.
# schema.org types of a page that is one text, the surer ones first; lists, persons
# and sites state dates of their own.
_ARTICLES = (
    re.compile(r"Article|Posting|Report|Review|NewsRelease|Statement"),
    re.compile(r"WebPage|CreativeWork"),
)

_SITE = (
    "og:site_name",
    "citation_journal_title",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "application-name",
)
_AUTHOR = (
    "author",
    "article:author",
    "byl",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "citation_author",
)
_TITLE = ("og:title", "dc.title", "dcterms.title", "twitter:title", "parsely-title", "sailthru.title")
_ORIGIN = ("original-source", "syndication-source", "rnews:copyrightholder")

_HTTP = re.compile(r"https?://[^\s\"'<>]{3,2000}", re.IGNORECASE)
_SITE_MARKS = re.compile(r"\s[|–—-]\s|\s[»›:]\s")


def stated_by(tree: HtmlElement, newest: date) -> Stated:
    """Everything the page states of itself, each with its evidence; nothing is guessed.

    Args:
        newest: when the page was retrieved; no later date is believed where
            htmldate has to search for one.
    """
    linked, metas = _linked_data(tree), _metas(tree)
    url = _url(tree, metas)
    publisher, title = _publisher(linked, metas), _title(tree, linked, metas)
    publisher = publisher or _masthead_of_title(tree)
    return Stated(
        title=_without_site(title, publisher),
        author=_author(tree, linked, metas),
        source=publisher,
        published=stated_date(tree, linked, metas, "datePublished", PUBLISHED)
        or searched_date(tree, metas, url, newest),
        modified=stated_date(tree, linked, metas, "dateModified", MODIFIED),
        url=url,
        language=_language(tree),
        origin=next(
            (metas[name] for name in _ORIGIN if metas.get(name) and not _HTTP.match(metas[name])), ""
        ),
    )


# -- where it stands --------------------------------------------------------------


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Content of the first meta element of each name, names in lower case."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = line_of(element.get("content") or "")
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _linked_data(tree: HtmlElement) -> _Json:
    """The first JSON-LD object that is an article, else a page, else an empty one."""
    items = [item for script in tree.iter("script") for item in _objects(_loaded(script))]
    for types in _ARTICLES:
        for item in items:
            if types.search(str(item.get("@type", ""))):
                return item
    return {}


def _loaded(script: HtmlElement) -> object:
    if "ld+json" not in (script.get("type") or ""):
        return None
    try:
        return json.loads(script.text or "null", strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(loaded: object, depth: int = 0) -> Iterator[_Json]:
    """Objects of a list, of @graph, and what a page is about (mainEntity); no deeper than pages go."""
    if isinstance(loaded, list) and depth < 4:
        for item in loaded[:100]:
            yield from _objects(item, depth + 1)
    elif isinstance(loaded, dict):
        yield loaded
        if depth < 4:
            yield from _objects(loaded.get("@graph"), depth + 1)
            yield from _objects(loaded.get("mainEntity"), depth + 1)


def _names(value: object) -> list[str]:
    """Names of persons or bodies in JSON-LD: a string, an object with a name, or a list of these."""
    if isinstance(value, str):
        return [line_of(unescape(value))] if value.strip() and not _HTTP.match(value) else []
    if isinstance(value, dict):
        return _names(value.get("name"))
    if isinstance(value, list):
        return [name for item in value[:20] for name in _names(item)]
    return []


# -- title, author, publisher ----------------------------------------------------


def _title(tree: HtmlElement, linked: _Json, metas: Mapping[str, str]) -> str:
    """The heading if there is one, as it stands in the text; else what metadata calls the title."""
    headings = [words for element in tree.iter("h1") if (words := words_of(element))]
    if len(headings) == 1:
        return headings[0]
    for name in (*_names(linked.get("headline")), *(metas.get(name, "") for name in _TITLE)):
        if name:
            return name
    return next((words_of(element) for element in tree.iter("title")), "")


def _without_site(title: str, publisher: Source | None) -> str:
    """ "Headline | The Herald" is the headline where the Herald is the publisher."""
    marks = list(_SITE_MARKS.finditer(title))
    if publisher and marks and one_publisher(title[marks[-1].end() :], publisher.name):
        return title[: marks[-1].start()].strip()
    return title


def _masthead_of_title(tree: HtmlElement) -> Source | None:
    title = next((words_of(element) for element in tree.iter("title")), "")
    marks = list(_SITE_MARKS.finditer(title))
    name = title[marks[-1].end() :].strip() if marks else ""
    return source(name, "title") if name and is_masthead(name) else None


def _publisher(linked: _Json, metas: Mapping[str, str]) -> Source | None:
    for name in _SITE[:1]:
        if metas.get(name):
            return source(metas[name], f"meta {name}")
    if names := _names(linked.get("publisher")):
        return source(names[0], "json-ld")
    for name in _SITE[1:]:
        if metas.get(name) and not _HTTP.match(metas[name]):
            return source(metas[name], f"meta {name}")
    return None


def _author(tree: HtmlElement, linked: _Json, metas: Mapping[str, str]) -> str:
    names = _names(linked.get("author"))
    if not names:
        names = [metas[name] for name in _AUTHOR if metas.get(name) and not _HTTP.match(metas[name])][:1]
    if not names:
        names = [
            words
            for element in tree.iter("a", "span", "p", "div", "address")
            if (element.get("rel") == "author" or element.get("itemprop") == "author")
            and 0 < len(words := words_of(element)) < SHORT
        ]
    return ", ".join(dict.fromkeys(re.sub(r"^by:? ", "", name, flags=re.IGNORECASE) for name in names))


# -- address and language ---------------------------------------------------------


def _url(tree: HtmlElement, metas: Mapping[str, str]) -> str:
    for link in tree.iter("link"):
        href = (link.get("href") or "").strip()
        if (link.get("rel") or "").lower() == "canonical" and _HTTP.fullmatch(href):
            return str(href)
    address = metas.get("og:url", "")
    return address if _HTTP.fullmatch(address) else ""


def _language(tree: HtmlElement) -> str:
    """The page's language tag, such as "en" or "en-US"; "" if it names none."""
    written = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    return written if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}", written) else ""
