"""JSON Lines: one object a line, nothing left out, nothing changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import IO

from claims.display import json_safe
from claims.ports import ExportRow


class JsonLines:
    """The fields of a row and its own fields side by side; hidden characters as \\u escapes."""

    name = "jsonl"
    suffix = ".jsonl"

    def write(self, rows: Iterable[ExportRow], out: IO[str]) -> int:
        """Write all rows to `out`; returns how many."""
        count = 0
        for row in rows:
            plain = asdict(row)
            plain |= plain.pop("fields")
            out.write(json_safe(json.dumps(plain, ensure_ascii=False)) + "\n")
            count += 1
        return count
