"""Some claims, indexed again with the place of each word, in the temporary database of a connection.

The text index of claims knows which words a claim has and not where, which makes it
half the size. What that leaves open is asked of the sentences, by the same tokenizer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from json import loads
from operator import itemgetter
from types import TracebackType

from sqlalchemy import Connection, text

from claims.model import Span
from claims.store.columns import words_around
from claims.store.dialect import EACH, ask_plain, run_plain
from claims.store.fulltext import TOKENIZER

# Key or number of the row, words of the sentence, what is counted: as the text index has a claim.
Indexed = tuple[int, str, str]

_MAKE = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.again USING fts5(words, counted, content='', {TOKENIZER})",
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.again_words USING fts5vocab('temp', 'again', 'instance')",
)
_CLEAR = "INSERT INTO temp.again (again) VALUES ('delete-all')"
_HOLD = "INSERT INTO temp.again (rowid, words, counted) VALUES (?, ?, ?)"
_MATCHING = text("SELECT rowid FROM temp.again WHERE again MATCH :expression")
_WORDS = "SELECT DISTINCT term, doc FROM temp.again_words"
_TEXT = "SELECT text FROM document WHERE key = ?"


class Again:
    """Use it in a `with` statement, one at a time on a connection; afterwards it holds nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        for statement in _MAKE:
            connection.exec_driver_sql(statement)

    def __enter__(self) -> Again:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # After an error the transaction takes everything back, if it still can.
        if error is None:
            self._connection.exec_driver_sql(_CLEAR)

    def hold(self, claims: Sequence[Indexed]) -> None:
        """Look at these from now on."""
        self._connection.exec_driver_sql(_CLEAR)
        run_plain(self._connection, _HOLD, claims)

    def matching(self, expression: str) -> set[int]:
        """Keys or numbers of those that match."""
        return set(self._connection.execute(_MATCHING, {"expression": expression}).scalars())

    def words(self) -> list[tuple[str, int]]:
        """Each different word of each claim, with its key or number."""
        return [(word, name) for word, name in ask_plain(self._connection, _WORDS)]


def sentences(connection: Connection, which: str, values: str, *, name: str) -> Iterator[list[Indexed]]:
    """Claims as they stand in their documents, those of one document at a time.

    Args:
        which: the column by which they are chosen.
        values: its values, as one JSON array.
        name: the column that they are called by: `key`, or `number` as in the text index.
    """
    rows = f"SELECT document_key, {name}, sentence, span, counted FROM claim WHERE {which} IN {EACH}"
    found = ask_plain(connection, f"{rows} ORDER BY document_key", values)
    for owner, mine in groupby(found, itemgetter(0)):
        whole: str = ask_plain(connection, _TEXT, owner)[0][0]
        yield [
            (called, words_around(whole, Span(*loads(sentence)), Span(*loads(span))), counted)
            for _, called, sentence, span, counted in mine
        ]
