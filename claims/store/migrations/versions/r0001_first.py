"""The first schema.

A migration is never changed: it says what the schema was, not what it is now.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Of each table its columns in order: "i" whole number, "f" number, "b" yes or no,
# all others text; "?" may be empty. Then what else it has.
_DOCUMENT = """key:i id raw_sha256 location url member title author source? reprints? published? modified?
    retrieved? language media_type encoding encoding_guessed:b place title_span? furniture corrected original?
    extractor source_id source_name day:i last_day:i? hidden_characters:i withdrawn:b purged:b text"""
_QUOTE = """key:i id document spans text kind attribution? said_on? occurrence:i confidence:f method corrected
    start:i last_day:i? member? unseen:i recorded:b original? found?"""
_CLAIM = """key:i id document span text sentence quantity? superlative? unit dimension counted role
    population? place event period as_of? negated:b attributed_to? quote? occurrence:i confidence:f corrected
    words words_at start:i last_day:i? member? unseen:i original?"""
_JUDGEMENT = """key:i id hash kind subjects first second? verdict by at value note shown settles:b previous"""


def upgrade() -> None:
    _tables_of_intake_and_values()
    _tables_of_links()
    _judgements()
    for statement in _FURTHER.split("\n\n"):
        op.execute(" ".join(statement.split()))


def _tables_of_intake_and_values() -> None:
    _table("document", _DOCUMENT, _key("document"), _one("document", "id"))
    _index("document", "raw_sha256", "source_id")
    _table(
        "arrival", "key:i document location retrieved given raw_sha256 size:i", _key("arrival"),
        _one("arrival", "document", "location"), _to("arrival", "document", "document.id"),
    )  # fmt: skip
    _table("member", "id form name role organization kind speaker", _key("member", "id"))
    _index("member", "form", "speaker")
    _table(
        "quote", _QUOTE, _key("quote"), _one("quote", "id"), _to("quote", "document", "document.id"),
        _to("quote", "member", "member.id"),
    )  # fmt: skip
    op.create_index("ix_quote_document", "quote", ["document", "start"])
    _index("quote", "member", "unseen")
    _table(
        "claim", _CLAIM, _key("claim"), _one("claim", "id"), _to("claim", "document", "document.id"),
        _to("claim", "member", "member.id"), _to("claim", "quote", "quote.id", "SET NULL"),
    )  # fmt: skip
    op.create_index("ix_claim_document", "claim", ["document", "start"])
    _index("claim", "member", "quote", "unseen")
    _table("gram", "gram:i quote:i", _key("gram", "gram", "quote"), rowid=False)


def _tables_of_links() -> None:
    _table(
        "pair", "a b relation score:f why", _key("pair", "a", "b"), _to("pair", "a", "quote.id", "CASCADE"),
        _to("pair", "b", "quote.id", "CASCADE"),
    )  # fmt: skip
    _index("pair", "b")
    _table("value_key", "check key value", _key("value_key", "check", "key", "value"), rowid=False)
    _index("value_key", "value")
    _table(
        "finding", "key:i under id check kind severity anchors sentence why evidence", _key("finding"),
        _one("finding", "check", "under", "id"),
    )  # fmt: skip
    _index("finding", "id")
    _table(
        "evidence", "value finding:i", _key("evidence", "value", "finding"),
        _to("evidence", "finding", "finding.key", "CASCADE"), rowid=False,
    )  # fmt: skip
    _index("evidence", "finding")
    _table(
        "problem", "key:i id stage message document span? location", _key("problem"), _one("problem", "id")
    )
    _index("problem", "document")


def _judgements() -> None:
    _table("judgement", _JUDGEMENT, _key("judgement"), _one("judgement", "id"))
    op.create_index("ix_judgement_by", "judgement", ["by", "key"])
    _index("judgement", "first", "second")
    _table("tagging", "tag id", _key("tagging", "tag", "id"), rowid=False)
    _index("tagging", "id")


def _table(name: str, columns: str, *constraints: sa.Constraint, rowid: bool = True) -> None:
    options: dict[str, Any] = {} if rowid else {"sqlite_with_rowid": False}
    op.create_table(name, *_columns(columns), *constraints, **options)


def _columns(written: str) -> Iterator[sa.Column[Any]]:
    types: dict[str, Any] = {"i": sa.Integer(), "f": sa.Float(), "b": sa.Boolean(), "": sa.String()}
    for one in written.split():
        name, _, kind = one.rstrip("?").partition(":")
        yield sa.Column(name, types[kind], nullable=one.endswith("?"))


def _index(table: str, *columns: str) -> None:
    for column in columns:
        op.create_index(f"ix_{table}_{column}", table, [column])


def _key(table: str, *columns: str) -> sa.Constraint:
    return sa.PrimaryKeyConstraint(*(columns or ("key",)), name=f"pk_{table}")


def _one(table: str, *columns: str) -> sa.Constraint:
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")


def _to(table: str, column: str, target: str, when_gone: str | None = None) -> sa.Constraint:
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}", ondelete=when_gone)


# Text indexes with their triggers, and what keeps rows from being changed; a blank line between two.
_FURTHER = """
CREATE VIRTUAL TABLE quote_text USING fts5(text, content='quote', content_rowid='key',
    tokenize="unicode61 remove_diacritics 2", prefix='1 2 3 4')

CREATE VIRTUAL TABLE quote_text_terms USING fts5vocab('quote_text', 'row')

CREATE TRIGGER quote_text_add AFTER INSERT ON quote BEGIN INSERT INTO quote_text(rowid, text) VALUES
    (new.key, new.text); END

CREATE TRIGGER quote_text_drop AFTER DELETE ON quote BEGIN INSERT INTO quote_text(quote_text, rowid,
    text) VALUES ('delete', old.key, old.text); END

CREATE TRIGGER quote_text_move AFTER UPDATE OF key, text ON quote BEGIN INSERT INTO
    quote_text(quote_text, rowid, text) VALUES ('delete', old.key, old.text); INSERT INTO
    quote_text(rowid, text) VALUES (new.key, new.text); END

CREATE VIRTUAL TABLE claim_text USING fts5(words, counted, content='claim', content_rowid='key',
    tokenize="unicode61 remove_diacritics 2", prefix='1 2 3 4')

CREATE VIRTUAL TABLE claim_text_terms USING fts5vocab('claim_text', 'row')

CREATE TRIGGER claim_text_add AFTER INSERT ON claim BEGIN INSERT INTO claim_text(rowid, words,
    counted) VALUES (new.key, new.words, new.counted); END

CREATE TRIGGER claim_text_drop AFTER DELETE ON claim BEGIN INSERT INTO claim_text(claim_text, rowid,
    words, counted) VALUES ('delete', old.key, old.words, old.counted); END

CREATE TRIGGER claim_text_move AFTER UPDATE OF key, words, counted ON claim BEGIN INSERT INTO
    claim_text(claim_text, rowid, words, counted) VALUES ('delete', old.key, old.words, old.counted);
    INSERT INTO claim_text(rowid, words, counted) VALUES (new.key, new.words, new.counted); END

CREATE VIRTUAL TABLE document_text USING fts5(text, content='document', content_rowid='key',
    tokenize="unicode61 remove_diacritics 2", prefix='1 2 3 4')

CREATE VIRTUAL TABLE document_text_terms USING fts5vocab('document_text', 'row')

CREATE TRIGGER document_text_add AFTER INSERT ON document BEGIN INSERT INTO document_text(rowid,
    text) VALUES (new.key, new.text); END

CREATE TRIGGER document_text_drop AFTER DELETE ON document BEGIN INSERT INTO
    document_text(document_text, rowid, text) VALUES ('delete', old.key, old.text); END

CREATE TRIGGER document_text_move AFTER UPDATE OF key, text ON document BEGIN INSERT INTO
    document_text(document_text, rowid, text) VALUES ('delete', old.key, old.text); INSERT INTO
    document_text(rowid, text) VALUES (new.key, new.text); END

CREATE TRIGGER arrival_no_update BEFORE UPDATE ON arrival BEGIN SELECT RAISE(ABORT, 'arrival rows
    are only ever added'); END

CREATE TRIGGER arrival_no_delete BEFORE DELETE ON arrival BEGIN SELECT RAISE(ABORT, 'arrival rows
    are only ever added'); END

CREATE TRIGGER judgement_no_update BEFORE UPDATE ON judgement BEGIN SELECT RAISE(ABORT, 'judgement
    rows are only ever added'); END

CREATE TRIGGER judgement_no_delete BEFORE DELETE ON judgement BEGIN SELECT RAISE(ABORT, 'judgement
    rows are only ever added'); END
"""
