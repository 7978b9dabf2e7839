"""What became of what came in: documents, decisions, authority files."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """What became of an input; the values are those of the JSON."""

    STORED = "stored"
    UNCHANGED = "unchanged"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Added:
    """One input's fate. `document` is an id or ""; counts are of quotes and claims.

    Attributes:
        is_missed: it is there and could not be taken, which is kept as a problem until it is read.
    """

    location: str
    status: Status
    reason: str = ""
    document: str = ""
    quotes: int = 0
    claims: int = 0
    is_missed: bool = False


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one reviewer's decisions in a file: taken, here before, or refused and all
    that come after a refused one.

    Attributes:
        destroyed: ids of documents that these decisions destroyed where they were made;
            here they are hidden.
    """

    by: str
    taken: int
    here: int
    refused: int
    destroyed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AuthorityTaken:
    """What became of an authority file: its entries, how many are new or changed here; and how many
    speakers and quotes of the record now are entries, of this file or another.

    Attributes:
        refused: lines that were not taken, each with its number and why.
    """

    entries: int
    changed: int
    speakers: int
    quotes: int
    refused: tuple[tuple[int, str], ...] = ()
