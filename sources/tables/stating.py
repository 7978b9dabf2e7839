"""The cells of one row as a statement, or why they are none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from claims.errors import InputError
from claims.model import PartialDate, Precision
from claims.readymade.row import Row, Stated, words_in
from sources.ready_made import date_of, source_of
from sources.tables.dating import Dating

_URL = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)


class BadRow(Exception):
    """A row that is not taken; `str(error)` is a clause that says why."""


def stated(cells: Mapping[str, str], place: str, dating: Dating) -> Stated | InputError:
    """Args: cells: by field; `place`: of the row, for people."""
    try:
        row = Row.of(cells)
        if row.url and not _URL.fullmatch(row.url):
            raise ValueError(f"{row.url[:60]!r} is no address: write http:// or https:// and the rest")
        source = source_of(row.source) if row.source else None
        if not row.date:
            return Stated(row, words_in(row), place, source)
        published = date_of(row.date)
        if published.precision is Precision.BOUNDS:
            row, published = _settled(row, published, place, dating)
        return Stated(row, words_in(row), place, source, published)
    except ValueError as error:
        return InputError(place, str(error))


def is_header(cells: Sequence[str], names: Sequence[str]) -> bool:
    """Does the line that names the columns stand here again, as where two files were put together?"""
    return len(cells) == len(names) and all(
        one.strip() == other.strip() for one, other in zip(cells, names, strict=True)
    )


def _settled(row: Row, published: PartialDate, place: str, dating: Dating) -> tuple[Row, PartialDate]:
    order = dating.order_of(row.date, place)
    return (row._replace(order=order), date_of(row.date, order)) if order else (row, published)
