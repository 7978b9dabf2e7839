"""What lies near some words: quotes, documents and claims that hold them or most of the rare ones.

Each question stops at a limit, so that it takes as long in a record of a million quotes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from typing import Any, TypeVar

from sqlalchemy import Column, ColumnElement, Connection, Select, func, literal_column, select

from claims.matching.grams import covering
from claims.matching.wording import FUNCTION_WORDS
from claims.model import Document, Pair, Quote, Relation
from claims.model.identity import normalised
from claims.store.base import Part
from claims.store.dialect import EACH, among, ask_plain
from claims.store.fulltext import CLAIM_TEXT, DOCUMENT_TEXT, QUOTE_TEXT, TextIndex, every, phrase
from claims.store.reading import unseen, whole
from claims.store.rows import CLAIM, DOCUMENT, MEMBER, QUOTE, VERSION
from claims.store.texts import plain_words
from claims.store.values import dumped, value_of

# A word in more rows than this tells little; counting stops here. Words of a text that are looked at,
# of them the rarest that are looked for, and how many common ones stand in for rare ones together.
_COMMON, _LOOKED_AT, _RAREST, _TOGETHER = 2000, 60, 8, 4

Kind = TypeVar("Kind", Quote, Document)

# A row as a text index names it.
_ROW: ColumnElement[int] = literal_column("rowid")
_COUNT = """
    SELECT (SELECT count(*) FROM (SELECT 1 FROM {index} WHERE {index} MATCH each.value LIMIT ?))
    FROM json_each(?) AS each ORDER BY each.key
"""
# In how many quotes each run is kept, up to a limit; shown quotes that keep one, those that came last.
_COUNT_RUNS = f"""
    SELECT value, (SELECT count(*) FROM (SELECT 1 FROM gram WHERE gram = value LIMIT ?)) FROM {EACH}
"""
_KEPT_UNDER = """
    SELECT key, text FROM quote WHERE unseen = 0 AND number IN
    (SELECT quote FROM gram WHERE gram = ? ORDER BY quote DESC LIMIT ?)
"""


class Nearby(Part):
    def quotes_with(self, words: str, limit: int) -> list[Quote]:
        """Shown quotes in which these words stand next to each other, newest first."""
        with self._database.read() as connection:
            keys = _holding(connection, words, limit)
            return _of_rows(connection, whole(QUOTE), QUOTE.c.key, keys, Quote)

    def quotes_by_each(self, words: str, limit: int) -> list[Quote]:
        """The same, but of each member only the newest: who all said it."""
        with self._database.read() as connection:
            keys = _holding(connection, words, _COMMON)
            newest = select(func.max(QUOTE.c.key)).where(among(QUOTE.c.key, dumped(keys)))
            chosen = list(connection.execute(newest.group_by(QUOTE.c.member).limit(limit)).scalars())
            return _of_rows(connection, whole(QUOTE), QUOTE.c.key, chosen, Quote)

    def quotes_sharing(self, words: str, limit: int) -> list[Quote]:
        """Shown quotes that share the rarest of some words, most of them first: for texts of which each
        run of words was changed somewhere.
        """
        rows = whole(QUOTE).where(QUOTE.c.unseen == 0)
        with self._database.read() as connection:
            found = _sharing(connection, QUOTE_TEXT, words, limit)
            return _of_rows(connection, rows, QUOTE.c.key, found, Quote)

    def documents_sharing(self, words: str, limit: int) -> list[Document]:
        """Documents that share the rarest of some words, most of them first; none that was withdrawn or
        that a newer version stands for.
        """
        newer = select(VERSION.c.document).where(VERSION.c.newer != "")
        rows = select(DOCUMENT).where(~DOCUMENT.c.withdrawn, DOCUMENT.c.id.not_in(newer))
        with self._database.read() as connection:
            found = _sharing(connection, DOCUMENT_TEXT, words, limit)
            return _of_rows(connection, rows, DOCUMENT.c.key, found, Document)

    def claims_sharing(self, words: str, limit: int) -> list[str]:
        """Ids of shown claims that share the rarest of some words, most of them first."""
        rows = select(CLAIM.c.number, CLAIM.c.id).where(CLAIM.c.unseen == 0)
        with self._database.read() as connection:
            numbers = _sharing(connection, CLAIM_TEXT, words, limit)
            some = connection.execute(rows.where(among(CLAIM.c.number, dumped(numbers))))
            found = {row.number: row.id for row in some}
        return [found[number] for number in numbers if number in found]

    def claims_in(self, quotes: Iterable[str]) -> list[str]:
        """Ids of the shown claims that stand in some quotes."""
        rows = select(CLAIM.c.id).where(among(CLAIM.c.quote, dumped(sorted(quotes))), CLAIM.c.unseen == 0)
        with self._database.read() as connection:
            return list(connection.execute(rows.order_by(CLAIM.c.key.desc())).scalars())

    def pairs_among(self, quotes: Iterable[str]) -> list[Pair]:
        """Pairs of two of some quotes, without their reasons."""
        ids = dumped(sorted(quotes))
        with self._database.read() as connection:
            return _pairs(connection, f"a IN {EACH} AND b IN {EACH}", ids, ids)

    def pairs_around(self, quotes: Iterable[str], limit: int) -> list[Pair]:
        """Pairs that hold any of some quotes, without their reasons, at most so many: of a statement that
        was printed a thousand times each quote may be in a thousand.
        """
        ids = dumped(sorted(quotes))
        with self._database.read() as connection:
            return _pairs(connection, f"a IN {EACH} OR b IN {EACH} LIMIT ?", ids, ids, limit)

    def quote_keys(self, quotes: Iterable[str]) -> list[int]:
        """Row keys of those of some quotes that are shown."""
        rows = select(QUOTE.c.key).where(among(QUOTE.c.id, dumped(list(quotes))), QUOTE.c.unseen == 0)
        with self._database.read() as connection:
            return list(connection.execute(rows).scalars())

    def quote_ids(self, keys: Sequence[int]) -> list[str]:
        """Ids of the quotes of some row keys."""
        rows = select(QUOTE.c.id).where(among(QUOTE.c.key, dumped(list(keys))))
        with self._database.read() as connection:
            return list(connection.execute(rows).scalars())

    def printed_as(self, members: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
        """For each member every member id and name, with role and organization, of its speaker."""
        one, other = MEMBER.alias("one"), MEMBER.alias("other")
        named = other.c.name + " " + other.c.role + " " + other.c.organization
        rows = select(one.c.id, other.c.id, named).join(other, one.c.speaker == other.c.speaker)
        found: dict[str, list[tuple[str, str]]] = {}
        with self._database.read() as connection:
            wanted = rows.where(among(one.c.id, dumped(sorted(members))))
            for member, id_, name in connection.execute(wanted):
                found.setdefault(member, []).append((id_, name))
        return found


def _holding(connection: Connection, words: str, limit: int) -> list[int]:
    runs = covering(normalised(words).split())
    if runs:
        return _keeping(connection, runs, words, limit)
    rows = QUOTE_TEXT.matching(phrase(words)).where(_ROW.not_in(unseen(QUOTE)))
    return list(connection.execute(rows.order_by(_ROW.desc()).limit(limit)).scalars())


def _keeping(connection: Connection, runs: list[int], words: str, limit: int) -> list[int]:
    """The same by runs of words, whose lists are short where those of the words are long: at a million quotes
    a phrase of eight common words takes a hundred milliseconds to look up.
    """
    counts = dict(ask_plain(connection, _COUNT_RUNS, _COMMON, dumped(runs)))
    rarest = min(runs, key=lambda run: (counts[run], run))
    whole_words = f" {normalised(words)} "
    held = ask_plain(connection, _KEPT_UNDER, rarest, _COMMON)
    return sorted((key for key, text in held if whole_words in f" {normalised(text)} "), reverse=True)[:limit]


def _sharing(connection: Connection, index: TextIndex, text: str, limit: int) -> list[int]:
    """Rows that hold the rarest words of a text, by how many and how rare; newest first among equals."""
    counts = _counts(connection, index, text)
    rare = sorted((count, word) for word, count in counts.items() if count < _COMMON)[:_RAREST]
    shared: Counter[int] = Counter()
    for count, word in rare:
        weight = log(_COMMON / count)
        for row in connection.execute(index.matching(phrase(word))).scalars():
            shared[row] += weight  # type: ignore[assignment]  # a Counter adds up any numbers
    if len(rare) < _TOGETHER and len(counts) > len(rare):
        for row in _holding_all(connection, index, list(counts), limit):
            shared[row] += 1
    return [row for row, _ in sorted(shared.items(), key=lambda one: (-one[1], -one[0]))[:limit]]


def _counts(connection: Connection, index: TextIndex, text: str) -> dict[str, int]:
    """In how many rows each word of matter is, up to `_COMMON`; words that no row has are left out."""
    words = [word for word in dict.fromkeys(plain_words(text)) if word not in FUNCTION_WORDS]
    asked = dumped([phrase(word) for word in words[:_LOOKED_AT]])
    counted = ask_plain(connection, _COUNT.format(index=index.name), _COMMON, asked)
    return {word: count for word, (count,) in zip(words, counted, strict=False) if count}


def _holding_all(connection: Connection, index: TextIndex, words: list[str], limit: int) -> list[int]:
    """The newest rows with the longest of some common words: they stand in for rare ones."""
    longest = sorted(words, key=lambda word: (-len(word), word))[:_TOGETHER]
    rows = index.matching(every(list(map(phrase, longest)))).order_by(_ROW.desc())
    return list(connection.execute(rows.limit(limit)).scalars())


def _of_rows(
    connection: Connection, rows: Select[Any], key: Column[Any], keys: list[int], kind: type[Kind]
) -> list[Kind]:
    """The values of some rows, in the order of their keys; without those that `rows` leaves out."""
    some = connection.execute(rows.where(among(key, dumped(keys)))).mappings()
    found = {row[key.name]: value_of(kind, row) for row in some}
    return [found[one] for one in keys if one in found]


def _pairs(connection: Connection, which: str, *values: Any) -> list[Pair]:
    rows = ask_plain(connection, f"SELECT a, b, relation, score FROM pair WHERE {which}", *values)
    return [Pair(a, b, Relation(relation), score) for a, b, relation, score in rows]
