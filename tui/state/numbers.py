"""The figures of a finding as a table: what stands where, how it was read, what it counts."""

from __future__ import annotations

from string import ascii_uppercase

from claims.display import one_line
from claims.model import Claim
from claims.ports import Citation
from claims.views import ReviewItem
from tui.state.amounts import amount_words
from tui.state.rows import Column, Row
from tui.state.sides import speaker_of
from tui.state.words import date_words

# Letters by which a count and what happened are the same word.
_STEM = 5

COLUMNS = (
    Column("", 2),
    Column("Figure", 12, grows=True),
    Column("Read as", 12, grows=True),
    Column("Counts", 12, grows=True),
    Column("Scope", 10, grows=True, gone_below=70),
    Column("As of", 10, gone_below=90),
    Column("Who says so", 14, grows=True, gone_below=100),
)


def numbers(item: ReviewItem) -> list[Row]:
    """A row for each figure, in the order of the passages; none for findings about words."""
    # The letters under which the passages are shown: one a document.
    order = dict.fromkeys(one.document.id for one in item.citations)
    letters = {id_: ascii_uppercase[at % 26] for at, id_ in enumerate(order)}
    return [
        _row(one, one.value, letters[one.document.id])
        for one in item.citations
        if isinstance(one.value, Claim)
    ]


def _row(one: Citation, claim: Claim, letter: str) -> Row:
    # "Arrests" need not be told to be arrested.
    role = "" if claim.counted[:_STEM] == claim.role[:_STEM] else claim.role
    counts = " ".join(filter(None, (claim.counted, role)))
    scope = ", ".join(filter(None, (claim.place, claim.population and claim.population.value, claim.period)))
    day = claim.as_of or one.document.published
    denied = "not " if claim.negated else ""
    cells = (
        letter,
        denied + claim.text,
        amount_words(claim),
        counts,
        scope,
        date_words(day),
        speaker_of(claim),
    )
    return Row(tuple(map(one_line, cells)))
