"""The text index: FTS5 tables over quotes, claims and whole documents.

The indexes hold no text of their own. Those of quotes and documents are kept by
triggers (external content), so nothing may write to the two tables but INSERT,
UPDATE and DELETE: "INSERT OR REPLACE" skips the delete trigger and leaves words
behind. That of claims, whose words no column holds, is written by `insert` and
`remove` beside each change of a row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Select, TableClause, column, select, table, text

from claims.store.dialect import ask_plain

TOKENIZER = 'tokenize="unicode61 remove_diacritics 2"'

# Sizes of words in a row serve ranking alone; hits are in order of date.
_NO_SIZES = "columnsize=0"

# Stands in no word, and after all that do.
_LAST = "\U0010ffff"


@dataclass(frozen=True)
class TextIndex:
    """One index: `name` over `columns` of `content`; `name`_terms lists its words.

    Attributes:
        stored: the columns are those of the table, and triggers keep the index.
        row: the column of the table that names a row in the index.
        placed: it knows where words stand, and so phrases; else only which rows have them.
        prefix: a beginning of so many letters is looked up, not scanned.
    """

    name: str
    content: str
    columns: tuple[str, ...]
    stored: bool = True
    row: str = "key"
    placed: bool = True
    prefix: int | None = None

    @property
    def table(self) -> TableClause:
        return table(self.name, column("rowid"), column(self.name))

    @property
    def ddl(self) -> list[str]:
        """Statements that make the index and its triggers."""
        table_of = (f"content='{self.content}'", f"content_rowid='{self.row}'")
        options = [*self.columns, *(table_of if self.stored else ("content=''",)), TOKENIZER, _NO_SIZES]
        if not self.placed:
            options.append("detail=none")
        if self.prefix:
            options.append(f"prefix='{self.prefix}'")
        return [
            f"CREATE VIRTUAL TABLE {self.name} USING fts5({', '.join(options)})",
            f"CREATE VIRTUAL TABLE {self.name}_terms USING fts5vocab('{self.name}', 'row')",
            *(self._triggers() if self.stored else ()),
        ]

    def _triggers(self) -> list[str]:
        columns = ", ".join(self.columns)
        new, old = (", ".join(f"{row}.{name}" for name in self.columns) for row in ("new", "old"))
        add = f"INSERT INTO {self.name}(rowid, {columns}) VALUES (new.{self.row}, {new});"
        gone = f"('delete', old.{self.row}, {old})"
        drop = f"INSERT INTO {self.name}({self.name}, rowid, {columns}) VALUES {gone};"
        moved = f"{self.row}, {columns} ON {self.content}"
        return [
            f"CREATE TRIGGER {self.name}_add AFTER INSERT ON {self.content} BEGIN {add} END",
            f"CREATE TRIGGER {self.name}_drop AFTER DELETE ON {self.content} BEGIN {drop} END",
            f"CREATE TRIGGER {self.name}_move AFTER UPDATE OF {moved} BEGIN {drop} {add} END",
        ]

    def insert(self, connection: Connection, rows: Sequence[tuple[int | str, ...]]) -> None:
        """Index rows that no trigger knows of; each is its `row` and its columns, in order."""
        self._write(connection, f"rowid, {', '.join(self.columns)}", "?", rows)

    def remove(self, connection: Connection, rows: Sequence[tuple[int | str, ...]]) -> None:
        """Forget rows, given exactly as they were indexed."""
        self._write(connection, f"{self.name}, rowid, {', '.join(self.columns)}", "'delete', ?", rows)

    def _write(
        self, connection: Connection, into: str, first: str, rows: Sequence[tuple[int | str, ...]]
    ) -> None:
        if rows:
            places = ", ".join([first, *("?" for _ in self.columns)])
            connection.exec_driver_sql(f"INSERT INTO {self.name}({into}) VALUES ({places})", list(rows))

    def matching(self, expression: str) -> Select[Any]:
        """Rows, as `row` names them, of what fits an expression made by `words` or `phrase`."""
        rowid: Column[int] = self.table.c.rowid  # type: ignore[assignment]
        return select(rowid).where(column(self.name).op("MATCH")(expression))

    def terms(self, connection: Connection) -> list[str]:
        """Every word of the index, folded as it folds them."""
        return [term for term, _ in self.counted(connection)]

    def counted(self, connection: Connection) -> list[tuple[str, int]]:
        """The same by the alphabet, each with how many rows have it."""
        return ask_plain(connection, f"SELECT term, doc FROM {self.name}_terms")

    def going_on(self, connection: Connection, beginning: str, most: int) -> list[str]:
        """Words of the index that begin so, folded, by the alphabet; at most as many as are wanted.

        Each is a look at the index; it is never read through.
        """
        places = f"temp.{self.name}_places"
        made = f"CREATE VIRTUAL TABLE IF NOT EXISTS {places} USING fts5vocab(main, {self.name}, 'instance')"
        connection.exec_driver_sql(made)
        # No word has a character so low that it comes between a word and the next.
        following = f"""
            WITH RECURSIVE word(term) AS (
                SELECT (SELECT term FROM {places} WHERE term >= ?1 LIMIT 1) UNION ALL
                SELECT (SELECT term FROM {places} WHERE term >= word.term || char(1) LIMIT 1) FROM word
                WHERE term < ?2
            )
            SELECT term FROM word WHERE term < ?2 LIMIT ?3
        """
        return [term for (term,) in ask_plain(connection, following, beginning, beginning + _LAST, most)]

    def parts(self, connection: Connection) -> int:
        """In how many parts it lies: what is written later is a part of its own until parts are merged, and
        each word is looked up in each.
        """
        return int(ask_plain(connection, f"SELECT count(DISTINCT segid) FROM {self.name}_idx")[0][0])

    def merge(self, connection: Connection, pages: int, *, begin: bool) -> bool:
        """Write some more pages of all parts merged into one; is anything left to merge?

        Args:
            begin: merge what lies in parts now; else go on with it.
        """
        before = _changes(connection)
        self._command(connection, "merge", -pages if begin else pages)
        # One row it changes whatever it does (SQLite FTS5, section 6.8).
        return _changes(connection) - before > 1

    def check(self, connection: Connection) -> None:
        """Raises DamagedRecord through `named_errors` where index and text differ."""
        self._command(connection, "integrity-check", 1)

    def forget(self, connection: Connection) -> None:
        """Write the index anew, so that words of deleted rows are in no page of it."""
        self._command(connection, "optimize", 0)

    def _command(self, connection: Connection, command: str, rank: int) -> None:
        statement = text(f"INSERT INTO {self.name}({self.name}, rank) VALUES (:command, :rank)")
        connection.execute(statement, {"command": command, "rank": rank})


def _changes(connection: Connection) -> int:
    """How many rows this connection ever changed."""
    return int(ask_plain(connection, "SELECT total_changes()")[0][0])


# One letter is looked up, not scanned: at 100,000 made-up quotes that took 32 ms for
# the commonest letter, and 63 without. Longer beginnings are scanned: two letters
# took 50 ms instead of 29, from three on nothing was lost, and an index of all four
# was three times as large.
QUOTE_TEXT = TextIndex("quote_text", "quote", ("text",), prefix=1)
# Without places these two are half and a third of the size; see `again` and `aside`, which find them.
CLAIM_TEXT = TextIndex("claim_text", "claim", ("words", "counted"), stored=False, row="number", placed=False)
DOCUMENT_TEXT = TextIndex("document_text", "document", ("text",), placed=False)
INDEXES = (QUOTE_TEXT, CLAIM_TEXT, DOCUMENT_TEXT)


def phrase(words: str, *, beginning: bool = False) -> str:
    """Words next to each other, in order; with `beginning` the last may go on.

    In double quotes, which alone have to be doubled inside, no sign means anything
    to FTS5 (SQLite FTS5, section 3.1).
    """
    quoted = '"' + words.replace('"', '""').replace("\0", " ") + '"'
    return quoted + "*" if beginning else quoted


def either(expressions: list[str]) -> str:
    return "(" + " OR ".join(expressions) + ")"


def every(expressions: list[str]) -> str:
    return " AND ".join(expressions)


def but_not(expression: str, unwanted: list[str]) -> str:
    return f"({expression}) NOT {either(unwanted)}" if unwanted else expression
