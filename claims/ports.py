"""Protocols: what a plugin or a neighbour must offer.

A new format, check, extractor or exporter is one class of one of these
shapes and one entry point in `pyproject.toml`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import IO, Protocol

from claims.model import Claim, Document, Finding, PartialDate, Problem, Quote, SourceKind


@dataclass(frozen=True, slots=True)
class Given:
    """What the user said about an input; it wins over what the document says.

    Attributes:
        url: where it was published; becomes the canonical URL.
        origin: name of the source whose text this source reprints.
    """

    source: str = ""
    kind: SourceKind | None = None
    country: str = ""
    url: str = ""
    origin: str = ""
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """The bytes of one input, before anybody has read them.

    Attributes:
        location: path, URL or id as it was given ("-" for standard input).
        retrieved: when the bytes were taken.
    """

    raw: bytes
    location: str
    retrieved: PartialDate
    given: Given = field(default_factory=Given)


class Reader(Protocol):
    """Turns bytes of one format into documents. Group `onrecord.readers`."""

    name: str

    def claims(self, material: Material) -> bool:
        """Are these bytes of this reader's format? Looks at content before the name."""
        ...

    def read(self, material: Material) -> Iterator[Document | Problem]:
        """The documents inside, one for most formats.

        Raises:
            UnreadableDocument: the bytes are of this format and cannot be read.
        """
        ...


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document holds. Quotes and claims are in order of their place."""

    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[Problem, ...] = ()


class Extractor(Protocol):
    """Finds quotes and claims. Group `onrecord.extractors`.

    The pipeline grounds what it yields: a quote or claim whose text is not
    what its spans hold becomes a Problem, so an extractor cannot invent words.
    """

    name: str
    version: str

    def extract(self, document: Document, *, direct_only: bool = False) -> Extraction:
        """Everything found, in any order; occurrence numbers and `Claim.quote` are set later."""
        ...


@dataclass(frozen=True, slots=True)
class Citation:
    """A value together with the document it stands in: what checks read.

    Attributes:
        utterance: for a quote that matching put in a cluster with others, the
            smallest quote id of that cluster; else "". Checks of words use it as a key.
    """

    value: Quote | Claim
    document: Document
    utterance: str = ""

    @property
    def sentence(self) -> str:
        """The whole sentence of a claim, or the whole passage of a quote."""
        value = self.value
        span = value.sentence if isinstance(value, Claim) else value.whole
        return span.of(self.document.text)


class Reach(Enum):
    """How far apart the values of one finding stand: a check says it in an attribute `reach`.

    ANYWHERE: wherever they stand. It holds for a check that says nothing.
    DOCUMENT: in one document. What it finds there depends on nothing else, so it is
        found when the document is read, and its keys are not kept.
    DOCUMENTS: in two documents at least. A key that only values of one document have
        is not looked at.
    """

    ANYWHERE = "anywhere"
    DOCUMENT = "document"
    DOCUMENTS = "documents"


class Check(Protocol):
    """Compares values and yields findings. Group `onrecord.checks`.

    A check reads and reports: no store, no clock, no settings it was not given.
    It may say how far its findings `Reach`, which spares the record work. The
    record keeps a 64-bit hash of a key, so `find` compares values, whatever their key.
    """

    name: str

    def keys(self, citation: Citation) -> Iterable[str]:
        """What this value must be compared under; none if it is not this check's business."""
        ...

    def find(self, group: Sequence[Citation]) -> Iterator[Finding]:
        """Findings among all values that share one key, in order of date and place."""
        ...


class CandidateIndex(Protocol):
    """Which stored quotes are worth comparing with one. The store implements it."""

    def candidates(self, quote: Quote, limit: int) -> Sequence[Quote]:
        """Stored quotes that share rare word runs with `quote`, most shared first."""
        ...


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One quote or claim as exporters see it: every field ready to print."""

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


class Exporter(Protocol):
    """Writes rows in one format. Group `onrecord.exporters`."""

    name: str
    suffix: str

    def write(self, rows: Iterable[ExportRow], out: IO[str]) -> int:
        """Write all rows to `out`; returns how many."""
        ...
