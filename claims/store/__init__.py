"""The record on disk: one SQLite file, and the raw bytes beside it.

====================  =====================================================
`documents`           intake, and what reading made of it
`arrivals`            where documents came from, and what stands there
`versions`            which document replaced which, and what became of its values
`removal`             withdrawal and purge
`imports`             imports of ready-made quotes as wholes
`statements`          quotes and claims in force, and as extracted
`speakers`            members and which speaker they are
`links`               pairs, keys, findings, problems
`citing`              values with their documents, as checks read them
`judgements`          decisions, added only
`attachments`         decisions carried on, and what they were about
`extracted`           one document's derived rows as reading and extraction gave them
`candidates`          which quotes are worth comparing
`search`, `passages`  full-text search
`lists`               lists, counts, ids from their beginnings
`care`                verify, backup, restore
`dialect`             everything SQLite, with `fulltext`
====================  =====================================================

Nothing outside this package knows that there are rows.

Nothing here is loaded before it is asked for: processes that only make rows (see
`finished`) need no database.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.store.care import restore
    from claims.store.store import Store

__all__ = ["Store", "restore"]


def __getattr__(name: str) -> Any:
    if name == "Store":
        from claims.store.store import Store

        return Store
    if name == "restore":
        from claims.store.care import restore

        return restore
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
