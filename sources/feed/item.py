"""What an item of a feed states, and its text."""

from __future__ import annotations

import re
from typing import Any

from claims.model import PartialDate, Source
from sources.dates import read_stamp
from sources.documents import Stated
from sources.html_whole import whole_text
from sources.publishers import is_section, source
from sources.sent import sent_on

_HTTP = re.compile(r"https?://\S{3,2000}")
_PLAIN = "text/plain"


def text_of(entry: Any, location: str) -> str:
    """The title, a blank line, and the whole content; the summary where there is none."""
    # `dict.get`: the library's own puts one field in the place of another that is missing.
    forms = [one for one in (dict.get(entry, "content") or ()) if _text(one, location)]
    forms = forms or [dict.get(entry, "summary_detail") or {"value": dict.get(entry, "summary") or ""}]
    body = max((_text(one, location) for one in forms), key=len)
    return "\n\n".join(filter(None, (title_of(entry, location), body)))


def title_of(entry: Any, location: str) -> str:
    detail = dict.get(entry, "title_detail") or {"value": dict.get(entry, "title") or ""}
    return " ".join(_text(detail, location).split())


def stated_by(feed: Any, entry: Any, location: str) -> Stated:
    """Title, author, address and dates of an item, the publisher and language of its feed."""
    published, updated = (
        _date(dict.get(entry, name) or "", f"feed {name}") for name in ("published", "updated")
    )
    # In RSS a lone `dc:date` is that of publication; in Atom `updated` is that of the last change.
    only_one = published is None and str(dict.get(feed, "version") or "").startswith("rss")
    link = str(dict.get(entry, "link") or "")
    return Stated(
        title=title_of(entry, location),
        author=" ".join(str(dict.get(entry, "author") or "").split()),
        source=_publisher(feed, entry),
        published=updated if only_one else published,
        modified=None if only_one else updated,
        url=link if _HTTP.fullmatch(link) else "",
        language=_language(feed),
    )


def _text(detail: Any, location: str) -> str:
    value = str(detail.get("value") or "")
    return value.strip() if detail.get("type") == _PLAIN else whole_text(value, location)


def _date(written: str, evidence: str) -> PartialDate | None:
    return (sent_on(written.strip(), evidence) or read_stamp(written, evidence)) if written else None


def _publisher(feed: Any, entry: Any) -> Source | None:
    """Whom the item names as its source, else who publishes the feed by its own words."""
    about = dict.get(feed, "feed") or {}
    named = (
        ((dict.get(entry, "source") or {}).get("title"), "feed source"),
        (dict.get(about, "publisher"), "feed publisher"),
        (dict.get(about, "title"), "feed title"),
    )
    for name, evidence in named:
        line = " ".join(str(name or "").split())
        if line and not _HTTP.match(line) and not is_section(line):
            return source(line, evidence)
    return None


def _language(feed: Any) -> str:
    written = str(dict.get(dict.get(feed, "feed") or {}, "language") or "")
    return written if re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}", written) else ""
