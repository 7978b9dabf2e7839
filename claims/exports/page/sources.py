"""What is kept of each document, and what could not be read or decided in it, as a page prints it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from claims.exports import telling
from claims.exports.rows import moment, retrieved
from claims.model import Correction, Problem
from claims.ports import ExportRow
from claims.views import Reported


@dataclass(frozen=True, slots=True)
class Kept:
    """A source: one document, what is kept of it, and since when."""

    id: str
    title: str
    page: str
    source: str
    date: str
    location: str
    retrieved: tuple[str, ...] = ()
    sha256: str = ""
    read_with: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read or decided, and where."""

    stage: str
    message: str
    where: str
    document: str = ""


def sources(rows: Iterable[ExportRow]) -> Iterator[Kept]:
    first: dict[str, ExportRow] = {}
    for one in rows:
        first.setdefault(one.document, one)
    for one in first.values():
        told = one.fields
        published = one.date if one.date_is == "published" else ""
        came = tuple(filter(None, [told.get("retrieved", "")]))
        yield Kept(
            one.document, told.get("title", ""), telling.page_of(one), one.source, published, one.location,
            came, told.get("sha256", ""), "", tuple(filter(None, [told.get("asserted", "")])),
        )  # fmt: skip


def kept(reported: Reported) -> Kept:
    document = reported.document
    page = document.url if document.url.startswith(("http://", "https://")) else ""
    came = [moment(one.retrieved) for one in reported.arrivals] or [retrieved(document)]
    hops = [
        f"after {', '.join(one.fetched.hops)}"
        for one in reported.arrivals
        if one.fetched and one.fetched.hops
    ]
    by_hand = [corrected(made) for made in document.corrected]
    return Kept(
        document.id, document.title, page, document.source.name if document.source else "",
        str(document.published or ""), document.location, tuple(dict.fromkeys(came)), document.raw_sha256,
        document.read_with, (*dict.fromkeys(hops), *by_hand),
    )  # fmt: skip


def problem(one: Problem, reported: Reported | None = None) -> Unread:
    if reported is None:
        return Unread(one.stage, one.message, one.location)
    where = reported.document.title or reported.document.location
    place = f", characters {one.span.start} to {one.span.end}" if one.span else ""
    return Unread(one.stage, one.message, f"{where}{place}", reported.document.id)


def corrected(made: Correction) -> str:
    field = made.field.replace("_", " ")
    said = f"{field} set to {made.value}" if made.value else f"{field} taken away"
    return f"{said}, {made.by}, {made.at[:10]}"
