"""A dossier before it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from claims.model import Document, Judgement, JudgementKind, Problem
from claims.ports import Arrival, Citation
from claims.views import Assessed, PageLine, Searched

# Kinds of decisions that are about another decision.
STEPS = (JudgementKind.UNDO, JudgementKind.REDO, JudgementKind.CHANGED)


class File(NamedTuple):
    """One file; `name`: its path inside, with "/" between."""

    name: str
    raw: bytes


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A document with all that tells where it came from.

    Attributes:
        extractor: name and version of what found its quotes and claims.
        pages: the versions of its page, the oldest first; none if there is one only.
        problems: what could not be read or decided in it.
    """

    document: Document
    arrivals: tuple[Arrival, ...]
    extractor: str
    withdrawn: bool = False
    pages: tuple[PageLine, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """One decision in its reviewer's chain.

    Attributes:
        id: by which findings name it.
        by: its reviewer, as the dossier names them.
        hash, previous: of the decision as it was made; "" where the dossier does not tell them.
        told: as much of it as the dossier tells; None where it is about nothing in it.
        stands: nobody took it back.
    """

    id: str
    by: str
    hash: str
    previous: str
    told: Judgement | None = None
    stands: bool = True


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is handed over.

    Attributes:
        chosen: how it was chosen: filters by name, in order.
        citations: quotes and claims, each once: those chosen, then others that the findings rest on.
        tags: of those that have any, by id.
        decided: ids of the decisions on each finding, by its id.
        chain: every decision of the record, each after the one that it follows.
        heads: by reviewer, the hashes at the ends of their chain.
        searched: what the record holds.
        behind: its documents were compared by other checks than are installed.
        waiting: imported quotes that are in no answer yet.
        unread: inputs of the record that could not be read.
        redacted: reviewers have numbers; notes are left out, and with them the chain.
        raw: kept bytes by their SHA-256; None where they are gone or changed.
    """

    chosen: Mapping[str, str]
    documents: tuple[Enclosed, ...]
    citations: tuple[Citation, ...]
    tags: Mapping[str, tuple[str, ...]]
    findings: tuple[Assessed, ...]
    decided: Mapping[str, tuple[str, ...]]
    chain: tuple[Link, ...]
    heads: Mapping[str, tuple[str, ...]]
    searched: Searched
    behind: bool
    waiting: int
    unread: tuple[Problem, ...]
    raw: Callable[[str], bytes | None]
    redacted: bool = False
