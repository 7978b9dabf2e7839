"""When a page says it was published and changed, and where it says so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from claims.model import PartialDate, Span
from sources.dates import date_line, read_stamp

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# Meta names, what the page says of itself first, what tools copy later.
PUBLISHED = (
    "article:published_time",
    "datepublished",
    "og:article:published_time",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "article.published",
    "rnews:datepublished",
    "date",
)
MODIFIED = (
    "article:modified_time",
    "datemodified",
    "og:updated_time",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "article.updated",
    "rnews:datemodified",
)
# Other names of a date, as sites make them up: "article_date_original", "cXenseParse:publishtime".
_DATED = re.compile(r"(?:date|time)")
_FIRST = re.compile(r"publi|pub[-_.]?date|pub_|issue|creat|origin|post|release|first|start")
_LATER = re.compile(r"modif|updat|revis|chang|expir|cache|generat|upload|end")
_URL_DAY = re.compile(
    r"/((?:19|20)\d\d)[/-](?:[A-Za-z_-]{2,30}/)?(\d{1,2})[/-](\d{1,2})(?=[/\-_.]|$)", re.ASCII
)
_URL_DAY_RUN = re.compile(r"/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/\-_.]|$)", re.ASCII)

# Dates of a page are in elements of a few words.
SHORT = 140


def dated_metas(metas: Mapping[str, str]) -> list[str]:
    """Names of meta elements that by their words hold a date of publication."""
    return [name for name in metas if _DATED.search(name) and _FIRST.search(name) and not _LATER.search(name)]


def line_of(text: str) -> str:
    return " ".join(text.split())


def words_of(element: HtmlElement) -> str:
    return line_of("".join(element.itertext()))


def stated_date(
    tree: HtmlElement,
    linked: Mapping[str, object],
    metas: Mapping[str, str],
    key: str,
    names: tuple[str, ...],
) -> PartialDate | None:
    """The date that JSON-LD, a meta element or a marked time element states."""
    value = linked.get(key)
    if isinstance(value, str) and (read := read_stamp(value, "json-ld")):
        return read
    for name in names:
        if name in metas and (read := read_stamp(metas[name], f"meta {name}")):
            return read
    for element in tree.iter("time", "span", "meta"):
        if element.get("itemprop") == key or (key == "datePublished" and element.get("pubdate") is not None):
            raw = element.get("datetime") or element.get("content") or words_of(element)
            if read := read_stamp(raw, "time element"):
                return read
    return None


def searched_date(tree: HtmlElement, metas: Mapping[str, str], url: str, newest: date) -> PartialDate | None:
    """The day htmldate finds, if the page states it where one can point at it.

    htmldate also takes days from picture names and loose figures; such a day
    is no statement of the page, so it is dropped.
    """
    from htmldate import find_date

    try:
        found = find_date(
            tree, extensive_search=False, original_date=True, url=url or None,
            max_date=(newest + timedelta(days=1)).isoformat(),
        )  # fmt: skip
    except (ValueError, TypeError, AttributeError, RecursionError, OverflowError):
        return None
    day = date.fromisoformat(found) if found else None
    return (_in_metas(metas, day) or _in_text(tree, day)) if day else None


def url_date(url: str, newest: date) -> PartialDate | None:
    """The day that stands in the page's address, as /2024/03/16/ or /20240316/."""
    for form in (_URL_DAY, _URL_DAY_RUN):
        if found := form.search(url):
            try:
                day = date(*map(int, found.groups()))
            except ValueError:
                continue
            if day <= newest:
                return PartialDate.day(day, evidence="url", raw=found.group().strip("/"))
    return None


def _in_metas(metas: Mapping[str, str], day: date) -> PartialDate | None:
    for name, content in metas.items():
        if name in MODIFIED:
            continue
        read = read_stamp(content, f"meta {name}") if len(content) < SHORT else None
        if read and read.earliest == read.latest == day:
            return read
    return None


def _in_text(tree: HtmlElement, day: date) -> PartialDate | None:
    """An element that holds nothing but this day: a time element, or a date line."""
    for element in tree.iter("time", "span", "p", "div", "li", "small", "abbr", "h2", "h3", "td"):
        stamp = read_stamp(element.get("datetime") or "", "time element")
        if stamp and stamp.earliest == day:
            return stamp
        if len(element) > 3:
            continue
        words = words_of(element)
        for stated in date_line(words, Span(0, len(words))) if 0 < len(words) < SHORT else []:
            if stated.date and not stated.modified and stated.date.earliest == stated.date.latest == day:
                return PartialDate.day(day, evidence="text", raw=stated.date.raw)
    return None
