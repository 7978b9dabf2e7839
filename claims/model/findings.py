"""What fits or does not fit, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.model.identity import content_id
from claims.model.spans import Span


class FindingKind(StrEnum):
    CONFLICT = "conflict"
    POSSIBLE_CONFLICT = "possible conflict"
    UPDATE = "update"
    CORROBORATION = "corroboration"
    COMPATIBLE = "compatible"


class Severity(StrEnum):
    """Consequence times certainty; `info` for what fits."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for high to 3 for info."""
        return list(Severity).index(self)


class FindingStatus(StrEnum):
    OPEN = "open"
    REAL = "real"
    DISMISSED = "dismissed"
    UNSURE = "unsure"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage a finding rests on; exactly one of `claim` and `quote` is an id."""

    document: str
    span: Span
    text: str
    claim: str | None = None
    quote: str | None = None

    def __post_init__(self) -> None:
        if (self.claim is None) == (self.quote is None):
            raise ValueError("evidence is a claim or a quote, one of them")


@dataclass(frozen=True, slots=True)
class Finding:
    """Values that fit (corroboration) or do not (discrepancy).

    Attributes:
        check: the check's name.
        anchors: two ids of values that make the finding itself; further members
            are evidence only, so a new document does not orphan a verdict.
        sentence: one sentence a reporter can read aloud.
        why: the reasons step by step, with the arithmetic.
        evidence: every side's passage.
        explains: what would make both sides right, each a clause that can be read aloud: "one may
            count a part only". Only what the passages themselves suggest.
        settles: what a person would look at to know: "what Coastal Wire itself printed, which HBTV
            carries".
    """

    check: str
    kind: FindingKind
    severity: Severity
    anchors: tuple[str, str]
    sentence: str
    why: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    explains: tuple[str, ...] = ()
    settles: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.sentence or not self.evidence:
            raise ValueError("a finding says what it found, and where")

    @property
    def id(self) -> str:
        return content_id("finding", self.check, *sorted(self.anchors))


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read or decided: shown, counted, never fatal to the rest.

    Attributes:
        stage: "reading", "quotes", "claims", "grounding", "check NAME" ...
        message: one sentence.
        document: its id, or "" where no document came of it.
        location: the path or URL, where no document came of it.
    """

    stage: str
    message: str
    document: str = ""
    span: Span | None = None
    location: str = ""
