"""The lines of an export in their order: the head, documents, rows for other programs, decisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from claims.errors import BadValue, NewerRecord
from claims.exchange import parsing
from claims.exchange.entries import entry_of
from claims.exchange.forms import FORMAT
from claims.exchange.lines import BadLine, fields_of, lines
from claims.exchange.typed import Fields, as_text
from claims.model import Judgement, PastFinding, Problem
from claims.ports import ExportEntry, ExportHead

# Documents may have long lines; nobody writes a note of a million characters.
_LONGEST = 2**20

# Values are derived again from the documents.
_ROWS = ("quote", "claim")


@dataclass(frozen=True, slots=True)
class Refused:
    """A line that is not taken; `by`: whose decision it would be, "" for another line."""

    why: str
    by: str = ""


Held = ExportEntry | parsing.Arriving | Problem | PastFinding | Judgement | Refused


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `place`: the file and the line's number, for messages."""

    place: str
    held: Held


def is_decision(held: Held) -> bool:
    """Is it a decision, or says what one is about?"""
    return isinstance(held, PastFinding | Judgement) or (isinstance(held, Refused) and bool(held.by))


class ExportFile:
    """A file, open, its head read.

    Args:
        stream: read once, from its beginning; the caller closes it.
        location: the file's name, for messages.

    Raises:
        BadValue: it is no export of a record. NewerRecord: a newer OnRecord wrote it.
    """

    def __init__(self, stream: BinaryIO, location: str) -> None:
        self.location = location
        self._lines = lines(stream)
        self.head = _head(self._lines, location)

    def __iter__(self) -> Iterator[Line]:
        """Documents, then decisions; a document after a decision is refused."""
        decided = False
        for number, line in self._lines:
            held = _held(line)
            if held is None:
                continue
            decided = decided or is_decision(held)
            if decided and isinstance(held, parsing.Arriving | ExportEntry):
                what = "entries" if isinstance(held, ExportEntry) else "documents"
                held = Refused(f"{what} come before decisions in an export")
            yield Line(f"{self.location}, line {number}", held)


def _head(found: Iterator[tuple[int, bytes | BadLine]], location: str) -> ExportHead:
    _, first = next(found, (0, BadLine("it is empty")))
    try:
        if isinstance(first, BadLine):
            raise first
        fields = fields_of(first)
        if fields.get("kind") != "record":
            raise BadLine("it has no head")
        number = fields.get("format")
        if isinstance(number, int) and number > FORMAT:
            raise NewerRecord(location, "a newer OnRecord wrote this export: update OnRecord to import it")
        return parsing.head(fields)
    except BadLine as error:
        raise BadValue(
            "export of a record",
            location,
            f"{error}; `onrecord export --format jsonl` writes what can be imported",
        ) from None


def _held(line: bytes | BadLine) -> Held | None:
    """What a line holds; None for a row that is derived here anyway."""
    if isinstance(line, BadLine):
        return Refused(str(line))
    fields: Fields = {}
    try:
        fields = fields_of(line)
        kind = fields.get("kind")
        if kind in _ROWS:
            return None
        if kind == "entry":
            entry = entry_of({**fields, "kind": "body" if fields.get("body") is True else "person"})
            return ExportEntry(entry, as_text(fields.get("location", ""), "location"))
        if kind == "document":
            return parsing.document(fields)
        if kind == "problem":
            return parsing.problem(fields)
        if kind == "finding":
            return parsing.finding(fields)
        if kind != "judgement":
            raise BadLine("nothing of this kind is in an export")
        if len(line) > _LONGEST:
            raise BadLine(f"a decision is shorter than {_LONGEST:,} bytes")
        return parsing.judgement(fields)
    except BadLine as error:
        by = fields.get("by") if fields.get("kind") == "judgement" else ""
        return Refused(str(error), by if isinstance(by, str) else "")
