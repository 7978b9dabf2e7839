"""What a page states of itself: JSON-LD, meta elements, and the lines by its headline, in this order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from claims.model import Source
from sources.documents import Stated
from sources.html_author import author_of
from sources.html_dates import (
    MODIFIED,
    PUBLISHED,
    dated_metas,
    line_of,
    searched_date,
    stated_date,
    url_date,
    words_of,
)
from sources.html_lines import around, letters_of, lines_of
from sources.html_linked import Linked, linked_data, names_of, publisher_kind
from sources.html_shown_dates import shown_dates
from sources.html_title import MARKS, headline
from sources.origins import byline_agency
from sources.publishers import is_masthead, is_section, is_wire, source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SITE = (
    "og:site_name",
    "citation_journal_title",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "application-name",
)
_AUTHOR = (
    "article:author",
    "author",
    "byl",
    "byline",
    "parsely-author",
    "sailthru.author",
    "article_author",
    "og:author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "search.byline",
    "twitter:creator",
)
_TITLE = ("og:title", "dc.title", "dcterms.title", "twitter:title", "parsely-title", "sailthru.title")
_ORIGIN = ("original-source", "syndication-source", "rnews:copyrightholder")

# What metadata says in more characters is a text, no name, date or headline.
_LONGEST = 1_000
_SLOGAN = re.compile(r"\s[|–—-]\s|\s?[:»]\s")
# No site is called by more.
_NAME_WORDS = 5
_HTTP = re.compile(r"https?://[^\s\"'<>]{3,2000}", re.IGNORECASE)


def page_linked(tree: HtmlElement) -> Linked:
    """The linked data of the page's article."""
    return linked_data(tree, _called(tree, _metas(tree)))


def stated_by(tree: HtmlElement, linked: Linked, newest: date, address: str = "") -> Stated:
    """Everything the page states of itself, each with its evidence; nothing is guessed.

    Args:
        linked: its linked data.
        newest: when the page was retrieved; no later date is believed where
            htmldate has to search for one.
        address: where it was, if the page does not say so.
    """
    metas, lines = _metas(tree), list(lines_of(tree))
    called = _called(tree, metas)
    url, language = _url(tree, metas) or _address(address), _language(tree)
    host = urlsplit(url).hostname or ""
    publisher = _publisher(linked, metas) or _named_in_title(tree, host)
    title = headline(lines, [*names_of(linked.get("headline")), *called], host, publisher)
    near = around(lines, title.line) if title.line >= 0 else ()
    shown, changed = shown_dates(near, language, newest)
    return Stated(
        title=title.text,
        author=author_of(
            names_of(linked.get("author")),
            [metas[name] for name in _AUTHOR if name in metas],
            near,
            host,
            publisher,
        ),
        source=publisher,
        published=stated_date(tree, linked, metas, "datePublished", (*PUBLISHED, *dated_metas(metas)))
        or url_date(url, newest)
        or shown
        or searched_date(tree, metas, url, newest),
        modified=stated_date(tree, linked, metas, "dateModified", MODIFIED) or changed,
        url=url,
        language=language,
        origin=next(
            (metas[name] for name in _ORIGIN if metas.get(name) and not _HTTP.match(metas[name])),
            _agency(linked, metas),
        ),
    )


# -- where it stands --------------------------------------------------------------


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Content of the first meta element of each name, names in lower case."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = line_of((element.get("content") or "")[:_LONGEST])
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _called(tree: HtmlElement, metas: Mapping[str, str]) -> list[str]:
    """What meta elements and the title element call the page."""
    title = next((words for element in tree.iter("title") if (words := words_of(element)[:_LONGEST])), "")
    return [name for name in (*(metas.get(name, "") for name in _TITLE), title) if name]


def _named_in_title(tree: HtmlElement, host: str) -> Source | None:
    """The site by the title of the page: "Storm breaks the wall - Herald", where a heading is the rest of it,
    the name is a masthead's, or the address spells it.
    """
    title = next((words_of(element)[:_LONGEST] for element in tree.iter("title")), "")
    marks = list(MARKS.finditer(title))
    name = title[marks[-1].end() :].strip() if marks else ""
    if not name or len(name.split()) > _NAME_WORDS or is_section(name):
        return None
    headings = {letters_of(words_of(element)) for element in tree.iter("h1", "h2")}
    rest = {letters_of(title[: mark.start()]) for mark in marks}
    spelled = letters_of(name.removesuffix(".com")) in letters_of(host)
    return source(name, "title") if spelled or rest & headings or is_masthead(name) else None


def _publisher(linked: Linked, metas: Mapping[str, str]) -> Source | None:
    for name in _SITE[:1]:
        if metas.get(name):
            return source(_before_slogan(metas[name]), f"meta {name}", publisher_kind(linked))
    if names := names_of(linked.get("publisher")):
        return source(names[0], "json-ld", publisher_kind(linked))
    for name in _SITE[1:]:
        if metas.get(name) and not _HTTP.match(metas[name]):
            return source(metas[name], f"meta {name}")
    return None


def _before_slogan(name: str) -> str:
    """ "The Herald | News of the coast" is the Herald."""
    found = _SLOGAN.search(name)
    return name[: found.start()] if found else name


def _agency(linked: Linked, metas: Mapping[str, str]) -> str:
    """The agency that metadata names as, or among, the authors."""
    stated = [*names_of(linked.get("author")), *(metas[name] for name in _AUTHOR if name in metas)]
    return next(
        (byline_agency(f" {name}") or name for name in stated if is_wire(name) or byline_agency(f" {name}")),
        "",
    )


# -- address and language ---------------------------------------------------------


def _url(tree: HtmlElement, metas: Mapping[str, str]) -> str:
    for link in tree.iter("link"):
        href = (link.get("href") or "").strip()
        if (link.get("rel") or "").lower() == "canonical" and _address(href):
            return str(href)
    return _address(metas.get("og:url", ""))


def _address(written: str) -> str:
    """It, if it is an address of the web; else ""."""
    try:
        return written if _HTTP.fullmatch(written) and urlsplit(written).hostname else ""
    except ValueError:  # a host in brackets that is none
        return ""


def _language(tree: HtmlElement) -> str:
    """The page's language tag, such as "en" or "en-US"; "" if it names none."""
    written = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    return written if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}", written) else ""
