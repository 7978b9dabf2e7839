"""The text index: FTS5 tables over quotes, claims and whole documents, kept by triggers.

The indexes hold no text of their own (external content), so nothing may write to
the three tables but INSERT, UPDATE and DELETE: "INSERT OR REPLACE" skips the
delete trigger and leaves words behind.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Select, TableClause, column, select, table, text

# Prefixes of one to four letters are looked up, not scanned; longer ones are rare
# enough to scan. Without the one-letter prefix one key press in twenty took over
# 129 ms at a million made-up quotes.
_OPTIONS = "tokenize=\"unicode61 remove_diacritics 2\", prefix='1 2 3 4'"


@dataclass(frozen=True)
class TextIndex:
    """One index: `name` over `columns` of `content`; `name`_terms lists its words."""

    name: str
    content: str
    columns: tuple[str, ...]

    @property
    def table(self) -> TableClause:
        return table(self.name, column("rowid"), column(self.name))

    @property
    def ddl(self) -> list[str]:
        """Statements that make the index and its triggers."""
        columns = ", ".join(self.columns)
        new, old = (", ".join(f"{row}.{name}" for name in self.columns) for row in ("new", "old"))
        add = f"INSERT INTO {self.name}(rowid, {columns}) VALUES (new.key, {new});"
        drop = f"INSERT INTO {self.name}({self.name}, rowid, {columns}) VALUES ('delete', old.key, {old});"
        moved = f"key, {columns} ON {self.content}"
        made = f"CREATE VIRTUAL TABLE {self.name} USING fts5"
        return [
            f"{made}({columns}, content='{self.content}', content_rowid='key', {_OPTIONS})",
            f"CREATE VIRTUAL TABLE {self.name}_terms USING fts5vocab('{self.name}', 'row')",
            f"CREATE TRIGGER {self.name}_add AFTER INSERT ON {self.content} BEGIN {add} END",
            f"CREATE TRIGGER {self.name}_drop AFTER DELETE ON {self.content} BEGIN {drop} END",
            f"CREATE TRIGGER {self.name}_move AFTER UPDATE OF {moved} BEGIN {drop} {add} END",
        ]

    def matching(self, expression: str) -> Select[Any]:
        """Row keys of what fits an expression made by `words` or `phrase`."""
        rowid: Column[int] = self.table.c.rowid  # type: ignore[assignment]
        return select(rowid).where(column(self.name).op("MATCH")(expression))

    def terms(self, connection: Connection) -> list[str]:
        """Every word of the index, folded as it folds them."""
        return list(
            connection.execute(select(column("term")).select_from(table(f"{self.name}_terms"))).scalars()
        )

    def marked(self, connection: Connection, key: int, expression: str, marks: tuple[str, str]) -> str | None:
        """The text of a row with marks around each match; None if nothing matches."""
        statement = text(
            f"SELECT highlight({self.name}, 0, :open, :close) FROM {self.name}"
            f" WHERE {self.name} MATCH :expression AND rowid = :key"
        )
        bound = {"open": marks[0], "close": marks[1], "expression": expression, "key": key}
        found: str | None = connection.execute(statement, bound).scalar()
        return found

    def check(self, connection: Connection) -> None:
        """Raises DamagedRecord through `named_errors` where index and text differ."""
        self._command(connection, "integrity-check", 1)

    def forget(self, connection: Connection) -> None:
        """Write the index anew, so that words of deleted rows are in no page of it."""
        self._command(connection, "optimize", 0)

    def _command(self, connection: Connection, command: str, rank: int) -> None:
        statement = text(f"INSERT INTO {self.name}({self.name}, rank) VALUES (:command, :rank)")
        connection.execute(statement, {"command": command, "rank": rank})


QUOTE_TEXT = TextIndex("quote_text", "quote", ("text",))
CLAIM_TEXT = TextIndex("claim_text", "claim", ("words", "counted"))
DOCUMENT_TEXT = TextIndex("document_text", "document", ("text",))
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
