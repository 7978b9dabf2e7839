"""What people decide on: findings, utterances and pairs, each with its passages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.model import Cluster, Finding, FindingStatus, Judgement, Outcome, Pair, Quote, Relation
from claims.ports import Citation


@dataclass(frozen=True, slots=True)
class Assessed:
    """A finding with what was decided of it.

    Attributes:
        judgements: all that stands about it, notes too, oldest first.
    """

    finding: Finding
    status: FindingStatus
    outcome: Outcome | None
    citations: tuple[Citation, ...]
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One member of a cluster: its quote in its document.

    Attributes:
        preferred: it is the one to show first, the primary source.
        why: what put it before the next one, a clause; "" for others, and where nothing did.
    """

    citation: Citation
    quote: Quote
    preferred: bool = False
    why: str = ""


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
class Compared:
    """Two texts: are they one utterance (or one name)?"""

    relation: Relation
    score: float
    why: tuple[str, ...]


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


class Which(StrEnum):
    """What a reviewer goes through."""

    OPEN = "open"
    """What nobody decided."""
    SECOND = "second"
    """What others decided and this reviewer did not."""
    DISPUTED = "disputed"
    """What reviewers decided differently and nobody settled."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two reviewers agree.

    Attributes:
        both: how many things both decided.
        same: of how many they said the same.
        kappa: Cohen's kappa, at most 1; None where chance cannot be told from agreement.
    """

    one: str
    other: str
    both: int
    same: int
    kappa: float | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A verdict to be kept with others in one step; its fields are those of `Ledger.judge`."""

    subjects: tuple[str, ...]
    verdict: str
    value: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class Queue:
    """The review queue: what is to decide, and how much of that this reviewer has decided."""

    items: tuple[ReviewItem, ...]
    decided: int

    @property
    def total(self) -> int:
        return len(self.items) + self.decided
