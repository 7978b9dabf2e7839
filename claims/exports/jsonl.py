"""JSON Lines: one object a line, nothing left out, nothing changed; what another record takes in."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import IO

from claims.display import json_safe
from claims.exchange.forms import form
from claims.ports import ExportItem, ExportRow


class JsonLines:
    """Fields as `claims.exchange.forms` names them; hidden characters as \\u escapes."""

    name = "jsonl"
    suffix = ".jsonl"

    def write(self, rows: Iterable[ExportRow], out: IO[str]) -> int:
        """Write all rows to `out`; returns how many."""
        count = 0
        for row in rows:
            _write(row, out)
            count += 1
        return count

    def write_record(self, items: Iterable[ExportItem], out: IO[str]) -> None:
        for item in items:
            _write(item, out)


def _write(item: ExportItem, out: IO[str]) -> None:
    out.write(json_safe(json.dumps(form(item), ensure_ascii=False)) + "\n")
