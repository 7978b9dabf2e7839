"""Which column of a table is what: by its name, whatever its case and marks."""

from __future__ import annotations

from collections.abc import Sequence

from claims.errors import BadValue
from claims.model.identity import normalised
from claims.readymade.row import FIELDS

# Names under which archives, spreadsheets and scripts have them; ours is the first, and wins.
_CALLED: dict[str, tuple[str, ...]] = {
    "text": ("text", "quote", "quotation", "quote text", "statement", "words", "utterance", "content"),
    "speaker": (
        "speaker",
        "name",
        "speaker name",
        "person",
        "who",
        "said by",
        "quoted",
        "attributed to",
        "by",
    ),
    "role": ("role", "title", "position", "office", "function", "job title", "job", "speaker role"),
    "source": ("source", "outlet", "publisher", "publication", "newspaper", "paper", "medium", "source name"),
    "date": (
        "date",
        "day",
        "published",
        "published on",
        "publication date",
        "date published",
        "said on",
        "when",
    ),
    "url": ("url", "link", "address", "source url", "web address", "permalink", "href"),
}  # fmt: skip
_FIELD = {name: field for field, names in _CALLED.items() for name in names}


def field_of(name: str) -> str:
    """The field that a column of this name holds, or ""."""
    return _FIELD.get(normalised(name), "")


def columns_of(names: Sequence[str], location: str) -> dict[str, int]:
    """Where each field stands among some columns.

    Raises:
        BadValue: no column holds the text, or two hold one field and neither has our name for it.
    """
    found: dict[str, int] = {}
    for field in FIELDS:
        mine = [number for number, name in enumerate(names) if field_of(name) == field]
        ours = [number for number in mine if normalised(names[number]) == field]
        if len(ours or mine) > 1:
            called = ", ".join(repr(names[number]) for number in ours or mine)
            raise no_table(location, f"{called} may each be the {field}: call one of them {field!r}")
        if mine:
            found[field] = (ours or mine)[0]
    if "text" not in found:
        seen = ", ".join(repr(name[:40]) for name in names[:8]) or "nothing"
        raise no_table(location, f"no column is called text or quote (the first line has {seen})")
    return found


def unused(names: Sequence[str], found: dict[str, int]) -> list[str]:
    """Names of the columns that hold none of our fields."""
    return [name for number, name in enumerate(names) if name.strip() and number not in found.values()]


def no_table(location: str, why: str) -> BadValue:
    return BadValue("table of quotes", location, why)
