"""The lines before a Markdown text that state its title, author and dates, in YAML or TOML."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from typing import Any

from claims.model import PartialDate
from sources.dates import read_stamp
from sources.documents import Stated
from sources.markdown.marks import FRONT
from sources.publishers import source

_EVIDENCE = "front matter"

# What editors and site makers call them, the surest first.
_TITLE = ("title", "headline")
_AUTHOR = ("author", "authors", "by", "byline", "creator")
_PUBLISHED = ("date", "published", "datepublished", "publishdate", "pubdate", "publication_date", "issued")
_MODIFIED = ("lastmod", "modified", "updated", "datemodified", "last_modified_at", "last_updated")
_SOURCE = ("source", "publisher", "publication", "outlet", "site")
_URL = ("canonical_url", "canonical", "url", "original_url", "link", "permalink", "source")
_LANGUAGE = ("lang", "language", "locale")

_HTTP = re.compile(r"https?://[^\s\"'<>]{3,2000}", re.IGNORECASE)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_MOST_NAMES = 20


def split(text: str) -> tuple[Mapping[str, object], str]:
    """The fields that stand before a text, by name in small letters, and the text itself.

    Where they cannot be read they are none, and stay out of the text all the same.
    """
    found = FRONT.match(text)
    if not found:
        return {}, text.removeprefix("\ufeff")
    fields: Mapping[Any, object] = _yaml(found["yaml"]) if found["yaml"] else _toml(found["toml"])
    named = {str(name).strip().lower().replace(" ", "_"): value for name, value in fields.items()}
    return named, text[found.end() :]


def _yaml(written: str) -> Mapping[Any, object]:
    """Every value as text: YAML would make dates and numbers of some."""
    import yaml

    try:
        fields = yaml.load(written, Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts, lists and maps only
    except (yaml.YAMLError, RecursionError, ValueError):
        return {}
    return fields if isinstance(fields, dict) else {}


def _toml(written: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(written)
    except (RecursionError, ValueError):
        return {}


def stated(fields: Mapping[str, object]) -> Stated:
    """What the fields state of the document."""
    named = _words(fields, _SOURCE)
    return Stated(
        title=_words(fields, _TITLE),
        author=", ".join(_names(fields)),
        source=source(named, _EVIDENCE) if named and not _HTTP.match(named) else None,
        published=_date(fields, _PUBLISHED),
        modified=_date(fields, _MODIFIED),
        url=next((url for name in _URL if _HTTP.fullmatch(url := _text(fields.get(name)))), ""),
        language=language if _TAG.fullmatch(language := _words(fields, _LANGUAGE)) else "",
    )


def _words(fields: Mapping[str, object], names: Iterable[str]) -> str:
    return next((words for name in names if (words := _text(fields.get(name)))), "")


def _text(value: object) -> str:
    """A value in one line; "" for a list or a map, which is no one value."""
    if isinstance(value, list | dict | bool) or value is None:
        return ""
    return " ".join(str(value).split())


def _names(fields: Mapping[str, object]) -> list[str]:
    """One name, or those of a list; of a person with fields the name."""
    value = next((fields[name] for name in _AUTHOR if fields.get(name)), "")
    several = value if isinstance(value, list) else [value]
    named = (one.get("name") if isinstance(one, dict) else one for one in several[:_MOST_NAMES])
    return [words for one in named if (words := _text(one))]


def _date(fields: Mapping[str, object], names: Iterable[str]) -> PartialDate | None:
    """The first that is a date; one that can be read two ways is none."""
    for name in names:
        if found := read_stamp(_text(fields.get(name)), _EVIDENCE):
            return found
    return None
