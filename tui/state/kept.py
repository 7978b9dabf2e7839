"""What the app keeps on this machine from one run to the next: saved searches, and that the tour was seen.

It is nothing of the record: losing it loses no decision.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query line.

    Attributes:
        mark: what had come in when it was last looked at (see `Ledger.mark`).
    """

    line: str
    mark: int


def default_place() -> Path:
    """The file of this user; it need not exist."""
    from platformdirs import user_state_path

    return user_state_path("onrecord", appauthor=False) / "app.json"


class Kept:
    """Args: place: a file; None to keep nothing past this run."""

    def __init__(self, place: Path | None = None) -> None:
        self._place = place
        self._held: dict[str, Any] | None = None

    def searches(self, record: str) -> list[SavedSearch]:
        """The saved searches of a record, in the order in which they were saved."""
        saved = self._read().get("searches", {}).get(_named(record), [])
        return [SavedSearch(str(each["line"]), int(each["mark"])) for each in saved]

    def keep_searches(self, record: str, searches: Sequence[SavedSearch]) -> None:
        held = self._read()
        lines = [{"line": each.line, "mark": each.mark} for each in searches]
        held.setdefault("searches", {})[_named(record)] = lines
        self._write(held)

    @property
    def toured(self) -> bool:
        return bool(self._read().get("toured"))

    def keep_toured(self) -> None:
        held = self._read()
        held["toured"] = True
        self._write(held)

    def _read(self) -> dict[str, Any]:
        if self._held is None:
            self._held = {}
            if self._place:
                with contextlib.suppress(OSError, ValueError):
                    found = json.loads(self._place.read_text("utf-8"))
                    self._held = found if isinstance(found, dict) else {}
        return self._held

    def _write(self, held: dict[str, Any]) -> None:
        """A place that cannot be written keeps nothing past this run; that is no reason to stop."""
        if self._place is None:
            return
        part = self._place.with_name(f"{self._place.name}.{os.getpid()}")
        with contextlib.suppress(OSError):
            self._place.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(held, indent=1), "utf-8")
            part.replace(self._place)


def _named(record: str) -> str:
    return str(Path(record).absolute())
