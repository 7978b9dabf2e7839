"""Protocols: what a plugin or a neighbour must offer.

A new format, check, extractor or exporter is one class of one of these
shapes and one entry point in `pyproject.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from functools import cached_property
from typing import IO, TYPE_CHECKING, Any, Protocol, runtime_checkable

from claims.errors import InputError
from claims.model import (
    Claim,
    Document,
    Entry,
    Finding,
    Judgement,
    PartialDate,
    PastFinding,
    Problem,
    Quote,
    SourceKind,
)

if TYPE_CHECKING:
    from claims.dossiers.values import Dossier, File
    from claims.views import Assessed, Report


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
class Fetched:
    """How bytes came over the network.

    Attributes:
        url: the address that gave them.
        hops: the addresses before it, each of which sent on to the next; the first is the one asked for.
        status: the answer's number in HTTP.
        headers: the answer's, in order, names in small letters.
    """

    url: str
    hops: tuple[str, ...] = ()
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()

    def header(self, name: str) -> str:
        """The first header of this name (small letters), or ""."""
        return next((value for key, value in self.headers if key == name), "")

    @property
    def charset(self) -> str:
        """The encoding that the answer names, or ""."""
        found = _CHARSET.search(self.header("content-type"))
        return found[1] if found else ""


_CHARSET = re.compile(r"charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,30})", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Material:
    """The bytes of one input, before anybody has read them.

    Attributes:
        location: path, URL or id as it was given ("-" for standard input).
        retrieved: when the bytes were taken.
        id: of the one document in them that is wanted, where another record names it;
            "" for all.
        arrivals: where and when else the same bytes came in, as another record tells.
        place: where the same input would be found again: the URL that was given, else the
            absolute path; "" for standard input and ids. Other text from there is a new version.
        fetched: how they came, where they were fetched.
    """

    raw: bytes
    location: str
    retrieved: PartialDate
    given: Given = field(default_factory=Given)
    id: str = ""
    arrivals: tuple[Arrival, ...] = ()
    place: str = ""
    fetched: Fetched | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """One time that a document came in.

    Attributes:
        location: path, URL or id as it was given.
        raw_sha256: of the bytes that came, 64 hex digits; `size`: how many.
        place: the document's address, else an absolute path, with the member of an archive;
            "" if it would not be found again.
        fetched: how it came, where it was fetched.
    """

    location: str
    retrieved: PartialDate
    given: Given
    raw_sha256: str
    size: int
    place: str = ""
    fetched: Fetched | None = None


class Reader(Protocol):
    """Turns bytes of one format into documents. Group `onrecord.readers`.

    A reader may have an attribute `needs`, the names of modules that it imports
    when it reads. They are imported once, in the process from which workers are forked.

    It may have a method `quotes(material, document)`, where the bytes themselves say who said
    what: those are the document's quotes, and only figures are extracted. It gives None for a
    document whose bytes do not say it.

    One whose bytes may hold other inputs is an `Opener` too.
    """

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


@dataclass(slots=True)
class Room:
    """How much may still come out of one input; what lies in its members counts too.

    Attributes:
        size: bytes.
        members: how many.
    """

    size: int
    members: int


class Opener(Protocol):
    """A reader of what holds other inputs: an archive, a mailbox, a feed. Group `onrecord.readers`.

    Each member is bytes of its own, so that it is read, kept, destroyed and read again without
    the others.
    """

    name: str

    def opens(self, material: Material) -> bool:
        """May these bytes hold others?

        Asked of every input before it is given to a guarded process, so it costs next to
        nothing and expands nothing; `members` looks closer.
        """
        ...

    def members(self, material: Material, room: Room) -> Iterator[Material | InputError]:
        """What lies inside, in order; the material itself among them where it is a document too.

        Args:
            room: falls with each member that is given. One that is larger must not be unpacked.

        Raises:
            UnreadableDocument: the bytes hold others and cannot be opened, or not to their end.
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

    A document may have 50 million characters: `claims.extraction.windows` gives
    its paragraphs in windows, and says past which size to read marks only.

    An extractor may have `needs` as a reader has, and an attribute `lacks`: a sentence that
    says what it works without, "" for nothing. It may have a method `figures(document)` that
    gives claims alone, for documents whose quotes are known.
    """

    name: str
    version: str

    def extract(self, document: Document, *, direct_only: bool = False) -> Extraction:
        """Everything found, in any order; occurrence numbers and `Claim.quote` are set later."""
        ...


@dataclass(frozen=True)
class Citation:
    """A value together with the document it stands in: what checks read.

    Attributes:
        utterance: for a quote that matching put in a cluster with others, the
            smallest quote id of that cluster; else "". Checks of words use it as a key.
        newer: the version of its page that stands in the document's stead, if there is
            one. Only checks `of_versions` are given such values: the others compare
            what sources print now.
        older: id of the version that the document replaced, or "".
    """

    value: Quote | Claim
    document: Document
    utterance: str = ""
    newer: Document | None = None
    older: str = ""

    @cached_property  # one string for all who ask: what is looked up by it is found at once
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

    A check with `of_versions = True` is given the values of replaced versions too, and
    groups of a single value: a quote that was taken out has nothing beside it.

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
# where a newer version of a page gave it another.
ExportItem = ExportHead | ExportEntry | ExportDocument | ExportRow | PastFinding | Judgement


class Exporter(Protocol):
    """Writes rows in one format. Group `onrecord.exporters`.

    One that can also hold findings is a `FindingExporter`, one that can hold whole documents and
    decisions a `RecordExporter`, one that tells of a record as a whole a `ReportExporter`. One that writes
    bytes says so with `is_binary = True`.
    """

    name: str
    suffix: str

    def write(self, rows: Iterable[ExportRow], out: IO[Any]) -> int:
        """Write all rows to `out`; returns how many."""
        ...


@runtime_checkable
class FindingExporter(Exporter, Protocol):
    """Writes findings too, each with its reasons, its passages and what was decided of it."""

    def write_findings(self, findings: Iterable[Assessed], out: IO[Any]) -> int:
        """Write all findings to `out`; returns how many."""
        ...


@runtime_checkable
class RecordExporter(Exporter, Protocol):
    """Writes a record so that another record can take it in."""

    def write_record(self, items: Iterable[ExportItem], out: IO[Any]) -> None:
        """Write everything to `out`, one item at a time: all bytes of a record fit no memory."""
        ...


@runtime_checkable
class ReportExporter(Exporter, Protocol):
    """Writes what people read as a whole: quotes by speaker, findings, figures over time, sources."""

    def write_report(self, report: Report, out: IO[Any]) -> None:
        """Write all of it to `out`."""
        ...


@runtime_checkable
class FilesExporter(Protocol):
    """Writes several files, for a folder or a ZIP file. Group `onrecord.exporters`.

    It writes what can be checked without the record: kept bytes, texts and decisions, not rows alone.
    """

    name: str
    suffix: str

    def files(self, dossier: Dossier) -> Iterator[File]:
        """Every file, one at a time: kept bytes may be more than memory holds."""
        ...
