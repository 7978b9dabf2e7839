"""The cells of one row as a statement, or why they are none."""

from __future__ import annotations

import re
from collections.abc import Mapping

from claims.errors import InputError
from claims.readymade.row import Row, Stated, words_in
from sources.ready_made import date_of, source_of

_URL = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)


class BadRow(Exception):
    """A row that is not taken; `str(error)` is a clause that says why."""


def stated(cells: Mapping[str, str], place: str) -> Stated | InputError:
    """Args: cells: by field; `place`: of the row, for people."""
    try:
        row = Row.of(cells)
        if row.url and not _URL.fullmatch(row.url):
            raise ValueError(f"{row.url[:60]!r} is no address: write http:// or https:// and the rest")
        source = source_of(row.source) if row.source else None
        return Stated(row, words_in(row), place, source, date_of(row.date) if row.date else None)
    except ValueError as error:
        return InputError(place, str(error))
