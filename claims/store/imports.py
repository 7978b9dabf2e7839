"""Imports as wholes: which there were, and what of one is in sight.

An import is every arrival of ready-made quotes of one moment. A quote that came with several is
withdrawn only when all of them are taken back.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection

from claims.model import Document, PartialDate
from claims.model.documents import ASSERTED_TYPE
from claims.readymade.row import table_of
from claims.store.base import Part
from claims.store.dialect import EACH, ask_plain, insert_plain, put_plain, run_plain
from claims.store.rows import ARRIVAL, WAITING, Unseen
from claims.store.stamped import Stamp, Stamped
from claims.store.values import column_of, dumped, loaded
from claims.store.waiting import Step

_EVERY = """
    SELECT arrival.retrieved, count(*), sum(document.withdrawn), min(arrival.key)
    FROM arrival JOIN document ON document.key = arrival.document_key
    WHERE document.media_type = ? AND NOT document.purged
    GROUP BY arrival.retrieved ORDER BY min(arrival.key)
"""
_PLACES = f"SELECT key, location FROM arrival WHERE key IN {EACH}"
_MOMENTS = """
    SELECT DISTINCT arrival.retrieved FROM arrival JOIN document ON document.key = arrival.document_key
    WHERE document.id = ? AND document.media_type = ?
"""
_MINE = """
    SELECT document.key, document.id, document.withdrawn
    FROM arrival JOIN document ON document.key = arrival.document_key
    WHERE arrival.retrieved = ? AND document.media_type = ? AND NOT document.purged
"""
_OTHERWISE = f"""
    SELECT DISTINCT document_key FROM arrival
    WHERE document_key IN (SELECT document_key FROM arrival WHERE retrieved = ?) AND retrieved NOT IN {EACH}
"""
_KEYS = f"SELECT id, key FROM document WHERE id IN {EACH}"
_CAME = f"""
    SELECT document.key, document.id, arrival.location, arrival.retrieved
    FROM document JOIN arrival ON arrival.document_key = document.key WHERE document.id IN {EACH}
"""
_UNFINISHED = """
    SELECT arrival.retrieved, min(arrival.location) FROM waiting
    JOIN arrival ON arrival.document_key = waiting.document_key
    JOIN document ON document.key = waiting.document_key
    WHERE document.media_type = ? GROUP BY arrival.retrieved ORDER BY max(arrival.key) DESC
"""
_QUOTES = f"(SELECT id FROM quote WHERE document_key IN {EACH})"
_PAIRED = f"""
    SELECT id FROM quote WHERE unseen & {int(Unseen.WITHDRAWN)} = 0
    AND id IN (SELECT b FROM pair WHERE a IN {_QUOTES} UNION SELECT a FROM pair WHERE b IN {_QUOTES})
"""
_UNPAIR = f"DELETE FROM pair WHERE a IN {_QUOTES} OR b IN {_QUOTES}"
_FOUND = f"""
    SELECT DISTINCT finding.key, finding.under FROM finding JOIN evidence ON evidence.finding = finding.key
    WHERE evidence.value IN {_QUOTES} OR evidence.value IN (SELECT id FROM claim WHERE document_key IN {EACH})
"""
_FORGET = f"DELETE FROM finding WHERE key IN {EACH}"
# A value's file number: see `filed`.
_STILL = f"""
    SELECT DISTINCT key FROM value_key WHERE key IN {EACH} AND 0 = {int(Unseen.WITHDRAWN)} & CASE value & 1
    WHEN 0 THEN (SELECT unseen FROM quote WHERE number = value >> 1)
    ELSE (SELECT unseen FROM claim WHERE number = value >> 1) END
"""
_SEVERAL = f"""
    SELECT document.id FROM claim JOIN document ON document.key = claim.document_key
    WHERE document.key IN {EACH} GROUP BY document.id HAVING count(*) > 1
"""


class Came(NamedTuple):
    """One import.

    Attributes:
        moment: when it began, ISO 8601 with its zone.
        location: of its first row.
        quotes: how many it brought; destroyed ones are not counted.
        withdrawn: how many of them are withdrawn.
    """

    moment: str
    location: str
    quotes: int
    withdrawn: int


class Around(NamedTuple):
    """What stood beside quotes that left: quotes of which one was like them, and marks under which
    there was a finding on them and there is something else.
    """

    quotes: list[str]
    marks: list[int]


class Imports(Part):
    def imports(self) -> list[Came]:
        """In order of arrival."""
        with self._database.read() as connection:
            found = ask_plain(connection, _EVERY, ASSERTED_TYPE)
            places = dict(ask_plain(connection, _PLACES, dumped([key for *_, key in found])))
        return [Came(_moment(at), places[key], many, gone) for at, many, gone, key in found]

    def moments(self, document: str) -> list[str]:
        """Of the imports that a ready-made quote came with; none for another document."""
        with self._database.read() as connection:
            return [_moment(at) for (at,) in ask_plain(connection, _MOMENTS, document, ASSERTED_TYPE)]

    def unfinished(self, location: str, taken_back: Collection[str]) -> PartialDate | None:
        """When the last import of a row's table began, if something of it still waits.

        Args:
            taken_back: moments of imports with which nothing goes on.
        """
        with self._database.read() as connection:
            found = ask_plain(connection, _UNFINISHED, ASSERTED_TYPE)
        gone = {_written(each) for each in taken_back}
        mine = (at for at, place in found if at not in gone and table_of(place) == table_of(location))
        began = next(mine, None)
        return loaded(PartialDate, began) if began else None

    def out_of_line(
        self, moment: str, taken_back: Collection[str], withdrawn: Collection[str]
    ) -> tuple[list[int], list[int]]:
        """Row keys of the documents of an import that are in sight and should not be, and the reverse.

        Args:
            taken_back: moments of imports.
            withdrawn: documents that a person withdrew each by itself.
        """
        with self._database.read() as connection:
            written = _written(moment)
            mine = ask_plain(connection, _MINE, written, ASSERTED_TYPE)
            gone = dumped([_written(each) for each in taken_back])
            stays = {key for (key,) in ask_plain(connection, _OTHERWISE, written, gone)}
        should = {key: key not in stays or id_ in withdrawn for key, id_, _ in mine}
        hide = [key for key, _, is_gone in mine if should[key] and not is_gone]
        return hide, [key for key, _, is_gone in mine if is_gone and not should[key]]

    def hide_all(self, documents: Sequence[int]) -> Around:
        """Take documents, given by row key, out of sight with all that links them to others."""
        mine = dumped(list(documents))
        with self._database.write() as connection:
            _set_sight(connection, mine, withdrawn=True)
            paired = [id_ for (id_,) in ask_plain(connection, _PAIRED, mine, mine)]
            ask_plain(connection, _UNPAIR, mine, mine)
            found = ask_plain(connection, _FOUND, mine, mine)
            ask_plain(connection, _FORGET, dumped([key for key, _ in found]))
            marks = dumped(sorted({under for _, under in found}))
            return Around(paired, [mark for (mark,) in ask_plain(connection, _STILL, marks)])

    def show_all(self, documents: Sequence[int]) -> list[str]:
        """Bring documents back into sight; they wait to be matched and compared again. Returns those of
        several figures, which are to be looked through by themselves.
        """
        mine = dumped(list(documents))
        with self._database.write() as connection:
            _set_sight(connection, mine, withdrawn=False)
            put_plain(connection, WAITING, [(key, Step.MATCHES.value) for key in documents])
            return [id_ for (id_,) in ask_plain(connection, _SEVERAL, mine)]

    def came_with(self, stamp: Stamp, rows: Iterable[Stamped]) -> list[int]:
        """Remember that known quotes came with this import too; returns the row keys of their documents."""
        again = {one.id: one for one in rows}
        with self._database.write() as connection:
            keys = dict(ask_plain(connection, _KEYS, dumped(list(again))))
            came = [(keys[id_], *one.arrival) for id_, one in again.items()]
            insert_plain(connection, ARRIVAL, ("document_key", *stamp.arrival_names), came)
        return list(keys.values())

    def came_too(
        self, stamp: Stamp, rows: Sequence[Stamped], taken_back: Collection[str], before: set[int]
    ) -> None:
        """Remember that known quotes came with this import too; not of those that another one, which is in
        force, brought from the same place: that is the same table once more.

        Args:
            rows: in their order.
            taken_back: moments of imports.
            before: row keys of the documents that this was asked of in this import; these are added.
        """
        again: dict[str, Stamped] = {}
        for one in rows:
            again.setdefault(one.id, one)
        at, place = (stamp.arrival_names.index(name) for name in ("retrieved", "location"))
        gone = {_written(each) for each in taken_back}
        with self._database.read() as connection:
            came = ask_plain(connection, _CAME, dumped(list(again)))
        for key, id_, location, moment in came:
            mine = again[id_].arrival if id_ in again else None
            same = mine and (moment == mine[at] or (location == mine[place] and moment not in gone))
            if same or key in before:
                again.pop(id_, None)
        before.update(key for key, *_ in came)
        if again:
            self.came_with(stamp, again.values())


def _set_sight(connection: Connection, documents: str, *, withdrawn: bool) -> None:
    bit = int(Unseen.WITHDRAWN)
    change = f"unseen | {bit}" if withdrawn else f"unseen & ~{bit}"
    run_plain(connection, f"UPDATE document SET withdrawn = ? WHERE key IN {EACH}", [(withdrawn, documents)])
    for table in ("quote", "claim"):
        run_plain(
            connection, f"UPDATE {table} SET unseen = {change} WHERE document_key IN {EACH}", [(documents,)]
        )


def _moment(retrieved: str) -> str:
    found = loaded(PartialDate, retrieved)
    return (found.moment or found.earliest).isoformat()


def _written(moment: str) -> str:
    """The column of a moment."""
    at = PartialDate.instant(datetime.fromisoformat(moment), evidence="clock")
    return str(column_of(Document, "retrieved", at))
