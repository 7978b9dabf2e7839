"""What a search is asked with and answers with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from claims.model import PartialDate, Span


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
        lacks: what hits do not have, of "speaker", "source" and "date".
        after: only of documents that came in after this mark (see `Ledger.mark`).
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
    lacks: tuple[str, ...] = ()
    after: int = 0
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
            or self.lacks
            or self.after
        )

    @property
    def filters(self) -> dict[str, str]:
        """What it asks for, by name, in words that can be told: without its kind, limit and mark."""
        return {name: str(found) for name in _TOLD if (found := getattr(self, name))}

    @property
    def is_of_rows(self) -> bool:
        """Does it ask what only the rows themselves tell, and no index of them?"""
        return bool(self.lacks or self.after)


_TOLD = ("words", "speaker", "source", "since", "until", "tag", "document", "status")


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

    @property
    def period(self) -> str:
        """From the first day of a document to the last: one day alone once; "" where none has a date."""
        return self.earliest if self.earliest == self.latest else f"{self.earliest} to {self.latest}"


@dataclass(frozen=True, slots=True)
class Answer:
    """Hits, newest first (undated last), and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int
    searched: Searched
