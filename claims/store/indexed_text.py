"""A full text index of one text, in the temporary database of a connection.

The index of whole documents knows which words a document has and not where, which
makes it a third of the size. Where they stand, and whether they are a phrase, is
asked of the text itself, by the same tokenizer: so the answers are the same.
"""

from __future__ import annotations

from types import TracebackType

from sqlalchemy import Connection, text

from claims.store.fulltext import TOKENIZER

_MAKE = (
    "CREATE TABLE IF NOT EXISTS temp.aside_text (key INTEGER PRIMARY KEY, text VARCHAR)",
    f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.aside USING fts5(text, content='aside_text', {TOKENIZER})",
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.aside_words USING fts5vocab('temp', 'aside', 'instance')",
)
# To clear the index without reading what it indexed takes a quarter of the time of DELETE.
_CLEAR = ("INSERT INTO temp.aside (aside) VALUES ('delete-all')", "DELETE FROM temp.aside_text")
_HOLD = (
    text("INSERT INTO temp.aside_text VALUES (1, :text)"),
    text("INSERT INTO temp.aside (rowid, text) VALUES (1, :text)"),
)
_MARKED = text("SELECT highlight(aside, 0, :open, :close) FROM temp.aside WHERE aside MATCH :expression")
_MATCHING = text("SELECT rowid FROM temp.aside WHERE aside MATCH :expression")


class IndexedText:
    """Use it in a `with` statement, one at a time on a connection; afterwards it holds nothing."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        for statement in _MAKE:
            connection.exec_driver_sql(statement)

    def __enter__(self) -> IndexedText:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # After an error the transaction takes everything back, if it still can.
        if error is None:
            self._clear()

    def hold(self, held: str) -> None:
        """Look at this text from now on."""
        self._clear()
        for statement in _HOLD:
            self._connection.execute(statement, {"text": held})

    def words(self) -> list[str]:
        """The words of the text in order, as the text index folds them."""
        found = self._connection.exec_driver_sql("SELECT term FROM temp.aside_words ORDER BY offset")
        return list(found.scalars())

    def marked(self, expression: str, marks: tuple[str, str]) -> str | None:
        """The text with marks around each match; None if nothing matches."""
        bound = {"open": marks[0], "close": marks[1], "expression": expression}
        found: str | None = self._connection.execute(_MARKED, bound).scalar()
        return found

    def holds(self, expression: str) -> bool:
        """Does anything of the text match?"""
        return self._connection.execute(_MATCHING, {"expression": expression}).first() is not None

    def _clear(self) -> None:
        for statement in _CLEAR:
            self._connection.exec_driver_sql(statement)
