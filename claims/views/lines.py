"""Lines of lists: documents, versions of a page, sources, decisions."""

from __future__ import annotations

from dataclasses import dataclass

from claims.model import Attachment, Judgement, PartialDate, Source


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
class PageLine:
    """One version of a page: `stands` if no other one replaced it."""

    document: str
    number: int
    title: str
    published: PartialDate | None
    retrieved: PartialDate | None
    stands: bool


@dataclass(frozen=True, slots=True)
class ImportLine:
    """One import of ready-made quotes.

    Attributes:
        moment: when it began, ISO 8601.
        location: the file.
        quotes: how many it brought that were not here, or not in sight.
        withdrawn: how many of them are out of sight.
        taken_back: the import as a whole.
        again: rows that were added to a table that was imported before.
    """

    id: str
    moment: str
    location: str
    quotes: int
    withdrawn: int
    taken_back: bool
    again: bool = False


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source with its counts."""

    source: Source
    documents: int
    quotes: int
    claims: int


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
