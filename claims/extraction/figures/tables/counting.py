"""The claims of a table's row, each with what its headings say it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.extraction.figures.intervals import quantity
from claims.extraction.figures.reading import Reading
from claims.extraction.figures.roles import role_of_noun
from claims.extraction.figures.tables.cells import UnitOfHeading, figures_of
from claims.extraction.figures.tables.grid import Row
from claims.extraction.figures.tables.headings import Heading
from claims.extraction.figures.tables.layout import PROSE, Table
from claims.extraction.figures.when import as_of
from claims.model import Claim, Document, Population, Span
from claims.model.figures import normalised_surface
from claims.model.identity import normalised

# A figure below a heading is as sure as one with its noun beside it; with only the name of
# its row, as one of prose that stands alone.
_HEADED, _NAMED = 0.9, 0.7


class CellOfWords(NamedTuple):
    """A cell that holds more than a figure and is to be read as prose is.

    Attributes:
        counted: what its headings say of a figure of which its words do not.
        is_long: it has sentences of its own.
    """

    span: Span
    counted: str
    is_long: bool


def claims_of_row(
    document: Document, table: Table, row: Row, *, event: str = "", country: str = ""
) -> Iterator[Claim | CellOfWords]:
    """The figures of one row, and its cells of words, in order. The sentence of each claim is the row."""
    name, sentence = table.name_of(row), normalised(row.span.of(document.text))
    for at, cell in enumerate(row.cells):
        is_prose = cell.text.count(" ") >= PROSE
        if cell.is_empty or (at in table.labels and not is_prose):
            continue
        above = table.columns[at]
        made = [] if is_prose else figures_of(cell.text, _unit(above, name), country)
        if not made:
            place = Span(cell.start, cell.start + len(cell.text))
            yield CellOfWords(place, ", ".join(_said(table, above, name)[0]), is_prose)
            continue
        for each in made:
            span = Span(cell.start + each.start, cell.start + each.end)
            yield _claim(document, table, row, (sentence, event), above, name, span, each.reading)


def _unit(above: Sequence[Heading], name: Heading) -> UnitOfHeading | None:
    """The unit of the nearest heading that has one: the column's own, those over it, the row's."""
    return next((each.unit for each in (*reversed(above), name) if each.unit), None)


def _claim(
    document: Document, table: Table, row: Row, shared: tuple[str, str],
    above: Sequence[Heading], name: Heading, span: Span, reading: Reading,
) -> Claim:  # fmt: skip
    sentence, event = shared
    words = span.of(document.text)
    said, place = _said(table, above, name)
    return Claim(
        Claim.id_of_normalised(document.id, sentence, normalised_surface(words), 0),
        document.id,
        span,
        words,
        row.span,
        quantity(reading),
        unit=reading.unit.name if reading.unit else "",
        dimension=reading.dimension,
        counted=", ".join(said),
        role=_role(said),
        population=_population(table, above, name),
        place=place,
        event=event,
        period=" ".join(each.period for each in (*above, name) if each.period) or table.period_of(row),
        as_of=as_of(", ".join(said)),
        confidence=_HEADED if above else _NAMED,
    )


def _said(table: Table, above: Sequence[Heading], name: Heading) -> tuple[list[str], str]:
    """What is counted, by the headings from the top and the row's name, and the place if the row is one."""
    said = [each.words for each in above if not each.is_generic]
    if said and table.names_places:
        return said, name.words
    return [*said, name.words] if name.words else said, ""


def _role(said: Sequence[str]) -> str:
    """What happened, by the first heading that tells: "Arrests", "Boats seized"."""
    roles = (role_of_noun(words.split()[-1].lower()) for words in said)
    return next((role for role in roles if role), "")


def _population(table: Table, above: Sequence[Heading], name: Heading) -> Population | None:
    """All in the row of totals and a part in the rows beside it; else all in a column of totals."""
    if table.has_total:
        return Population.ALL if name.is_total else Population.PART
    return Population.ALL if any(each.is_total for each in above) else None
