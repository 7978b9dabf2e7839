"""JSON-LD: quotes and claims as schema.org's Quotation and Claim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from claims.exports import schema_org
from claims.exports.linked import written
from claims.ports import ExportRow


class JsonLd:
    """One graph; it can be put into a page's `script` as it is."""

    name = "jsonld"
    suffix = ".jsonld"

    def write(self, rows: Iterable[ExportRow], out: IO[str]) -> int:
        """Write all rows to `out`; returns how many."""
        items = (schema_org.quotation(row) if row.kind == "quote" else schema_org.claim(row) for row in rows)
        return written(out, {"@context": schema_org.CONTEXT}, "@graph", items)
