"""JSON Lines: one object a line, nothing left out, nothing changed; what another record takes in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import IO, Any

from claims.display import json_safe
from claims.exchange.forms import form
from claims.exports.findings import form as finding_form
from claims.ports import ExportItem, ExportRow
from claims.views import Assessed


class JsonLines:
    """Fields as `claims.exchange.forms` names them; hidden characters as \\u escapes."""

    name = "jsonl"
    suffix = ".jsonl"

    def write(self, rows: Iterable[ExportRow], out: IO[str]) -> int:
        """Write all rows to `out`; returns how many."""
        return _written(map(form, rows), out)

    def write_findings(self, findings: Iterable[Assessed], out: IO[str]) -> int:
        """Write all findings to `out`, as `audit --json` prints them; returns how many."""
        return _written(map(finding_form, findings), out)

    def write_record(self, items: Iterable[ExportItem], out: IO[str]) -> None:
        _written(map(form, items), out)


def _written(lines: Iterable[Mapping[str, Any]], out: IO[str]) -> int:
    count = 0
    for line in lines:
        out.write(json_safe(json.dumps(line, ensure_ascii=False)) + "\n")
        count += 1
    return count
