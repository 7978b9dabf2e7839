"""The protocols of what compares values, and what it is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Protocol

from claims.model import Claim, Document, Finding, Quote


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
