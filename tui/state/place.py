"""Where one was in a review, kept outside the record: the next start goes on there, even after a kill.

It is a file of its own: it is written at each item, and two apps must not undo what each other keeps.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from claims.views import Which

ORDERS = {"first": "what to look at first", "newest": "newest first", "random": "in no order"}


@dataclass(frozen=True, slots=True)
class Place:
    """How and what is reviewed.

    Attributes:
        order: one of ORDERS.
        which: what is reviewed, a value of `claims.views.Which`.
        blind: the others' decisions are hidden until one's own.
        item: id of what was on screen.
    """

    order: str = "first"
    which: str = "open"
    blind: bool = False
    item: str = ""


class Places:
    """The places of all reviewers of all records, in one file.

    Args:
        file: None keeps nothing.
    """

    def __init__(self, file: Path | None, record: str, by: str) -> None:
        self._file = file
        self._key = json.dumps([record, by])

    def read(self) -> Place:
        """What was kept; the beginning if that cannot be read: it is a convenience, not a record."""
        kept = self._all().get(self._key)
        if not isinstance(kept, dict) or kept.get("order") not in ORDERS:
            return Place()
        which, blind, item = kept.get("which"), kept.get("blind") is True, kept.get("item")
        if which not in set(Which) or not isinstance(item, str):
            return Place()
        return Place(kept["order"], which, blind, item)

    def write(self, place: Place) -> None:
        """Keep it, whole or not at all."""
        if self._file is None:
            return
        written = json.dumps({**self._all(), self._key: asdict(place)})
        beside = self._file.with_suffix(f".{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(written, "utf-8")
            beside.replace(self._file)
        except OSError:
            with suppress(OSError):
                beside.unlink()

    def _all(self) -> dict[str, object]:
        try:
            kept = json.loads(self._file.read_text("utf-8")) if self._file else {}
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}
