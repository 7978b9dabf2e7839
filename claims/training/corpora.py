"""Gold documents as lessons."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from claims.extraction.encoder.labels import Name

# Files of the evaluation folder. Lessons are made of these three only; a document
# that is in a file of `MEASURED` is left out of all of them.
QUOTES = ("polnear.train.jsonl", "gumother.train.jsonl")
_MENTIONS = "gum_coref.jsonl"
MEASURED = ("polnear.dev.jsonl", "gumnews.dev.jsonl")

# Annotators of GUM's other genres marked picture credits and findings too.
_WEIGHTS = {"polnear.train.jsonl": 1.0, "gumother.train.jsonl": 0.5}
_WHO = {"person": Name.PERSON, "organization": Name.BODY}

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """A quote as annotated: pieces of content, who and by which cue, and whether the cue is one of speech."""

    spans: tuple[Place, ...]
    source: Place | None
    cue: Place | None
    on_record: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """Words for somebody; the same `who` in one lesson is the same person or body."""

    place: Place
    who: int


@dataclass(frozen=True, slots=True)
class Lesson:
    """One document and what is known of it.

    Attributes:
        said: None where nobody annotated quotes.
        names: places of names; None where nobody marked them.
        weight: how much its quotes count.
    """

    id: str
    text: str
    said: tuple[Said, ...] | None = None
    mentions: tuple[Mention, ...] = ()
    names: tuple[tuple[Place, Name], ...] | None = None
    weight: float = 1.0


@dataclass(slots=True)
class _Known:
    """What the files say of names and mentions, by document."""

    mentions: dict[str, tuple[Mention, ...]] = field(default_factory=dict)
    names: dict[str, tuple[tuple[Place, Name], ...]] = field(default_factory=dict)


def lessons(folder: Path, names: Path | None = None) -> list[Lesson]:
    """All lessons of an evaluation folder, in the order of its files.

    `names` is a file with the places of names in some of the documents (see `names`).
    """
    measured = {row["doc_id"] for file in MEASURED for row in rows(folder / file)}
    known = _Known()
    for row in rows(folder / _MENTIONS):
        known.mentions[row["doc_id"]] = tuple(_mentions(row["mentions"]))
    for row in rows(names) if names else ():
        known.names[row["doc_id"]] = tuple(((start, end), _WHO[kind]) for start, end, kind in row["names"])
    made = []
    for file in QUOTES:
        made += [_lesson(row, known, _WEIGHTS[file]) for row in rows(folder / file)]
    return [lesson for lesson in made if lesson.id not in measured]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _lesson(row: dict[str, Any], known: _Known, weight: float) -> Lesson:
    said = tuple(_said(quote) for quote in row["quotes"])
    mine = row["doc_id"]
    return Lesson(mine, row["text"], said, known.mentions.get(mine, ()), known.names.get(mine), weight)


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


def _mentions(found: list[dict[str, Any]]) -> Iterator[Mention]:
    """Persons and bodies only: nobody else speaks."""
    for mention in sorted(found, key=lambda one: (one["start"], -one["end"])):
        if mention["type"] in _WHO:
            yield Mention((mention["start"], mention["end"]), int(mention["cluster"]))
