"""Does the text index of claims hold the words of their sentences, and no others?

SQLite compares an index with the rows of a table; the words of claims stand in no
table. So they are indexed again, a document at a time, and both indexes are added up:
equal sums of 64-bit hashes of every word with its row are equal indexes.
"""

from __future__ import annotations

from sqlalchemy import Connection, select

from claims.store.again import Again, sentences
from claims.store.rows import DOCUMENT
from claims.store.values import dumped

_INDEX_WORDS = "CREATE VIRTUAL TABLE temp.claim_words USING fts5vocab('main', 'claim_text', 'instance')"

_PAGE = 500


def claims_are_indexed(connection: Connection) -> bool:
    """Reads every claim and all of the index; it holds the claims of some documents at a time."""
    documents = connection.execute(select(DOCUMENT.c.key)).scalars().all()
    pages = (dumped(documents[start : start + _PAGE]) for start in range(0, len(documents), _PAGE))
    expected = 0
    with Again(connection) as again:
        for page in pages:
            for claims in sentences(connection, "document_key", page, name="number"):
                again.hold(claims)
                expected += sum(map(hash, again.words()))
    connection.exec_driver_sql(_INDEX_WORDS)
    words = connection.exec_driver_sql("SELECT term, doc FROM temp.claim_words")
    found = sum(hash((word, key)) for word, key in words)
    connection.exec_driver_sql("DROP TABLE temp.claim_words")
    return found == expected
