"""The linked data of a page (JSON-LD): the object that is its article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import TYPE_CHECKING

from claims.model import SourceKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Linked = Mapping[str, object]

# schema.org types of a page that is one text, the surer ones first; lists, persons
# and sites state dates of their own.
_ARTICLES = (
    re.compile(r"Article|Posting|Report|Review|NewsRelease|Statement"),
    re.compile(r"WebPage|CreativeWork"),
)
# Pages nest their linked data some ten levels deep; Python runs out of stack where it is thousands.
_DEEPEST = 50
# No name or headline is longer.
_LONGEST = 500
_KINDS = {"NewsMediaOrganization": SourceKind.OUTLET, "GovernmentOrganization": SourceKind.OFFICE}
_HTTP = re.compile(r"https?://", re.IGNORECASE)

# What page builders put around it, and marks that only JavaScript allows.
_WRAPPED = re.compile(
    r"^\s{0,50}(?:<!--|(?://|/\*)?\s{0,50}<!\[CDATA\[(?:\s{0,50}\*/)?)"
    r"|(?:-->|(?://|/\*)?\s{0,50}\]\]>(?:\s{0,50}\*/)?)\s{0,50}$|;\s{0,50}$"
)
_LAST_COMMA = re.compile(r",(?=\s{0,50}[}\]])")


def linked_data(tree: HtmlElement, called: Sequence[str]) -> Linked:
    """The object that is the page's article, else a page, else an empty one; what it refers to put in.

    Args:
        called: what else the page calls itself: of several articles the one that is called so.
    """
    items = [item for script in tree.iter("script") for item in _objects(_loaded(script))]
    named = {str(item["@id"]): item for item in items if "@id" in item and "name" in item}
    for types in _ARTICLES:
        if found := [item for item in items if types.search(str(item.get("@type", "")))]:
            mine = next((item for item in found if _is_called(item, called)), found[0])
            return {key: _resolved(value, named) for key, value in mine.items()}
    return {}


def names_of(value: object) -> list[str]:
    """Names of persons or bodies: a string, an object with a name, or a list of these."""
    if isinstance(value, str):
        return (
            [" ".join(unescape(value[:_LONGEST]).split())] if value.strip() and not _HTTP.match(value) else []
        )
    if isinstance(value, dict):
        return names_of(value.get("name"))
    if isinstance(value, list):
        return [name for item in value[:20] for name in names_of(item)]
    return []


def publisher_kind(linked: Linked) -> SourceKind | None:
    """What the publisher is, where its type says so."""
    publisher = linked.get("publisher")
    said = str(publisher.get("@type", "")) if isinstance(publisher, dict) else ""
    return next((kind for word, kind in _KINDS.items() if word in said), None)


def body_of(linked: Linked) -> str:
    """The text of the article, where it is given in whole."""
    body = linked.get("articleBody")
    return unescape(body) if isinstance(body, str) else ""


def _is_called(item: Linked, called: Sequence[str]) -> bool:
    names = [name.casefold() for name in names_of(item.get("headline"))]
    return any(name in other.casefold() or other.casefold() in name for name in names for other in called)


def _resolved(value: object, named: Mapping[str, Linked]) -> object:
    """A reference ({"@id": ...} alone) by the object that has the id."""
    if isinstance(value, list):
        return [_resolved(item, named) for item in value[:20]]
    if isinstance(value, dict) and "name" not in value:
        return named.get(str(value.get("@id")), value)
    return value


def _loaded(script: HtmlElement) -> object:
    if "ld+json" not in (script.get("type") or ""):
        return None
    words = script.text or "null"
    for text in (words, _LAST_COMMA.sub("", _WRAPPED.sub("", words))):
        try:
            loaded = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        return None if _is_too_deep(loaded) else loaded
    return None


def _is_too_deep(loaded: object) -> bool:
    level = [loaded]
    for _ in range(_DEEPEST):
        lists = [each for each in level if isinstance(each, list)]
        lists += [list(each.values()) for each in level if isinstance(each, dict)]
        level = [one for each in lists for one in each]
    return bool(level)


def _objects(loaded: object, depth: int = 0) -> Iterator[Linked]:
    """Objects of a list, of @graph, and what a page is about (mainEntity); no deeper than pages go."""
    if isinstance(loaded, list) and depth < 4:
        for item in loaded[:100]:
            yield from _objects(item, depth + 1)
    elif isinstance(loaded, dict):
        yield loaded
        if depth < 4:
            yield from _objects(loaded.get("@graph"), depth + 1)
            yield from _objects(loaded.get("mainEntity"), depth + 1)
