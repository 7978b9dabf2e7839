"""Decisions carried on from an id that extraction gives no more, or that an older version has."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Attachment:
    """What was decided of `old` counts for `new` too. Derived: made again at any time.

    Attributes:
        old, new: ids of two quotes, claims, findings or speakers.
        why: readable: "same words", "bounds differ by 2 words, figures and names equal".
    """

    old: str
    new: str
    why: str

    def __post_init__(self) -> None:
        if self.old == self.new:
            raise ValueError("a value needs no attachment to itself")


@dataclass(frozen=True, slots=True)
class PastFinding:
    """A finding that was decided, by what makes its id."""

    id: str
    check: str
    anchors: tuple[str, str]


@dataclass(frozen=True, slots=True)
class PastSpeaker:
    """A member that was judged, and under whom its quotes and claims were filed since.

    Attributes:
        now: ids of the members under whom they are filed now, in order.
        shared: one of those was there before, or took in others too: who is meant is not certain.
    """

    id: str
    now: tuple[str, ...]
    shared: bool
