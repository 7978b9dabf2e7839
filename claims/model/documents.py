"""Who published, and what."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from claims.model.dates import PartialDate
from claims.model.identity import content_id, normalised
from claims.model.judgements import Correction
from claims.model.locators import Locator, located
from claims.model.spans import Span, merged

# The format of a document that is one row of a table: somebody says that this was said, and
# nobody here has seen where.
ASSERTED_TYPE = "text/vnd.onrecord.asserted"


class SourceKind(StrEnum):
    """What sort of publisher: it decides which printing of a quote is primary."""

    OFFICE = "office"
    AGENCY = "agency"
    OUTLET = "outlet"
    REPOST = "repost"
    TRANSCRIPT = "transcript"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes: an office, an agency (wire), an outlet; never the person who speaks.

    Attributes:
        country: ISO 3166 alpha-2, upper case, or "": it tells what "$" means.
        evidence: where the name was found: "text", "meta NAME", "json-ld", "given".
    """

    name: str
    kind: SourceKind = SourceKind.UNKNOWN
    country: str = ""
    evidence: str = ""

    def __post_init__(self) -> None:
        if not self.name.strip():
            raise ValueError("a source has a name; a document without one has no source")

    @property
    def id(self) -> str:
        """One id a name, whatever its spelling of case and marks."""
        return content_id("source", normalised(self.name))


@dataclass(frozen=True, slots=True)
class Document:
    """One text from one Source.

    Attributes:
        text: as decoded, character for character; every offset of the
            project counts code points of it.
        location: the path, URL or id as it was given; it never enters the id.
        url: canonical URL, or "".
        member: path inside an archive or feed, or "".
        reprints: whom the document names as the origin of its text, if anyone.
        published, modified: as the document or the user states them, else None;
            never guessed from the clock.
        retrieved: when OnRecord was given the bytes.
        raw_sha256: of the kept bytes, 64 hex digits.
        language: as the document states it, else the one that its words plainly are; "" if neither tells.
        encoding_guessed: True where neither the bytes nor a declaration told it.
        furniture: places that are page furniture (advertisement lines, "You are
            here", photo credits, repeated headlines): no quote, no claim. Kept in
            order; places that overlap are kept as one.
        title_span: where the title stands in the text, if it does.
        locators: where each page of print or passage of a recording begins, in order.
        read_with: the library that made the text of the bytes, with its version; "" where
            the text is the bytes.
        corrected: what people set by hand, with who and when.
    """

    text: str
    raw_sha256: str
    location: str = ""
    url: str = ""
    member: str = ""
    title: str = ""
    author: str = ""
    source: Source | None = None
    reprints: Source | None = None
    published: PartialDate | None = None
    modified: PartialDate | None = None
    retrieved: PartialDate | None = None
    language: str = ""
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    encoding_guessed: bool = False
    place: str = ""
    title_span: Span | None = None
    furniture: tuple[Span, ...] = ()
    locators: tuple[Locator, ...] = ()
    read_with: str = ""
    corrected: tuple[Correction, ...] = ()
    id: str = field(default="")

    def __post_init__(self) -> None:
        if len(self.raw_sha256) != 64:
            raise ValueError("raw_sha256 is 64 hex digits")
        if not self.id:
            made = content_id("document", self.url, self.raw_sha256, self.member)
            object.__setattr__(self, "id", made)
        if any(a.end > b.start for a, b in pairwise(self.furniture)):
            object.__setattr__(self, "furniture", merged(self.furniture))

    @property
    def is_asserted(self) -> bool:
        """Is it a ready-made quote, whose source nobody here has seen?"""
        return self.media_type == ASSERTED_TYPE

    def located(self, span: Span) -> str:
        """ "page 3", "pages 3–4" or "at 00:12:31"; "" where the document has no pages or times."""
        return located(self.locators, span)

    def is_furniture(self, span: Span) -> bool:
        """Does any of this place belong to page furniture?"""
        before = bisect_left(self.furniture, span.end, key=lambda piece: piece.start)
        return before > 0 and self.furniture[before - 1].end > span.start
