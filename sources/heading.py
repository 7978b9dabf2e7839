"""What the lines around an article state: title, publisher, author, dates, place, origin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from claims.model import PartialDate, Precision, Source, Span
from sources.dates import Stated, date_line, dates_within, read_date
from sources.furniture import BULLETS, BYLINE, is_byline, is_furniture_line
from sources.origins import byline_agency, copyright_holder, dateline_agency, origins, reposted_from
from sources.publishers import (
    is_masthead,
    is_office,
    is_office_part,
    is_section,
    office_name,
    one_publisher,
    source,
)
from sources.units import Layout, Unit

# A byline's picture of the outlet comes as its alternative text: "WLS logo".
_LOGO = re.compile(r"[ ,|]+\S{1,20} (?:logo|icon|image)$", re.IGNORECASE)

# "Wednesday, September 25, 2024" and a dash: the date an article opens with.
_LONGEST_DATE = 40
_DASH = re.compile(r" ?(?:[–—]|--)")

_TITLE_WORDS = range(3, 31)


@dataclass(frozen=True, slots=True)
class Heading:
    """What is stated; empty or None where nothing is.

    Attributes:
        origins: names given as the origin of the text, the surest first.
        used: lines read here that are no part of the article.
        troubles: what a date line says and cannot mean, with its place.
    """

    title: str = ""
    title_span: Span | None = None
    source: Source | None = None
    author: str = ""
    published: PartialDate | None = None
    modified: PartialDate | None = None
    place: str = ""
    origins: tuple[str, ...] = ()
    used: tuple[Span, ...] = ()
    troubles: tuple[tuple[str, Span], ...] = ()


def heading(text: str, layout: Layout, title: str = "") -> Heading:
    """Read the heading and the last lines of a text.

    Args:
        title: where a page's metadata states it; only its place is looked for then.
    """
    stated = list(_dates(text, layout))
    dated = {line for line, _ in stated}
    head = [unit for unit in layout.head if unit.span not in dated]
    publisher, named = _publisher(head)
    names = {unit.span for unit in named}
    span = _title([unit for unit in head if unit.span not in names], title)
    if span is None and not title and len(named) == 1 and not _is_alone_a_name(named[0]):
        span, publisher, names = named[0].span, None, set()
    byline = next((unit for unit in layout.head if is_byline(unit.text) and unit.span != span), None)
    reposts = [unit.span for unit in layout.units[: layout.body + 1] if reposted_from(unit.text)]
    found = Heading(
        title=title or (span.of(text) if span else ""),
        title_span=span,
        source=publisher or _other_source(layout, byline),
        author=_author(byline),
        place=_place(layout),
        origins=tuple(dict.fromkeys(_origins(layout, byline))),
        used=tuple(sorted({*dated, *names, *reposts})),
    )
    return _with_dates(found, [date for _, dates in stated for date in dates], _dateline_date(layout))


# -- dates ------------------------------------------------------------------


def _dates(text: str, layout: Layout) -> Iterator[tuple[Span, list[Stated]]]:
    """Date lines: any in the heading, labelled ones behind the article.

    A bare date behind the article belongs to a link as often as to the page.
    """
    for unit in layout.head:
        if dates := date_line(text, unit.span):
            yield unit.span, dates
    for unit in layout.tail:
        dates = date_line(text, unit.span)
        if dates and all(date.labelled for date in dates):
            yield unit.span, dates


def _with_dates(found: Heading, stated: Sequence[Stated], dateline: PartialDate | None) -> Heading:
    published = next((s.date for s in stated if s.date and not s.modified), None)
    modified = next((s.date for s in stated if s.date and s.modified), None)
    troubles = tuple((s.trouble, s.span) for s in stated if s.trouble)
    return replace(found, published=published or dateline, modified=modified, troubles=troubles)


def _dateline_date(layout: Layout) -> PartialDate | None:
    """The date of "PLACE, May 4, 2023 (AGENCY) --", "PLACE (May 4, 2023) --" or "May 4, 2023 --"; it must
    have its year."""
    if not (found := layout.dateline):
        first = layout.units[layout.body] if layout.units else None
        return _opening_date(first) if first else None
    unit, dateline = found
    for group in ("date", "agency"):
        if read := read_date(dateline[group] or ""):
            start, end = dateline.span(group)
            return replace(read, span=Span(unit.span.start + start, unit.span.start + end), evidence="text")
    return None


def _opening_date(unit: Unit) -> PartialDate | None:
    stated = next(dates_within(unit.text[:_LONGEST_DATE]), None)
    if (
        stated is None
        or stated.date is None
        or stated.span.start
        or stated.date.precision is not Precision.DAY
    ):
        return None
    span = Span(unit.span.start, unit.span.start + stated.span.end)
    return replace(stated.date, span=span) if _DASH.match(unit.text, stated.span.end) else None


# -- who --------------------------------------------------------------------


def _publisher(head: Sequence[Unit]) -> tuple[Source | None, list[Unit]]:
    """The first office block or masthead of the heading, and its lines."""
    for index, unit in enumerate(head):
        if is_office(unit.text) and not is_section(unit.text):
            block = [unit]
            for below in head[index + 1 :]:
                if below.gap or not is_office_part(below.text):
                    break
                block.append(below)
            return source(office_name([unit.text for unit in block]), "text"), block
        if is_masthead(unit.text) and not _after_crumb(head, index):
            return source(unit.text.strip(" .|"), "text"), [unit]
        if unit.is_prose:
            break
    return None, []


def _after_crumb(head: Sequence[Unit], index: int) -> bool:
    """Right under "You are here" stands a part of the site."""
    return index > 0 and head[index - 1].text.casefold().startswith("you are here")


def _is_alone_a_name(unit: Unit) -> bool:
    """A single name above an article is a publisher if it is short; else it may be its headline."""
    return unit.words <= 4


def _other_source(layout: Layout, byline: Unit | None) -> Source | None:
    """Without a masthead: the dateline's or byline's agency, or who holds the copyright."""
    name = dateline_agency(layout) or byline_agency(byline.text if byline else "")
    name = name or next((holder for unit in layout.tail if (holder := copyright_holder(unit))), "")
    return source(name, "text") if name else None


def _origins(layout: Layout, byline: Unit | None) -> Iterator[str]:
    yield from origins(layout)
    if byline and (agency := byline_agency(byline.text)):
        yield agency


def reprinted(names: Sequence[str], publisher: Source | None) -> Source | None:
    """The first origin that is not the publisher itself."""
    for name in names:
        if publisher is None or not one_publisher(name, publisher.name):
            return source(name, "text")
    return None


def _author(byline: Unit | None) -> str:
    found = BYLINE.fullmatch(byline.text) if byline else None
    if not found:
        return ""
    names = _LOGO.sub("", found["names"])
    agency = byline_agency(names)
    return names.removesuffix(agency).rstrip(" ,|/-") if agency else names.strip(" ,|")


# -- title and place ---------------------------------------------------------


def _title(head: Sequence[Unit], title: str) -> Span | None:
    """Where the title stands: the given one, else a line the heading repeats, else its first headline."""
    if title:
        wanted = " ".join(title.casefold().split())
        return next((u.span for u in head if " ".join(u.text.casefold().split()) == wanted), None)
    lines = [unit for unit in head if _is_headline(unit)]
    seen: dict[str, Span] = {}
    for unit in lines:
        if unit.text in seen:
            return seen[unit.text]
        if any(before.endswith(f": {unit.text}") for before in seen):  # "Media release: ..."
            return unit.span
        seen[unit.text] = unit.span
    return lines[0].span if lines else None


def _is_headline(unit: Unit) -> bool:
    """A short line that is no sentence of the article, no button, no name of a part of the site."""
    if unit.words not in _TITLE_WORDS or unit.text.endswith((".", ":", ";", ",")) or unit.is_prose:
        return False
    if unit.text.startswith(BULLETS) or unit.text.endswith((" and", " or")):
        return False
    if is_furniture_line(unit) or reposted_from(unit.text) or is_section(unit.text):
        return False
    return any(character.isalpha() for character in unit.text)


def _place(layout: Layout) -> str:
    """The place of the dateline, as printed."""
    found = layout.dateline
    return found[1]["place"].rstrip(" ,") if found else ""
