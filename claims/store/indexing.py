"""Keeps the text index of claims: their words stand in no column, so no trigger can."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection

from claims.model import Claim
from claims.store.again import Indexed, sentences
from claims.store.columns import claim_words
from claims.store.fulltext import CLAIM_TEXT
from claims.store.rows import Stored
from claims.store.values import dumped, storable, value_of


def reindex_claim(connection: Connection, old: Stored, new: Claim, text: str) -> None:
    """Follow a change of a row.

    Args:
        old: the row as it was, with the id of its document.
        text: of its document.
    """
    before, after = (_indexed(old["number"], claim, text) for claim in (value_of(Claim, old), new))
    if before != after:
        CLAIM_TEXT.remove(connection, [before])
        CLAIM_TEXT.insert(connection, [after])


def unindex_claims(connection: Connection, rows: Iterable[Stored]) -> None:
    """Take claims out, while they and the text of their documents stand; each text is read once."""
    numbers = dumped([row["number"] for row in rows])
    for claims in sentences(connection, "number", numbers, name="number"):
        CLAIM_TEXT.remove(connection, claims)


def _indexed(number: int, claim: Claim, text: str) -> Indexed:
    return number, storable(claim_words(claim, text)), storable(claim.counted)
