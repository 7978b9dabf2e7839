"""What came in: bytes, where from, when, and what the user said about them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from claims.model import PartialDate, SourceKind


@dataclass(frozen=True, slots=True)
class Given:
    """What the user said about an input; it wins over what the document says.

    Attributes:
        url: where it was published; becomes the canonical URL.
        origin: name of the source whose text this source reprints.
    """

    source: str = ""
    kind: SourceKind | None = None
    country: str = ""
    url: str = ""
    origin: str = ""
    date: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """How bytes came over the network.

    Attributes:
        url: the address that gave them.
        hops: the addresses before it, each of which sent on to the next; the first is the one asked for.
        status: the answer's number in HTTP.
        headers: the answer's, in order, names in small letters.
    """

    url: str
    hops: tuple[str, ...] = ()
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()

    def header(self, name: str) -> str:
        """The first header of this name (small letters), or ""."""
        return next((value for key, value in self.headers if key == name), "")

    @property
    def charset(self) -> str:
        """The encoding that the answer names, or ""."""
        found = _CHARSET.search(self.header("content-type"))
        return found[1] if found else ""


_CHARSET = re.compile(r"charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,30})", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Material:
    """The bytes of one input, before anybody has read them.

    Attributes:
        location: path, URL or id as it was given ("-" for standard input).
        retrieved: when the bytes were taken.
        id: of the one document in them that is wanted, where another record names it;
            "" for all.
        arrivals: where and when else the same bytes came in, as another record tells.
        place: where the same input would be found again: the URL that was given, else the
            absolute path; "" for standard input and ids. Other text from there is a new version.
        fetched: how they came, where they were fetched.
    """

    raw: bytes
    location: str
    retrieved: PartialDate
    given: Given = field(default_factory=Given)
    id: str = ""
    arrivals: tuple[Arrival, ...] = ()
    place: str = ""
    fetched: Fetched | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """One time that a document came in.

    Attributes:
        location: path, URL or id as it was given.
        raw_sha256: of the bytes that came, 64 hex digits; `size`: how many.
        place: the document's address, else an absolute path, with the member of an archive;
            "" if it would not be found again.
        fetched: how it came, where it was fetched.
    """

    location: str
    retrieved: PartialDate
    given: Given
    raw_sha256: str
    size: int
    place: str = ""
    fetched: Fetched | None = None
