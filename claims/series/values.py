"""What `figures` answers with: values made for reading, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from claims.checks.citing import publisher
from claims.model import Claim, PartialDate
from claims.ports import Citation
from claims.views import Searched


class RowState(StrEnum):
    """How a row came into a series: found by its words, or put there or taken out by people, who may
    disagree: such a row stays.
    """

    FOUND = "found"
    ADDED = "added"
    DROPPED = "dropped"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Change:
    """A figure against an earlier one of the same unit and scope.

    Attributes:
        by: the difference, in the unit of both.
        percent: of the earlier figure; None where that is zero.
        since: id of the earlier claim.
        about: one of the two is only about right, or a bound.
    """

    by: Fraction
    percent: Fraction | None
    since: str
    about: bool


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """One claim of a series.

    Attributes:
        date_is: "as of", "period", "said" or "published", whichever `date` is; "" for none.
        counts: what it counts, in words: "people arrested".
        scope: place, population and period, as far as it gives them.
        change: against the last row before it of the same unit and scope, if there is one.
        drift: what this row counts and the row before it does not; "" where both count one thing.
        retracted: its sentence takes it back ("an earlier version of this story said 64"): nothing is
            compared with it.
    """

    citation: Citation
    date: PartialDate | None
    date_is: str
    speaker: str
    counts: str
    scope: tuple[str, ...]
    state: RowState = RowState.FOUND
    change: Change | None = None
    drift: str = ""
    retracted: bool = False

    @property
    def claim(self) -> Claim:
        assert isinstance(self.citation.value, Claim)
        return self.citation.value

    @property
    def source(self) -> str:
        source = self.citation.document.source
        return source.name if source else ""

    @property
    def publisher(self) -> str:
        """Who is to be named: the source, else the document's title, else where it lies."""
        return publisher(self.citation.document)


@dataclass(frozen=True, slots=True)
class Series:
    """Rows by date, undated last, retracted ones among them.

    Attributes:
        dropped: rows that people took out.
        is_whole: all claims that hold the words were looked at; else the newest ones.
        searched: what was looked through.
    """

    topic: str
    rows: tuple[SeriesRow, ...]
    dropped: tuple[SeriesRow, ...]
    is_whole: bool
    searched: Searched

    @property
    def retracted(self) -> int:
        """How many rows are figures that were taken back."""
        return sum(one.retracted for one in self.rows)


@dataclass(frozen=True, slots=True)
class Counted:
    """What the claims of a record count, as a topic to ask for, and how often."""

    topic: str
    figures: int
    documents: int
