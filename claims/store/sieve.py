"""The filters of a query on quotes: asked of one row at a time, and as lists of the rows that fit."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from claims.store.dialect import EACH, ask_plain
from claims.store.filters import checked_status
from claims.store.matching import Group
from claims.store.memory import Memory
from claims.store.order import day_of_key
from claims.store.outline import EDITED, Outline, Screen
from claims.store.people import Meant, Times
from claims.store.rows import Unseen
from claims.store.texts import begin, plain_words
from claims.store.values import dumped, storable
from claims.store.walks import Row, Sift
from claims.views import Query

if TYPE_CHECKING:
    from numpy import int64
    from numpy.typing import NDArray

    from claims.store.outline import Test

# What a row has to have for its test; its text only if words are looked for in it.
COLUMNS = (
    "quote.key, quote.unseen, quote.member, quote.document_key, quote.original IS NOT NULL, quote.last_day"
)
_KEY, _UNSEEN, _MEMBER, _DOCUMENT, _EDITED, _LAST_DAY, TEXT = range(7)


# A list of so many rows is made at once, in a few milliseconds.
FEW = 1_000


class Keys:
    """Row keys, falling; and the same in no order."""

    def __init__(self, keys: array[int]) -> None:
        self.keys = keys

    @cached_property
    def every(self) -> frozenset[int]:
        return frozenset(self.keys)

    @cached_property
    def rising(self) -> NDArray[int64]:
        import numpy as np

        return np.frombuffer(self.keys, np.int64)[::-1]

    def among(self, keys: NDArray[int64]) -> NDArray[int64]:
        """Those of some rising keys that stand here."""
        import numpy as np

        return np.intersect1d(keys, self.rising, assume_unique=True)


@dataclass(frozen=True)
class Listed:
    """Rows that an index finds by a filter: what stands after SELECT, and the values bound in it.

    Attributes:
        most: of more rows no list is made. So many take 50 ms, once: the list is kept.
    """

    rows: str
    values: tuple[str, ...]
    most: int = 150_000

    def count(self, connection: Connection, most: int) -> int:
        """How many there are, or `most`."""
        counted = f"SELECT count(*) FROM (SELECT 1 {self.rows} LIMIT {most})"
        return int(ask_plain(connection, counted, *self.values)[0][0])

    def keys(self, connection: Connection) -> Keys:
        found = ask_plain(connection, f"SELECT quote.key {self.rows} ORDER BY quote.key DESC", *self.values)
        return Keys(array("q", (key for (key,) in found)))


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
        self.screen = _screen(memory.outline, query, memory)

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
        meant, known, listed = memory.kept(("speaker", wanted), lambda _: _speakers(memory, wanted))

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
            ("sources", wanted), lambda _: (_sources(memory, wanted), dict[int, bool]())
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

# Of so many members the rows are many too, and to bind their ids takes longer than to look at rows.
_MOST_MEMBERS = 2_000


_TAGGED = """
    FROM quote WHERE quote.number IN (
        SELECT said.number FROM tagging JOIN quote AS said ON said.id = tagging.id WHERE tagging.tag = ?
        UNION SELECT said.number FROM tagging JOIN document ON document.id = tagging.id
            JOIN quote AS said ON said.document_key = document.key WHERE tagging.tag = ?
    )
"""

_OF_PEOPLE = int(Unseen.HIDDEN | Unseen.WITHDRAWN)

_SHOWN: dict[str, Sift] = {
    "": lambda rows: [row for row in rows if not row[_UNSEEN]],
    "open": lambda rows: [row for row in rows if not (row[_UNSEEN] or row[_EDITED])],
    "edited": lambda rows: [row for row in rows if row[_EDITED] and not row[_UNSEEN]],
    "hidden": lambda rows: [row for row in rows if row[_UNSEEN] & _OF_PEOPLE == Unseen.HIDDEN],
    "withdrawn": lambda rows: [row for row in rows if row[_UNSEEN] & Unseen.WITHDRAWN],
    "earlier": lambda rows: [row for row in rows if row[_UNSEEN] == Unseen.EARLIER],
}
_LISTS = {
    "edited": "FROM quote WHERE original IS NOT NULL",
    **dict.fromkeys(("hidden", "withdrawn", "earlier"), "FROM quote WHERE unseen > 0"),
}


def _screen(outline: Outline | None, query: Query, memory: Memory) -> Screen | None:
    """For all that the outline knows of a row: status, speaker, source."""
    if outline is None:
        return None
    asked = query.status, query.speaker, query.source
    # A row of a member that is another speaker at times is read, and so is what is asked besides.
    certain = not (query.document or query.tag or (query.speaker and memory.people().any_terms))
    return memory.kept(("screen", certain, *asked), lambda _: _made_screen(outline, asked, memory, certain))


def _made_screen(outline: Outline, asked: tuple[str, str, str], memory: Memory, certain: bool) -> Screen:
    status, speaker, source = asked
    tests, share = [outline.flagged(_FLAGGED[status])], 1.0
    if source:
        named = _named_so(memory, source)
        tests.append(outline.sources.among(named))
        share *= outline.sources.share(named)
    # Last, for of many members each is looked at by itself.
    if speaker:
        test, part = memory.kept(("said by", speaker), lambda _: _said_by(outline, memory, speaker))
        tests.append(test)
        share *= part
    return Screen(outline, tests, certain=certain, share=share)


def _said_by(outline: Outline, memory: Memory, wanted: str) -> tuple[Test, float]:
    """The test of who said a row, and about what part of all rows passes it."""
    meant, _, _ = memory.kept(("speaker", wanted), lambda _: _speakers(memory, wanted))
    if len(meant) > _MOST_MEMBERS:
        return outline.members.which(meant.__contains__), _SHARE_OF_MANY
    return outline.members.among(meant.members), outline.members.share(meant.members)


# A guess: to count what many members said takes longer.
_SHARE_OF_MANY = 0.25

_FLAGGED: dict[str, Callable[[int], bool]] = {
    "": lambda flags: not flags & ~EDITED,
    "open": lambda flags: not flags,
    "edited": lambda flags: flags == EDITED,
    "hidden": lambda flags: flags & _OF_PEOPLE == Unseen.HIDDEN,
    "withdrawn": lambda flags: bool(flags & Unseen.WITHDRAWN),
    "earlier": lambda flags: flags & ~EDITED == Unseen.EARLIER,
}


def _speakers(memory: Memory, wanted: str) -> tuple[Meant, dict[str | None, bool | Times], Listed | None]:
    """Who is meant, of which members it is known already, and how their rows are listed."""
    meant, outline = memory.people().meant(storable(wanted)), memory.outline
    if len(meant) > _MOST_MEMBERS:
        return meant, {}, None
    if outline and outline.members.share(meant.members) * len(outline.keys) > FEW:
        return meant, {}, None
    return meant, {}, Listed(f"FROM quote WHERE member IN {EACH}", (dumped(sorted(meant.members)),))


def _sources(memory: Memory, wanted: str) -> str:
    """Names of the sources whose words begin so, as one JSON array."""
    return dumped(sorted(_named_so(memory, wanted)))


def _named_so(memory: Memory, wanted: str) -> list[str]:
    return memory.kept(("named", wanted), lambda _: _names(memory, plain_words(wanted)))


def _names(memory: Memory, words: Sequence[str]) -> list[str]:
    return [name for name, known in memory.sources() if words and begin(words, known)]


def _holding(group: Group, holds: bool) -> Sift:
    if len(group) == 1:
        only = group[0]
        return lambda rows: [row for row in rows if (only in row[TEXT]) is holds]
    return lambda rows: [row for row in rows if any(one in row[TEXT] for one in group) is holds]
