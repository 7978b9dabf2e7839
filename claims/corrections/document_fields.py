"""Fields of a document that people may set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from claims.corrections.written import BY_HAND, date_of
from claims.errors import BadValue
from claims.model import Document, Source, SourceKind


def _words(field: str) -> Callable[[Document, str, str], Document]:
    def setter(document: Document, written: str, _text: str) -> Document:
        return replace(document, **{field: written})  # type: ignore[arg-type]

    return setter


def _source(document: Document, name: str, _text: str) -> Document:
    old = document.source
    if not name:
        return replace(document, source=None)
    kind, country = (old.kind, old.country) if old else (SourceKind.UNKNOWN, "")
    return replace(document, source=Source(name, kind, country, BY_HAND))


def _kind(document: Document, kind: str, _text: str) -> Document:
    if document.source is None:
        raise BadValue("kind", kind, "set the source first")
    return replace(document, source=replace(document.source, kind=SourceKind(kind)))


def _published(document: Document, written: str, _text: str) -> Document:
    return replace(document, published=date_of(written))


def _modified(document: Document, written: str, _text: str) -> Document:
    return replace(document, modified=date_of(written))


FIELDS = {
    **{name: _words(name) for name in ("title", "author", "url", "place")},
    "source": _source,
    "kind": _kind,
    "published": _published,
    "modified": _modified,
}
