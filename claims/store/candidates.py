"""Which stored quotes are worth comparing with one: those that share rare runs of words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from claims.matching.grams import grams
from claims.model import Quote
from claims.store.base import Part
from claims.store.dialect import among, each_of
from claims.store.rows import GRAM, QUOTE
from claims.store.values import dumped, value_of
from claims.store.versions import in_one_page

# Measured on a million made-up quotes: the eight rarest runs of a quote, none of
# them in more than a thousand, find 99.7 % of its versions.
_RAREST, _COMMON = 8, 1000


class Candidates(Part):
    def candidates(self, quote: Quote, limit: int) -> list[Quote]:
        """Shown quotes that share rare word runs with this one, most shared first; not itself.

        If every run of it is common, the rarest counts all the same, for the newest
        thousand of its quotes.
        """
        with self._database.read() as connection:
            own = connection.execute(select(QUOTE.c.key).where(QUOTE.c.id == quote.id)).scalar()
            runs = _rarest(connection, grams(quote.text), own or 0)
            shared = Counter(key for run in runs for key in _holding(connection, run, own or 0))
            # Two versions of one page are no two printings.
            elsewhere = (QUOTE.c.document == quote.document) | QUOTE.c.document.not_in(
                in_one_page(quote.document)
            )
            found_by = among(QUOTE.c.key, dumped(list(shared)))
            rows = select(QUOTE).where(found_by, QUOTE.c.unseen == 0, elsewhere)
            found = connection.execute(rows).mappings().all()
        best = sorted(found, key=lambda row: (-shared[row["key"]], -row["key"]))
        return [value_of(Quote, row) for row in best[:limit]]


def _rarest(connection: Connection, runs: Sequence[int], own: int) -> list[int]:
    """Of the runs that other quotes hold too the rarest; a run of its own would find nothing."""
    shared = sorted((count, run) for run, count in _frequencies(connection, runs, own) if count)
    rare = [run for count, run in shared if count <= _COMMON]
    return rare[:_RAREST] or [run for _, run in shared[:1]]


def _frequencies(connection: Connection, runs: Sequence[int], own: int) -> list[tuple[int, int]]:
    """Each run with how many other quotes hold it, all in one question; counting stops where it is common."""
    each = each_of(dumped(list(runs)))
    some = select(GRAM.c.quote).where(GRAM.c.gram == each.c.value, GRAM.c.quote != own).limit(_COMMON + 1)
    count = select(func.count()).select_from(some.correlate(each).subquery()).scalar_subquery()
    return [(row[0], row[1]) for row in connection.execute(select(each.c.value, count.correlate(each)))]


def _holding(connection: Connection, run: int, own: int) -> list[int]:
    newest = select(GRAM.c.quote).where(GRAM.c.gram == run, GRAM.c.quote != own)
    return list(connection.execute(newest.order_by(GRAM.c.quote.desc()).limit(_COMMON)).scalars())
