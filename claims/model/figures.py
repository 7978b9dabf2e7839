"""What can be checked: figures and superlatives with what they are about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.model.dates import PartialDate
from claims.model.identity import content_id, normalised
from claims.model.judgements import Correction
from claims.model.periods import PeriodKind, period_kind
from claims.model.quantities import Comparator, Quantity
from claims.model.spans import Span
from claims.model.statements import Attribution


class Population(StrEnum):
    """Is the figure of all, of a part ("40 of them"), or of the others ("four others")?"""

    ALL = "all"
    PART = "part"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class Superlative:
    """A record claimed: "the largest operation to date targeting ...".

    Attributes:
        property: what is extreme, as a word: "largest", "most arrests".
        scope: among what: "operation to date targeting criminal activity".
        direction: "max", "min" or "first".
    """

    property: str
    scope: str
    direction: str

    def __post_init__(self) -> None:
        if self.direction not in ("max", "min", "first"):
            raise ValueError(f"direction is max, min or first, got {self.direction!r}")


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure or superlative of one document.

    Attributes:
        id: given by `Claim.of`; a correction keeps it.
        span, text: the figure with its unit and its bound words, as written.
        sentence: the sentence it stands in.
        unit, dimension: canonical (pint's spelling, "percent", ISO 4217 for money);
            "" for plain counts.
        counted: the noun phrase that is counted or measured: "arrests".
        role: what happened to it: "seized", "killed", "charged"; or "".
        subject: of whom or what it is told, where that is not what is counted: "the port"
            where "the port hired 30 people".
        place, event, period: as printed, or "".
        as_of: when the figure held, if stated.
        negated: the sentence denies it ("not four, as first reported").
        attributed_to: whose claim it is; None for the document's own voice.
        quote: id of the quote it stands in, or None.
        occurrence: 0 for the first claim with this sentence and these words.
    """

    id: str
    document: str
    span: Span
    text: str
    sentence: Span
    quantity: Quantity | None = None
    superlative: Superlative | None = None
    unit: str = ""
    dimension: str = ""
    counted: str = ""
    role: str = ""
    subject: str = ""
    population: Population | None = None
    place: str = ""
    event: str = ""
    period: str = ""
    as_of: PartialDate | None = None
    negated: bool = False
    attributed_to: Attribution | None = None
    quote: str | None = None
    occurrence: int = 0
    confidence: float = 1.0
    corrected: tuple[Correction, ...] = ()

    def __post_init__(self) -> None:
        if (self.quantity is None) == (self.superlative is None):
            raise ValueError("a claim is a figure or a superlative, one of them")
        if not self.sentence.contains(self.span):
            raise ValueError("a claim stands inside its sentence")

    @property
    def comparator(self) -> Comparator:
        return self.quantity.comparator if self.quantity else Comparator.SUPERLATIVE

    @property
    def period_kind(self) -> PeriodKind | None:
        """What kind of time the period is; a figure with an as-of date alone is of a moment."""
        return period_kind(self.period) or (PeriodKind.MOMENT if self.as_of else None)

    @staticmethod
    def id_of(document: str, sentence: str, surface: str, occurrence: int) -> str:
        """The id; `sentence` and `surface` are words, not places."""
        words = normalised(sentence), normalised_surface(surface)
        return Claim.id_of_normalised(document, *words, occurrence)

    @staticmethod
    def id_of_normalised(document: str, sentence: str, surface: str, occurrence: int) -> str:
        """The same, of words that are `normalised` and `normalised_surface` already."""
        return content_id("claim", document, sentence, surface, str(occurrence))


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A number that is no claim, and why, in words for people: "a year"."""

    span: Span
    text: str
    reason: str


def normalised_surface(surface: str) -> str:
    """A figure's words with single spaces, in lower case; its signs and points stay."""
    return " ".join(surface.casefold().split())
