"""Gold documents as lessons."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# Files of the evaluation folder. Lessons are made of these two only; a document
# that is in a file of `MEASURED` is left out.
QUOTES = ("polnear.train.jsonl", "gumother.train.jsonl")
MEASURED = ("polnear.dev.jsonl", "gumnews.dev.jsonl")

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """A quote as annotated: pieces of content, who and by which cue, and whether the cue is one of speech."""

    spans: tuple[Place, ...]
    source: Place | None
    cue: Place | None
    on_record: bool


@dataclass(frozen=True, slots=True)
class Lesson:
    """One document and what is said in it."""

    id: str
    text: str
    said: tuple[Said, ...] = ()


def lessons(folder: Path) -> list[Lesson]:
    """All lessons of an evaluation folder, in the order of its files."""
    measured = {row["doc_id"] for file in MEASURED for row in rows(folder / file)}
    made = (
        Lesson(row["doc_id"], row["text"], tuple(map(_said, row["quotes"])))
        for file in QUOTES
        for row in rows(folder / file)
    )
    return [lesson for lesson in made if lesson.id not in measured]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _said(quote: dict[str, Any]) -> Said:
    spans = quote.get("spans") or [[quote["start"], quote["end"]]]
    return Said(
        tuple((start, end) for start, end in spans),
        _place(quote, "speaker"),
        _place(quote, "cue"),
        bool(quote["speech"]),
    )


def _place(quote: dict[str, Any], what: str) -> Place | None:
    start = quote[f"{what}_start"]
    return None if start is None else (start, quote[f"{what}_end"])
