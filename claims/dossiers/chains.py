"""Are the chains of decisions in a dossier whole?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.dossiers.reading import Line, Reading
from claims.exchange import parsing
from claims.exchange.lines import BadLine
from claims.exchange.typed import Fields, as_text, mapping, of, text_of
from claims.judging import heads_of

_HASH = re.compile(r"[0-9a-f]{64}")


class Chains:
    """Attributes:
    faults: a sentence for each link that does not hold.
    told: how many decisions it tells; `withheld`: of how many only the hashes; `redacted`: without hash.
    """

    def __init__(self, reading: Reading, head: Fields) -> None:
        self.faults: list[str] = []
        self.told = self.withheld = self.redacted = 0
        self._rows: list[tuple[str, str, str]] = []
        for line in reading.lines("decisions.jsonl"):
            try:
                self._take(line)
            except BadLine as error:
                self.faults.append(f"{line.place}: {error}")
        self.faults += self._missing()
        try:
            self.faults += self._other_ends(_heads(head))
        except BadLine as error:
            self.faults.append(f"data/dossier.json: {error}")

    @property
    def heads(self) -> dict[str, tuple[str, ...]]:
        """As the decisions themselves tell them."""
        return heads_of(self._rows)

    @property
    def links(self) -> int:
        return self.told + self.withheld

    def _take(self, line: Line) -> None:
        fields = line.fields
        kind = text_of(fields, "kind")
        if kind == "judgement":
            made = parsing.judgement(fields)
            self.told += 1
            self._rows.append((made.by, made.hash, made.previous))
        elif kind == "redacted":
            _check_redacted(fields)
            self.told += 1
            self.redacted += 1
        elif kind == "link":
            self.withheld += 1
            hash_, previous = text_of(fields, "hash"), text_of(fields, "previous")
            if not _HASH.fullmatch(hash_):
                raise BadLine("its hash is none")
            self._rows.append((text_of(fields, "by"), hash_, previous))
        else:
            raise BadLine("nothing of this kind is among decisions")

    def _missing(self) -> Iterator[str]:
        before: dict[str, set[str]] = {}
        for by, hash_, previous in self._rows:
            mine = before.setdefault(by, {""})
            if previous not in mine:
                yield f"before the decision {hash_[:20]} of {by} one is missing, or it was put out of order"
            mine.add(hash_)

    def _other_ends(self, told: dict[str, tuple[str, ...]]) -> Iterator[str]:
        there = self.heads
        for by in sorted(there.keys() | told.keys()):
            if there.get(by) != told.get(by):
                yield f"the decisions of {by} do not end with the head that dossier.json tells of"


def _check_redacted(fields: Fields) -> None:
    """Whoever compares it with a record knows it by these."""
    for name in ("id", "by", "decides", "verdict", "value", "at"):
        text_of(fields, name)
    of(fields, "settles", bool)


def _heads(head: Fields) -> dict[str, tuple[str, ...]]:
    found = mapping(head.get("heads"), "heads")
    return {by: tuple(sorted(as_text(each, "heads") for each in of(found, by, list))) for by in found}
