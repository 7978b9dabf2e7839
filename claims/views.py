"""What the Ledger is asked with and answers with: values made for reading, never stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from claims.model import (
    Anchor,
    Attachment,
    Claim,
    Cluster,
    Document,
    Finding,
    FindingStatus,
    Judgement,
    LeftOut,
    Outcome,
    Pair,
    PartialDate,
    Problem,
    Quote,
    Relation,
    Source,
    Span,
    Speaker,
)
from claims.ports import Citation
from claims.versions.notices import Notice


class Kind(StrEnum):
    """What a search looks through."""

    QUOTES = "quotes"
    CLAIMS = "claims"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Query:
    """A search. Empty fields do not filter; `words` may be empty if a filter is not.

    Attributes:
        words: words (all must occur, the last one may be a beginning), "exact
            phrases", -not, ~fuzzy.
        speaker: words of a name or role, or a speaker's id (or its beginning).
        source: words of a source's name.
        since, until: both inclusive; a date of less precision counts if any of
            its days fits. Undated hits never pass a date filter.
        document: only this document's.
        status: "open", "edited", "hidden" (judged no quote), "withdrawn", "earlier" (of an
            older version, where the newer one has it too) or ""; the last three are
            shown only when asked for.
        limit: how many hits; None for all.
    """

    words: str = ""
    speaker: str = ""
    source: str = ""
    since: date | None = None
    until: date | None = None
    kind: Kind = Kind.QUOTES
    tag: str = ""
    document: str = ""
    status: str = ""
    limit: int | None = 50

    @property
    def is_empty(self) -> bool:
        """Neither words nor a filter."""
        return not (
            self.words.strip()
            or self.speaker
            or self.source
            or self.since
            or self.until
            or self.tag
            or self.document
            or self.status
        )


@dataclass(frozen=True, slots=True)
class Hit:
    """One quote, claim or passage that was found.

    Attributes:
        key: row key, for paging; hits of one kind are ordered by it.
        id: of the quote or claim; "" for a text hit in no recorded quote.
        kind: "quote", "claim" or "text".
        date_is: "said" or "published", whichever `date` is; "" for none.
        status: "recorded", "edited", "hidden", "withdrawn"; of a page's older version
            "changed since", "gone since", or "earlier" where the newer version has it
            too; for text hits "in the text, not recorded" or "recorded".
        score: 0 to 1; 1 for every exact search.
        surface: what people read first, see `claims.printed`: a quote's words with
            their marks or their label, a claim's figure with what it counts; "" for text.
        asserted: it stands in a ready-made quote, whose source nobody here has seen.
        type: of a quote "direct", "mixed" or "indirect"; else "".
    """

    key: int
    id: str
    kind: str
    document: str
    text: str
    spans: tuple[Span, ...]
    speaker: str
    role: str
    source: str
    date: PartialDate | None
    date_is: str
    location: str
    title: str
    status: str
    score: float = 1.0
    surface: str = ""
    asserted: bool = False
    type: str = ""


@dataclass(frozen=True, slots=True)
class Searched:
    """What was looked through, so that an empty result means something."""

    documents: int
    undated: int
    quotes: int
    claims: int
    earliest: str = ""
    latest: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """Hits, newest first (undated last), and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int
    searched: Searched


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
class DocumentLine:
    """One document in a list: version `version` of `versions` of its page."""

    key: int
    id: str
    title: str
    location: str
    source: str
    date: PartialDate | None
    quotes: int
    claims: int
    problems: int
    hidden_characters: int
    withdrawn: bool
    version: int = 1
    versions: int = 1


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source with its counts."""

    source: Source
    documents: int
    quotes: int
    claims: int


@dataclass(frozen=True, slots=True)
class Assessed:
    """A finding with what was decided of it."""

    finding: Finding
    status: FindingStatus
    outcome: Outcome | None
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One member of a cluster: its quote in its document."""

    citation: Citation
    quote: Quote
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class Utterance:
    """A cluster with everything shown of it; versions are the preferred one first."""

    cluster: Cluster
    versions: tuple[Version, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """A run of words of a word diff.

    Attributes:
        op: "equal", "delete" (only left), "insert" (only right) or "replace".
    """

    op: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """One thing to decide.

    Attributes:
        subjects: what `Ledger.judge` takes: a finding id, or two quote or speaker ids in order.
        kind: "finding", "quotes" or "speakers".
        heading: a few words: "parts do not sum", "same words?".
        sentence: what is asked or was found.
        verdicts: accept, reject and maybe, in this order: ("real", "dismissed", "unsure").
        citations: the passages to show, one a side.
        outcome: what was decided, or None.
        rank: smaller is looked at first.
    """

    subjects: tuple[str, ...]
    kind: str
    heading: str
    sentence: str
    why: tuple[str, ...]
    verdicts: tuple[str, str, str]
    citations: tuple[Citation, ...]
    rank: tuple[int, float, str]
    finding: Finding | None = None
    pair: Pair | None = None
    outcome: Outcome | None = None

    @property
    def id(self) -> str:
        return " ".join(self.subjects)


@dataclass(frozen=True, slots=True)
class Queue:
    """The review queue: what is open, and how much of it this reviewer has decided."""

    items: tuple[ReviewItem, ...]
    decided: int

    @property
    def total(self) -> int:
        return len(self.items) + self.decided


@dataclass(frozen=True, slots=True)
class PageLine:
    """One version of a page: `stands` if no other one replaced it."""

    document: str
    number: int
    title: str
    published: PartialDate | None
    retrieved: PartialDate | None
    stands: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything about one id: `value` is what it names.

    Attributes:
        pages: the versions of its document's page, the oldest first; none if there is one only.
        anchor: what became of a quote or claim in the newer version; None if there is none.
        notices: the correction notes of a document.
        left_out: the numbers of a document, or of a claim's sentence, that are no claims.
    """

    value: Document | Quote | Claim | Finding | Speaker | Judgement
    document: Document | None = None
    citations: tuple[Citation, ...] = ()
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Assessed, ...] = ()
    versions: tuple[Quote, ...] = ()
    problems: tuple[Problem, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    tags: tuple[str, ...] = ()
    locations: tuple[str, ...] = ()
    pages: tuple[PageLine, ...] = ()
    anchor: Anchor | None = None
    notices: tuple[Notice, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


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


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """A judgement with its subject in words, and whether it stands or was undone.

    Attributes:
        attachments: for each of its subjects the steps to what it counts for now.
        changed: its passage changed, and it is in force for nothing until decided anew.
        found_no_more: so is one on a finding that is none any more, though its passages are as they were.
    """

    judgement: Judgement
    subject: str
    stands: bool
    attachments: tuple[Attachment, ...] = ()
    changed: bool = False
    found_no_more: bool = False


@dataclass(frozen=True, slots=True)
class Compared:
    """Two texts: are they one utterance (or one name)?"""

    relation: Relation
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """What a rebuild found of one kind of value: how many ids stayed, how many were found again under
    a new id in the same place, how many are new and how many are gone.
    """

    same: int = 0
    reattached: int = 0
    new: int = 0
    gone: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.same + other.same,
            self.reattached + other.reattached,
            self.new + other.new,
            self.gone + other.gone,
        )


@dataclass(frozen=True, slots=True)
class CarriedOn:
    """A decision that counts for another id now, and why."""

    judgement: Judgement
    attachments: tuple[Attachment, ...]


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild did.

    Attributes:
        documents: how many were read again; `changed` of them came out otherwise.
        findings: how many there are; `findings_new` and `findings_gone` since before.
        carried: decisions that this rebuild re-attached.
        lost: every decision whose passage changed, by this rebuild or before.
        problems: documents that could not be derived again, and keep what they had.
    """

    documents: int
    changed: int
    quotes: Tally
    claims: Tally
    findings: int
    findings_new: int
    findings_gone: int
    carried: tuple[CarriedOn, ...] = ()
    lost: tuple[Judgement, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Verified:
    """What `verify` looked at, and every fault it found.

    Attributes:
        heads: by reviewer, the hashes at the ends of their chain of decisions; several
            where they decided in two records at once.
    """

    documents: int
    snapshots: int
    judgements: int
    faults: tuple[Problem, ...] = ()
    heads: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
