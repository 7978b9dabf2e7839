"""One row of a table of ready-made quotes: as a value, as the bytes that are kept of it, and as a quote."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from claims.matching.name_order import given_first
from claims.matching.titles import parted
from claims.model import Attribution, Document, PartialDate, Problem, Quote, QuoteKind, Source, Span

# How such quotes and their speakers were found.
METHOD = "asserted"

# What kept bytes begin with; the rest is one JSON object whose fields are in the order of `Row`.
_BEGINS = b'{"asserted":"quote",'
# What a table can give, each in a column.
FIELDS = ("text", "speaker", "role", "source", "date", "url")

# Which of the two numbers in a date such as 03/04/2031 comes first, in a row whose table told it.
ORDERS = (DAY_FIRST, MONTH_FIRST) = ("day-first", "month-first")

# What makes a JSON string of a text, letters beyond ASCII as they are.
_as_json = json.encoder.encode_basestring
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")

# Marks in which a whole cell may stand: they are not part of the words.
_MARKS = {"“": "”", '"': '"', "„": "“", "«": "»", "‘": "’", "”": "”", "»": "«", "「": "」"}
# What people write into a cell of which nothing is known; and signs without a letter or a digit.
_NOTHING = re.compile(r"[\W_]*|n/?a|none|null|nil", re.IGNORECASE)
_AROUND = re.compile(r"\S[\s\S]*\S|\S")


class Row(NamedTuple):
    """What a table gives of one quote, as it stands there; "" for what it does not give.

    Blanks around a field are none of it. NUL and half characters, which no store takes, become U+FFFD.

    Attributes:
        date: as written; the reader of rows has seen that it is one.
        order: of the numbers in it, one of `ORDERS`, where it can be read two ways and the table told which.
    """

    text: str
    speaker: str = ""
    role: str = ""
    source: str = ""
    date: str = ""
    url: str = ""
    order: str = ""

    @classmethod
    def of(cls, fields: Mapping[str, str]) -> Row:
        """As a table has them."""
        return cls(**{name: _cleaned(words) for name, words in fields.items()})

    @property
    def raw(self) -> bytes:
        """The same for the same fields, whatever table they stood in; empty ones are left out."""
        named = zip(
            FIELDS, (self.text, self.speaker, self.role, self.source, self.date, self.url), strict=True
        )
        fields = [f'"{name}":{_as_json(words)}' for name, words in named if words]
        if self.order:
            fields.append(f'"order":{_as_json(self.order)}')
        return _BEGINS + f"{','.join(fields)}}}".encode()


class Stated(NamedTuple):
    """A row with what its words for a source and a date mean.

    Attributes:
        within: what `words_in` gives of the row.
        location: of the row, for people: its file and number.
    """

    row: Row
    within: Span
    location: str
    source: Source | None = None
    published: PartialDate | None = None


def table_of(location: str) -> str:
    """The table of a row with this location."""
    return location.rpartition(" row ")[0] or location


def is_raw(raw: bytes) -> bool:
    """Are these the kept bytes of a row?"""
    return raw.startswith(_BEGINS)


def row_of(raw: bytes) -> Row:
    """The inverse of `Row.raw`.

    Raises:
        ValueError: it is none; the message is a clause.
    """
    try:
        fields = json.loads(raw)
    except (ValueError, RecursionError):
        raise ValueError("it begins as a ready-made quote and is no JSON") from None
    fields.pop("asserted")
    if unknown := sorted(fields.keys() - {*FIELDS, "order"}):
        raise ValueError(f"a ready-made quote has no field {unknown[0]!r}")
    if "text" not in fields or not all(isinstance(words, str) for words in fields.values()):
        raise ValueError("a ready-made quote has a text, and nothing but texts")
    row = Row.of(fields)
    if row.order not in ("", *ORDERS):
        raise ValueError(f"a ready-made quote's date has no order {row.order[:40]!r}")
    words_in(row)
    return row


def words_in(row: Row) -> Span:
    """Where the words stand in its text, without blanks and one pair of marks around them.

    Raises:
        ValueError: there are none.
    """
    found = _inside(row.text)
    if found is None or _NOTHING.fullmatch(row.text[found.start : found.end]):
        raise ValueError("no text")
    return found


def _inside(text: str) -> Span | None:
    if text[:1] not in _MARKS and text and text == text.strip():
        return Span(0, len(text))
    found = _AROUND.search(text)
    if not found:
        return None
    start, end = found.span()
    inner = end - 1
    # A mark of the same kind further in belongs to another pair: “A,” she said, “B.”
    if end - start > 1 and _MARKS.get(text[start]) == text[inner] and not _has_marks(text, start + 1, inner):
        found = _AROUND.search(text, start + 1, inner)
        return Span(*found.span()) if found else None
    return None if end - start == 1 and text[start] in _MARKS else Span(start, end)


def quote_of(row: Row, document: Document, within: Span) -> Quote:
    """The quote that a row's document is; `within` is what `words_in` gave of its text."""
    kind, said = QuoteKind.DIRECT, attribution(row.speaker, row.role)
    return Quote.of(document.id, document.text, (within,), kind, said, method=METHOD)


@lru_cache(4096)
def attribution(speaker: str, role: str) -> Attribution | None:
    """Who said it, as given, a surname that came first behind the others; where only a role is, it stands
    for the name, as "officials" does. Party and state behind a name are the role, if no other is given.
    """
    if not (speaker or role):
        return None
    name, tag = parted(given_first(speaker)) if speaker else (role, "")
    role = role or tag
    return Attribution(name, mention_text=speaker if name != speaker else "", role=role, method=METHOD)


def unread(row: Row, document: str) -> tuple[Problem, ...]:
    """What of a row could not be read, as a problem of its document."""
    bad = row.text.count("\N{REPLACEMENT CHARACTER}")
    if not bad:
        return ()
    what = "1 character" if bad == 1 else f"{bad:,} characters"
    return (Problem("reading", f"{what} of the row could not be read", document),)


def _cleaned(words: str) -> str:
    if words.isascii() and "\0" not in words:
        return words.strip()
    return _UNSTORABLE.sub("\N{REPLACEMENT CHARACTER}", words).strip()


def _has_marks(text: str, start: int, end: int) -> bool:
    opening, closing = text[start - 1], text[end]
    return text.find(opening, start, end) >= 0 or text.find(closing, start, end) >= 0
