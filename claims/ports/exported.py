"""What exporters are given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from claims.model import Document, Entry, Judgement, PastFinding, Problem
from claims.ports.material import Arrival


@dataclass(frozen=True, slots=True)
class Passage:
    """Words where they stand: all that is needed to find them again, in this text or in another copy of it.

    Attributes:
        start, end: in code points of the document's text.
        exact: the words, as they stand there.
        prefix, suffix: what stands before and after, 32 code points of it at most.
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One quote or claim as exporters see it: every field ready to print.

    Attributes:
        text: a quote's words, a claim's sentence.
        start, end: from the first piece of a quote to the last; of a claim its figure.
        passages: every piece of a quote, or a claim's figure.
    """

    kind: str
    id: str
    text: str
    speaker: str
    role: str
    source: str
    date: str
    date_is: str
    location: str
    url: str
    document: str
    start: int
    end: int
    fields: dict[str, str] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportHead:
    """What stands before all else in the export of a record.

    Attributes:
        made: when, UTC.
        heads: by reviewer, the hashes at the ends of their chain of decisions.
        documents, judgements: how many follow.
    """

    made: datetime
    heads: Mapping[str, tuple[str, ...]]
    documents: int
    judgements: int


@dataclass(frozen=True, slots=True)
class ExportEntry:
    """An entry that stands, with its authority file; "" where an older export did not say which."""

    entry: Entry
    location: str = ""


@dataclass(frozen=True, slots=True)
class ExportDocument:
    """A document as it leaves the record: in force, with its kept bytes.

    Attributes:
        raw: the bytes that came in at `arrivals`; none of a document that was
            destroyed, or whose kept bytes are gone or changed.
    """

    document: Document
    arrivals: tuple[Arrival, ...]
    raw: bytes | None
    withdrawn: bool
    purged: bool


# A finding that was decided leaves as what makes its id, so that the decision still finds it
# where a newer version of a page gave it another. A problem is one of an input of which no document
# came: those of documents are found again.
ExportItem = ExportHead | ExportEntry | ExportDocument | Problem | ExportRow | PastFinding | Judgement
