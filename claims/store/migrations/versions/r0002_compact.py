"""A record of a third of its size: what stands in a document is not kept again beside it.

Kept as it was, byte for byte: arrivals, judgements, documents, members, problems, tags;
but that an arrival names its document by its key and leaves the hash of its bytes to it,
and that the id of a source goes, which follows from its name.
Carried over by SQL: quotes and claims, numbered, with shorter keys and their document by its key;
pairs; findings, under the mark of their key; keys of values, as marks. Made again from
the kept words: the text indexes, and the word runs, of which fewer are kept. JSON in
columns stays in its long form, which is read as it is; a rebuild shortens it.

A migration is never changed: it says what the schema was, not what it is now.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Any

from alembic import op
from sqlalchemy import Connection

from claims.matching.grams import runs_of

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_MANY = 10_000

# The checks whose findings rest on one document: they are kept under its id.
_WITHIN_A_DOCUMENT = ("sum-of-parts", "conversion")

# Day << 28, counted down, becomes day << 22, counted down.
_SHORTER = "((({0} >> 28) + 1) << 22) - ((({0} >> 28) + 1) << 28) + {0}"

_QUOTE = """id spans text kind attribution said_on occurrence confidence method corrected last_day
    member unseen recorded original found""".split()
_CLAIM = """id span text sentence quantity superlative unit dimension counted role population place event
    period as_of negated attributed_to quote occurrence confidence corrected last_day member unseen
    original""".split()


def upgrade() -> None:
    connection = op.get_bind()
    _run(_LET_GO)
    _run(_CARRY_OVER)
    _keys_as_marks(connection)
    _findings_under_marks(connection)
    _run(_PUT_IN_PLACE)
    _run(_INDEX)
    _word_runs(connection)


def _run(statements: str) -> None:
    """Statements with a blank line between two."""
    for statement in statements.strip().split("\n\n"):
        op.get_bind().exec_driver_sql(" ".join(statement.split()))


def _keys_as_marks(connection: Connection) -> None:
    rows = """
        SELECT each."check", each.key, 2 * number FROM value_key AS each JOIN new_quote ON id = each.value
        UNION ALL
        SELECT each."check", each.key, 2 * number + 1 FROM value_key AS each JOIN new_claim ON id = each.value
    """
    marked = ((_mark(check, key), value) for check, key, value in _rows(connection, rows))
    _insert(connection, "INSERT OR IGNORE INTO new_value_key (key, value) VALUES (?, ?)", marked)


def _findings_under_marks(connection: Connection) -> None:
    names = '"check", kind, severity, anchors, sentence, why, evidence'
    rows = (
        f"SELECT key, id, under, json_extract(evidence, '$[0].document'), {names} FROM finding ORDER BY key"
    )
    marked = (
        (key, id_, _mark(check, document if check in _WITHIN_A_DOCUMENT else under), check, *rest)
        for key, id_, under, document, check, *rest in _rows(connection, rows)
    )
    into = f"INSERT OR IGNORE INTO new_finding (key, id, under, {names})"
    _insert(connection, f"{into} VALUES ({', '.join('?' * 10)})", marked)


def _word_runs(connection: Connection) -> None:
    rows = _rows(connection, "SELECT number, text FROM quote")
    runs = ((run, number) for number, text in rows for run in runs_of(text).kept)
    _insert(connection, "INSERT OR IGNORE INTO gram (gram, quote) VALUES (?, ?)", runs)


def _mark(check: str, key: str) -> int:
    digest = blake2b(f"{check}\0{key}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _rows(connection: Connection, statement: str) -> Iterator[tuple[Any, ...]]:
    return (tuple(row) for row in connection.exec_driver_sql(statement))


def _insert(connection: Connection, statement: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """In bounded memory; a question that gives the rows may stay open meanwhile."""
    some: list[tuple[Any, ...]] = []
    for row in rows:
        some.append(row)
        if len(some) == _MANY:
            connection.exec_driver_sql(statement, some)
            some = []
    if some:
        connection.exec_driver_sql(statement, some)


# What would follow the tables that go: text indexes with their triggers, and rows that
# a foreign key takes with them.
_LET_GO = """
DROP INDEX ix_document_source_id

ALTER TABLE document DROP COLUMN source_id

CREATE TABLE new_arrival (
    key INTEGER NOT NULL, document_key INTEGER NOT NULL, location VARCHAR NOT NULL,
    retrieved VARCHAR NOT NULL, given VARCHAR NOT NULL, size INTEGER NOT NULL,
    CONSTRAINT pk_arrival PRIMARY KEY (key),
    CONSTRAINT uq_arrival_document_key_location UNIQUE (document_key, location),
    CONSTRAINT fk_arrival_document_key FOREIGN KEY(document_key) REFERENCES document (key))

INSERT INTO new_arrival (key, document_key, location, retrieved, given, size)
    SELECT arrival.key, document.key, arrival.location, arrival.retrieved, given, size
    FROM arrival JOIN document ON document.id = arrival.document ORDER BY arrival.key

DROP TRIGGER arrival_no_update

DROP TRIGGER arrival_no_delete

DROP TABLE arrival

ALTER TABLE new_arrival RENAME TO arrival

CREATE TRIGGER arrival_no_update BEFORE UPDATE ON arrival BEGIN SELECT RAISE(ABORT, 'arrival rows
    are only ever added'); END

CREATE TRIGGER arrival_no_delete BEFORE DELETE ON arrival BEGIN SELECT RAISE(ABORT, 'arrival rows
    are only ever added'); END

DROP TRIGGER quote_text_add

DROP TRIGGER quote_text_drop

DROP TRIGGER quote_text_move

DROP TRIGGER claim_text_add

DROP TRIGGER claim_text_drop

DROP TRIGGER claim_text_move

DROP TRIGGER document_text_add

DROP TRIGGER document_text_drop

DROP TRIGGER document_text_move

DROP TABLE quote_text_terms

DROP TABLE claim_text_terms

DROP TABLE document_text_terms

DROP TABLE quote_text

DROP TABLE claim_text

DROP TABLE document_text

CREATE TABLE kept_pair AS SELECT * FROM pair

DROP TABLE pair

CREATE TABLE kept_evidence AS SELECT * FROM evidence

DROP TABLE evidence
"""

_CARRY_OVER = f"""
CREATE TABLE new_quote (
    number INTEGER NOT NULL, key INTEGER NOT NULL, id VARCHAR NOT NULL,
    document_key INTEGER NOT NULL, spans VARCHAR NOT NULL,
    text VARCHAR NOT NULL, kind VARCHAR NOT NULL, attribution VARCHAR, said_on VARCHAR,
    occurrence INTEGER NOT NULL, confidence FLOAT NOT NULL, method VARCHAR NOT NULL,
    corrected VARCHAR NOT NULL, last_day INTEGER, member VARCHAR,
    unseen INTEGER NOT NULL, recorded BOOLEAN NOT NULL, original VARCHAR, found VARCHAR,
    CONSTRAINT pk_quote PRIMARY KEY (number), CONSTRAINT uq_quote_key UNIQUE (key),
    CONSTRAINT uq_quote_id UNIQUE (id),
    CONSTRAINT fk_quote_document_key FOREIGN KEY(document_key) REFERENCES document (key),
    CONSTRAINT fk_quote_member FOREIGN KEY(member) REFERENCES member (id))

INSERT INTO new_quote (key, document_key, {", ".join(_QUOTE)})
    SELECT {_SHORTER.format("quote.key")}, document.key, {", ".join(f"quote.{name}" for name in _QUOTE)}
    FROM quote JOIN document ON document.id = quote.document
    ORDER BY document.key, quote.start, quote.key DESC

CREATE TABLE new_claim (
    number INTEGER NOT NULL, key INTEGER NOT NULL, id VARCHAR NOT NULL,
    document_key INTEGER NOT NULL, span VARCHAR NOT NULL,
    text VARCHAR NOT NULL, sentence VARCHAR NOT NULL, quantity VARCHAR, superlative VARCHAR,
    unit VARCHAR NOT NULL, dimension VARCHAR NOT NULL, counted VARCHAR NOT NULL, role VARCHAR NOT NULL,
    population VARCHAR, place VARCHAR NOT NULL, event VARCHAR NOT NULL, period VARCHAR NOT NULL,
    as_of VARCHAR, negated BOOLEAN NOT NULL, attributed_to VARCHAR, quote VARCHAR,
    occurrence INTEGER NOT NULL, confidence FLOAT NOT NULL, corrected VARCHAR NOT NULL,
    last_day INTEGER, member VARCHAR, unseen INTEGER NOT NULL, original VARCHAR,
    CONSTRAINT pk_claim PRIMARY KEY (number), CONSTRAINT uq_claim_key UNIQUE (key),
    CONSTRAINT uq_claim_id UNIQUE (id),
    CONSTRAINT fk_claim_document_key FOREIGN KEY(document_key) REFERENCES document (key),
    CONSTRAINT fk_claim_quote FOREIGN KEY(quote) REFERENCES new_quote (id) ON DELETE SET NULL,
    CONSTRAINT fk_claim_member FOREIGN KEY(member) REFERENCES member (id))

INSERT INTO new_claim (key, document_key, {", ".join(_CLAIM)})
    SELECT {_SHORTER.format("claim.key")}, document.key, {", ".join(f"claim.{name}" for name in _CLAIM)}
    FROM claim JOIN document ON document.id = claim.document
    ORDER BY document.key, claim.start, claim.key DESC

CREATE VIRTUAL TABLE claim_text USING fts5(words, counted, content='',
    tokenize="unicode61 remove_diacritics 2", columnsize=0, detail=none)

INSERT INTO claim_text(rowid, words, counted)
    SELECT number, words, claim.counted FROM new_claim JOIN claim ON claim.id = new_claim.id ORDER BY number

CREATE TABLE new_value_key (
    key INTEGER NOT NULL, value INTEGER NOT NULL, CONSTRAINT pk_value_key PRIMARY KEY (key, value)
    ) WITHOUT ROWID

CREATE TABLE new_finding (
    key INTEGER NOT NULL, under INTEGER NOT NULL, id VARCHAR NOT NULL, "check" VARCHAR NOT NULL,
    kind VARCHAR NOT NULL, severity VARCHAR NOT NULL, anchors VARCHAR NOT NULL, sentence VARCHAR NOT NULL,
    why VARCHAR NOT NULL, evidence VARCHAR NOT NULL,
    CONSTRAINT pk_finding PRIMARY KEY (key), CONSTRAINT uq_finding_under_id UNIQUE (under, id))
"""

# A new table that takes its name is still the one that others refer to.
_PUT_IN_PLACE = """
DROP TABLE claim

DROP TABLE quote

DROP TABLE finding

DROP TABLE value_key

DROP TABLE gram

ALTER TABLE new_quote RENAME TO quote

ALTER TABLE new_claim RENAME TO claim

ALTER TABLE new_finding RENAME TO finding

ALTER TABLE new_value_key RENAME TO value_key

CREATE TABLE gram (
    gram INTEGER NOT NULL, quote INTEGER NOT NULL, CONSTRAINT pk_gram PRIMARY KEY (gram, quote)
    ) WITHOUT ROWID

CREATE TABLE pair (
    a VARCHAR NOT NULL, b VARCHAR NOT NULL, relation VARCHAR NOT NULL, score FLOAT NOT NULL,
    why VARCHAR NOT NULL, CONSTRAINT pk_pair PRIMARY KEY (a, b),
    CONSTRAINT fk_pair_a FOREIGN KEY(a) REFERENCES quote (id) ON DELETE CASCADE,
    CONSTRAINT fk_pair_b FOREIGN KEY(b) REFERENCES quote (id) ON DELETE CASCADE)

INSERT INTO pair SELECT * FROM kept_pair

DROP TABLE kept_pair

CREATE TABLE evidence (
    value VARCHAR NOT NULL, finding INTEGER NOT NULL, CONSTRAINT pk_evidence PRIMARY KEY (value, finding),
    CONSTRAINT fk_evidence_finding FOREIGN KEY(finding) REFERENCES finding (key) ON DELETE CASCADE
    ) WITHOUT ROWID

INSERT INTO evidence SELECT * FROM kept_evidence WHERE finding IN (SELECT key FROM finding)

DROP TABLE kept_evidence
"""

_INDEX = """
CREATE INDEX ix_document_source_name ON document (source_name)

CREATE INDEX ix_quote_document_key ON quote (document_key)

CREATE INDEX ix_quote_member ON quote (member)

CREATE INDEX ix_quote_unseen ON quote (unseen, key) WHERE unseen > 0

CREATE INDEX ix_claim_document_key ON claim (document_key)

CREATE INDEX ix_claim_member ON claim (member) WHERE member IS NOT NULL

CREATE INDEX ix_claim_quote ON claim (quote) WHERE quote IS NOT NULL

CREATE INDEX ix_claim_unseen ON claim (unseen, key) WHERE unseen > 0

CREATE INDEX ix_finding_id ON finding (id)

CREATE INDEX ix_value_key_value ON value_key (value)

CREATE INDEX ix_pair_b ON pair (b)

CREATE INDEX ix_evidence_finding ON evidence (finding)

CREATE VIRTUAL TABLE claim_text_terms USING fts5vocab('claim_text', 'row')

CREATE VIRTUAL TABLE quote_text USING fts5(text, content='quote', content_rowid='key',
    tokenize="unicode61 remove_diacritics 2", columnsize=0, prefix='1')

INSERT INTO quote_text(quote_text) VALUES ('rebuild')

CREATE VIRTUAL TABLE quote_text_terms USING fts5vocab('quote_text', 'row')

CREATE TRIGGER quote_text_add AFTER INSERT ON quote BEGIN INSERT INTO quote_text(rowid, text) VALUES
    (new.key, new.text); END

CREATE TRIGGER quote_text_drop AFTER DELETE ON quote BEGIN INSERT INTO quote_text(quote_text, rowid,
    text) VALUES ('delete', old.key, old.text); END

CREATE TRIGGER quote_text_move AFTER UPDATE OF key, text ON quote BEGIN INSERT INTO
    quote_text(quote_text, rowid, text) VALUES ('delete', old.key, old.text); INSERT INTO
    quote_text(rowid, text) VALUES (new.key, new.text); END

CREATE VIRTUAL TABLE document_text USING fts5(text, content='document', content_rowid='key',
    tokenize="unicode61 remove_diacritics 2", columnsize=0, detail=none)

INSERT INTO document_text(document_text) VALUES ('rebuild')

CREATE VIRTUAL TABLE document_text_terms USING fts5vocab('document_text', 'row')

CREATE TRIGGER document_text_add AFTER INSERT ON document BEGIN INSERT INTO document_text(rowid,
    text) VALUES (new.key, new.text); END

CREATE TRIGGER document_text_drop AFTER DELETE ON document BEGIN INSERT INTO
    document_text(document_text, rowid, text) VALUES ('delete', old.key, old.text); END

CREATE TRIGGER document_text_move AFTER UPDATE OF key, text ON document BEGIN INSERT INTO
    document_text(document_text, rowid, text) VALUES ('delete', old.key, old.text); INSERT INTO
    document_text(rowid, text) VALUES (new.key, new.text); END
"""
