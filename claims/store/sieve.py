"""The filters of a query on quotes: asked of one row at a time, and as lists of the rows that fit."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from claims.store.dialect import EACH, ask_plain
from claims.store.filters import checked_status
from claims.store.listed import Listed
from claims.store.matching import Group
from claims.store.meaning import sources, speakers
from claims.store.memory import Memory
from claims.store.order import day_of_key
from claims.store.people import Times
from claims.store.rows import Unseen
from claims.store.screening import OF_PEOPLE, screen_of
from claims.store.values import dumped, storable
from claims.store.walks import Row, Sift
from claims.views import Query

# What a row has to have for its test; its text only if words are looked for in it.
COLUMNS = (
    "quote.key, quote.unseen, quote.member, quote.document_key, quote.original IS NOT NULL, quote.last_day"
)
_KEY, _UNSEEN, _MEMBER, _DOCUMENT, _EDITED, _LAST_DAY, TEXT = range(7)


class Sieve:
    """What a query asks of a row apart from its words.

    Attributes:
        lists: for each filter that has one, rows among which are all that fit.
        screen: keeps at least all rows that fit, without reading them; none if nothing was read ahead.
    """

    def __init__(self, connection: Connection, query: Query, memory: Memory) -> None:
        self._shown = _SHOWN[checked_status(query)]
        self._sifts: list[Sift] = []
        self.lists: list[Listed] = []
        if query.speaker:
            self._of_speaker(memory, query.speaker)
        if query.document:
            self._of_document(connection, query.document)
        if query.tag:
            self._tagged(connection, memory, query.tag)
        if query.source:  # last, for other tables are asked
            self._of_source(connection, memory, query.source)
        if query.status in _LISTS:
            self.lists.append(Listed(_LISTS[query.status], ()))
        self.screen = screen_of(memory.outline, query, memory)

    def sift(self, wanted: Sequence[Group] = (), unwanted: Sequence[Group] = ()) -> Sift:
        """Leaves rows that pass all filters, and whose text, folded, holds some words and not others."""
        holding = [_holding(group, True) for group in wanted], [_holding(group, False) for group in unwanted]
        sifts = [self._shown, *holding[0], *holding[1], *self._sifts]

        def sifted(rows: list[Row]) -> list[Row]:
            for sift in sifts:
                rows = sift(rows)
            return rows

        return sifted

    def _of_speaker(self, memory: Memory, wanted: str) -> None:
        meant, known, listed = memory.kept(("speaker", wanted), lambda _: speakers(memory, wanted))

        def said(row: Row) -> bool:
            member = row[_MEMBER]
            if member not in known:
                known[member] = (meant.times(member) or True) if member in meant else False
            when = known[member]
            return when.hold(day_of_key(row[_KEY]), row[_LAST_DAY]) if isinstance(when, Times) else when

        self._sifts.append(lambda rows: [row for row in rows if said(row)])
        if listed:
            self.lists.append(listed)

    def _of_source(self, connection: Connection, memory: Memory, wanted: str) -> None:
        # The documents that were looked at are kept as long as the names.
        names, known = memory.kept(
            ("sources", wanted), lambda _: (sources(memory, wanted), dict[int, bool]())
        )

        def of_source(rows: list[Row]) -> list[Row]:
            unknown = {row[_DOCUMENT] for row in rows}.difference(known)
            if unknown:
                known.update(dict.fromkeys(unknown, False))
                found = ask_plain(connection, _OF_SOURCE, dumped(list(unknown)), names)
                known.update((key, True) for (key,) in found)
            return [row for row in rows if known[row[_DOCUMENT]]]

        self._sifts.append(of_source)
        if memory.outline:
            # To join so many documents takes longer than to look at the outline.
            return
        rows = f"FROM document JOIN quote ON quote.document_key = document.key WHERE source_name IN {EACH}"
        self.lists.append(Listed(rows, (names,), most=25_000))

    def _of_document(self, connection: Connection, wanted: str) -> None:
        found = ask_plain(connection, "SELECT key FROM document WHERE id = ?", storable(wanted))
        key = found[0][0] if found else None
        self._sifts.append(lambda rows: [row for row in rows if row[_DOCUMENT] == key])
        mine = "FROM quote WHERE document_key = (SELECT key FROM document WHERE id = ?)"
        self.lists.append(Listed(mine, (storable(wanted),)))

    def _tagged(self, connection: Connection, memory: Memory, tag: str) -> None:
        listed = Listed(_TAGGED, (storable(tag),) * 2)
        keys = memory.kept(listed, listed.keys).every
        self._sifts.append(lambda rows: [row for row in rows if row[_KEY] in keys])
        self.lists.append(listed)


_OF_SOURCE = f"SELECT key FROM document WHERE key IN {EACH} AND source_name IN {EACH}"


_TAGGED = """
    FROM quote WHERE quote.number IN (
        SELECT said.number FROM tagging JOIN quote AS said ON said.id = tagging.id WHERE tagging.tag = ?
        UNION SELECT said.number FROM tagging JOIN document ON document.id = tagging.id
            JOIN quote AS said ON said.document_key = document.key WHERE tagging.tag = ?
    )
"""


_SHOWN: dict[str, Sift] = {
    "": lambda rows: [row for row in rows if not row[_UNSEEN]],
    "open": lambda rows: [row for row in rows if not (row[_UNSEEN] or row[_EDITED])],
    "edited": lambda rows: [row for row in rows if row[_EDITED] and not row[_UNSEEN]],
    "hidden": lambda rows: [row for row in rows if row[_UNSEEN] & OF_PEOPLE == Unseen.HIDDEN],
    "withdrawn": lambda rows: [row for row in rows if row[_UNSEEN] & Unseen.WITHDRAWN],
    "earlier": lambda rows: [row for row in rows if row[_UNSEEN] == Unseen.EARLIER],
}
_LISTS = {
    "edited": "FROM quote WHERE original IS NOT NULL",
    **dict.fromkeys(("hidden", "withdrawn", "earlier"), "FROM quote WHERE unseen > 0"),
}


def _holding(group: Group, holds: bool) -> Sift:
    if len(group) == 1:
        only = group[0]
        return lambda rows: [row for row in rows if (only in row[TEXT]) is holds]
    return lambda rows: [row for row in rows if any(one in row[TEXT] for one in group) is holds]
