"""Quotes that may be one utterance."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.model.identity import content_id


class Relation(StrEnum):
    """What makes two quotes alike, or not; the values are those of the JSON."""

    IDENTICAL = "identical"
    NEAR = "near"
    TRUNCATED = "truncated"
    ELIDED = "elided"
    ALTERED = "altered"
    CHANGED_FIGURE = "changed-figure"
    NEGATED = "negated"
    DIFFERENT = "different"

    @property
    def joins(self) -> bool:
        """Are two quotes of this relation one utterance?"""
        return self not in (Relation.NEGATED, Relation.DIFFERENT)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two quotes, their ids in order (a < b), and what kind of likeness they have.

    Attributes:
        score: 0 to 1, that they are one utterance.
        why: the reasons, readable.
    """

    a: str
    b: str
    relation: Relation
    score: float
    why: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.a >= self.b:
            raise ValueError("the ids of a pair are two, in order")


@dataclass(frozen=True, slots=True)
class Cluster:
    """Quotes that are one utterance. Derived: nothing is stored under its id.

    Attributes:
        members: quote ids, the preferred version first.
        pairs: every pair inside that was scored or judged.
    """

    members: tuple[str, ...]
    pairs: tuple[Pair, ...]

    @property
    def id(self) -> str:
        return content_id("cluster", *sorted(self.members))
