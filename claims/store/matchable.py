"""Every shown quote as matching wants it, when very many are matched together."""

from __future__ import annotations

from typing import NamedTuple

from claims.store.base import Part
from claims.store.dialect import ask_plain

_EVERY = """
    SELECT quote.number, quote.id, quote.text, quote.document_key, coalesce(member.form, '')
    FROM quote LEFT JOIN member ON member.id = quote.member WHERE quote.unseen = 0 ORDER BY quote.number
"""
_PAGES = "SELECT document.key, version.work FROM version JOIN document ON document.id = version.document"


class Matchable(NamedTuple):
    """A quote's number, id and words, the row key of its document, and its speaker's name form or ""."""

    number: int
    id: str
    text: str
    document: int
    form: str


class Wholesale(Part):
    def matchable(self) -> list[Matchable]:
        """All shown quotes in order of arrival; a million take about a gigabyte."""
        with self._database.read() as connection:
            return [Matchable(*row) for row in ask_plain(connection, _EVERY)]

    def pages(self) -> dict[int, str]:
        """Of documents whose page has several versions, the page; by row key of the document."""
        with self._database.read() as connection:
            return dict(ask_plain(connection, _PAGES))
