"""Which column of a table is what: by its name, whatever its case and marks, or as a person says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from claims.errors import BadValue
from claims.model.identity import normalised
from claims.readymade.row import FIELDS

# Names under which archives, spreadsheets and scripts have them; ours is the first, and wins.
_CALLED: dict[str, tuple[str, ...]] = {
    "text": (
        "text",
        "quote",
        "quotation",
        "quote text",
        "quoted text",
        "statement",
        "words",
        "utterance",
        "content",
    ),
    "speaker": (
        "speaker",
        "name",
        "speaker name",
        "person",
        "who",
        "said by",
        "quoted",
        "quoted person",
        "person quoted",
        "speaker full name",
        "attributed to",
        "by",
    ),
    "role": ("role", "title", "position", "office", "function", "job title", "job", "speaker role"),
    "source": (
        "source",
        "outlet",
        "publisher",
        "publication",
        "newspaper",
        "paper",
        "medium",
        "media outlet",
        "news outlet",
        "source name",
    ),
    "date": (
        "date",
        "day",
        "published",
        "published on",
        "published at",
        "publication date",
        "publish date",
        "pub date",
        "date published",
        "said on",
        "when",
    ),
    "url": (
        "url",
        "link",
        "address",
        "source url",
        "source link",
        "article url",
        "web address",
        "permalink",
        "href",
    ),
}  # fmt: skip
_FIELD = {name: field for field, names in _CALLED.items() for name in names}

# Titles and blank lines may stand above the line that names the columns, but not more than this.
_ABOVE = 20

# An error names so many of a file's columns.
_NAMED = 30


def field_of(name: str) -> str:
    """The field that a column of this name holds, or ""."""
    return _FIELD.get(normalised(name), "")


def known(names: Iterable[str], said: Mapping[str, str]) -> int:
    """How many fields these names are of; 0 if none holds the text.

    Args:
        said: see `Reading.columns`.
    """
    by_hand = {normalised(name): field for field, name in said.items()}
    found = {by_hand.get(normalised(name)) or field_of(name) for name in names} - {""}
    return len(found) if "text" in found else 0


def header(rows: Iterable[Sequence[str]], said: Mapping[str, str]) -> tuple[int, Sequence[str]]:
    """The row that names the columns, and its number from 0: the first that holds anything, or if no text
    is named there the first of the next few that names two fields.
    """
    filled = ((at, row) for at, row in enumerate(islice(rows, _ABOVE)) if any(map(str.strip, row)))
    first = next(filled, (0, ()))
    if known(first[1], said):
        return first
    return next(((at, row) for at, row in filled if known(row, said) > 1), first)


def columns_of(
    names: Sequence[str], location: str, said: Mapping[str, str], *, strict: bool = True
) -> dict[str, int]:
    """Where each field stands among some columns.

    Args:
        said: see `Reading.columns`.
        strict: a column that is said to be there must be.

    Raises:
        BadValue: no column holds the text, or two hold one field and neither has our name for it.
    """
    found = _said(names, location, said, strict=strict)
    taken = set(found.values())
    for field in FIELDS:
        if field in said:
            continue
        mine = [at for at, name in enumerate(names) if field_of(name) == field and at not in taken]
        ours = [at for at in mine if normalised(names[at]) == field]
        if len(ours or mine) > 1:
            called = ", ".join(repr(names[at]) for at in ours or mine)
            raise no_table(
                location, f"{called} may each be the {field}: call one of them {field!r}{_map(field)}"
            )
        if mine:
            found[field] = (ours or mine)[0]
    if "text" not in found:
        raise no_table(location, f"no column is called text or quote ({_all(names)}){_map('text')}")
    return found


def _said(names: Sequence[str], location: str, said: Mapping[str, str], *, strict: bool) -> dict[str, int]:
    found: dict[str, int] = {}
    called = [normalised(name) for name in names]
    for field, name in said.items():
        if normalised(name) in called:
            found[field] = called.index(normalised(name))
        elif strict:
            raise no_table(location, f"no column is called {name!r} ({_all(names)})")
    return found


def unused(names: Sequence[str], found: Mapping[str, int], what: str = "column") -> list[str]:
    """Clauses on the columns that hold none of our fields, and on a speaker whom none holds."""
    left = [name for at, name in enumerate(names) if name.strip() and at not in found.values()]
    told = [f"the {what} {name!r} is not used" for name in left]
    if left and "speaker" not in found:
        told.append(f"no {what} is known to hold the speaker{_map('speaker')}")
    return told


def no_table(location: str, why: str) -> BadValue:
    return BadValue("table of quotes", location, why)


def _all(names: Sequence[str]) -> str:
    told = [repr(name[:40]) for name in names if name.strip()]
    more = [f"and {len(told) - _NAMED:,} more"] if len(told) > _NAMED else []
    return f"its columns: {', '.join(told[:_NAMED] + more)}" if told else "it names no columns"


def _map(field: str) -> str:
    return f"; say which one with --map {field}=NAME"
