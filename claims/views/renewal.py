"""What looking at the whole record found: deriving it again, or verifying it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from claims.model import Attachment, Judgement, Problem


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
