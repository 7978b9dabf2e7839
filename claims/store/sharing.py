"""Which values are to be compared at all: under a mark that one value has alone there is nothing to."""

from __future__ import annotations

from collections.abc import Sequence

from claims.store.base import Part
from claims.store.dialect import EACH, ask_plain
from claims.store.values import dumped

# A value's file number: see `filed`.
_SHARED = f"""
    WITH mine (value, document) AS (
        SELECT 2 * quote.number, quote.document_key FROM quote
        JOIN document ON document.key = quote.document_key WHERE document.id IN {EACH}
        UNION ALL
        SELECT 2 * claim.number + 1, claim.document_key FROM claim
        JOIN document ON document.key = claim.document_key WHERE document.id IN {EACH}
    )
    SELECT value_key.key, min(mine.document) FROM mine CROSS JOIN value_key ON value_key.value = mine.value
    WHERE EXISTS (
        SELECT 1 FROM value_key AS other WHERE other.key = value_key.key AND other.value != value_key.value
    )
    GROUP BY value_key.key
"""
_IDS = f"SELECT key, id FROM document WHERE key IN {EACH}"
_OF_PAGES = f"SELECT document FROM version WHERE document IN {EACH} ORDER BY document"


class Sharing(Part):
    def shared_marks(self, documents: Sequence[str]) -> dict[int, str]:
        """The marks of values in some documents that other values have too; each with the first of these
        documents that holds one.
        """
        mine = dumped(list(documents))
        with self._database.read() as connection:
            found = dict(ask_plain(connection, _SHARED, mine, mine))
            ids = dict(ask_plain(connection, _IDS, dumped(sorted(set(found.values())))))
        return {mark: ids[key] for mark, key in found.items()}

    def of_pages(self, documents: Sequence[str]) -> list[str]:
        """Those of some documents that replaced another one or were replaced."""
        with self._database.read() as connection:
            return [id_ for (id_,) in ask_plain(connection, _OF_PAGES, dumped(list(documents)))]
