"""The words that were said, and who said them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from claims.model.dates import PartialDate
from claims.model.identity import content_id, normalised
from claims.model.judgements import Correction
from claims.model.spans import Span, joined


class QuoteKind(StrEnum):
    """How much of a statement stands inside quotation marks: all, some, none."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class SpeakerKind(StrEnum):
    PERSON = "person"
    BODY = "body"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who said it, as one document tells. No attribution is a finding, never a gap to fill.

    Attributes:
        name: the fullest name the document gives ("Jeffrey Rosen" for "he said");
            for unnamed groups the words themselves ("officials").
        mention: where the speaker is mentioned; None if a person added the name by hand.
        cue: where the word of speech stands ("said"); None where there is none.
        role, organization: as printed, or "".
        method: the rule or model that decided, as one word or two: "subject of cue".
        confidence: 0 to 1.
    """

    name: str
    mention: Span | None = None
    mention_text: str = ""
    cue: Span | None = None
    cue_text: str = ""
    role: str = ""
    organization: str = ""
    kind: SpeakerKind = SpeakerKind.PERSON
    method: str = ""
    confidence: float = 1.0

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("an attribution has a name; where nobody is named there is none")
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence is 0 to 1, got {self.confidence}")


@dataclass(frozen=True, slots=True)
class Quote:
    """The words: one statement of one document.

    Attributes:
        id: given by `Quote.of`; a correction of its bounds keeps it.
        document: the document's id.
        spans: in order, without the outer marks; `"A," she said, "B."` has two.
        text: the pieces joined by one space.
        said_on: when it was said, if the document states that.
        occurrence: 0 for the first quote of the document with these normalised
            words, 1 for the next.
        confidence: 0 to 1, that this is a statement on record with these bounds.
        corrected: what people set by hand, with who and when.
    """

    id: str
    document: str
    spans: tuple[Span, ...]
    text: str
    kind: QuoteKind
    attribution: Attribution | None = None
    said_on: PartialDate | None = None
    occurrence: int = 0
    confidence: float = 1.0
    method: str = ""
    corrected: tuple[Correction, ...] = ()

    def __post_init__(self) -> None:
        if not self.spans or not self.text:
            raise ValueError("a quote holds words")
        if any(a.end > b.start for a, b in zip(self.spans, self.spans[1:], strict=False)):
            raise ValueError("the spans of a quote are in order and do not overlap")
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence is 0 to 1, got {self.confidence}")

    @classmethod
    def of(
        cls,
        document: str,
        text: str,
        spans: tuple[Span, ...],
        kind: QuoteKind,
        attribution: Attribution | None = None,
        *,
        said_on: PartialDate | None = None,
        occurrence: int = 0,
        confidence: float = 1.0,
        method: str = "",
    ) -> Quote:
        """The quote that stands at `spans` of `text`, the whole text of the document `document`."""
        words = joined(text, spans)
        made = cls.id_of(document, words, occurrence)
        return cls(made, document, spans, words, kind, attribution, said_on, occurrence, confidence, method)

    @staticmethod
    def id_of(document: str, words: str, occurrence: int) -> str:
        return content_id("quote", document, normalised(words), str(occurrence))

    @property
    def whole(self) -> Span:
        """From the first piece's start to the last piece's end."""
        return Span(self.spans[0].start, self.spans[-1].end)


@dataclass(frozen=True, slots=True)
class Role:
    """An office held: title and organization as printed, with its time if known."""

    title: str
    organization: str = ""
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person or body across documents: attributions judged or inferred to be one.

    Attributes:
        id: the authority's id, else `Speaker.id_of` of one of its attributions.
        members: every such id of the attributions that are this speaker; a
            judgement names one of these, so it holds when the group changes.
        aliases: other names under which the record has them.
        quotes, claims: how many the record holds.
        authority: the authority's id; "" for a speaker that no entry was found to be.
    """

    id: str
    name: str
    kind: SpeakerKind = SpeakerKind.PERSON
    roles: tuple[Role, ...] = ()
    aliases: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    quotes: int = 0
    claims: int = 0
    authority: str = ""

    @staticmethod
    def id_of(name_form: str, role: str) -> str:
        """The id of everyone printed with this name form and role."""
        return content_id("speaker", normalised(name_form), normalised(role))
