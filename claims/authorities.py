"""Authority files: who held which office and when, as JSON Lines or CSV.

Bad lines are named, the rest is taken.
"""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from claims.errors import BadValue, NoPermission, NothingThere
from claims.exchange.entries import MOST, entry_of, held, made, text
from claims.exchange.lines import BadLine, fields_of, lines
from claims.model import Entry
from claims.views import AuthorityTaken

if TYPE_CHECKING:
    from claims.naming import Naming
    from claims.store import Store

# A file of every official of a country since its beginning has a few megabytes.
MAX_BYTES = 200 * 2**20
_COLUMNS = ("id", "name", "aliases", "role", "organization", "from", "to", "party", "state", "kind")
_NEEDED = ("id", "name")


@dataclass(frozen=True, slots=True)
class Refused:
    """A line of an authority file that is not taken, and why: a clause."""

    line: int
    why: str


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """A file by its path, or standard input for "-". Raises NothingThere, NoPermission."""
    if path == "-":
        yield sys.stdin.buffer
        return
    try:
        with Path(path).open("rb") as stream:
            yield stream
    except PermissionError:
        raise NoPermission(path) from None
    except OSError:
        raise NothingThere(path) from None


def read(stream: BinaryIO, location: str) -> Iterator[Entry | Refused]:
    """The entries of a file, in order of their first lines, and each line that is none.

    Lines with one id are one entry, with the names and roles of all.

    Args:
        location: the file's name, for messages.

    Raises:
        BadValue: the file is neither JSON Lines nor CSV with the columns id and name, or too large.
    """
    raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise BadValue("authority file", location, f"it is larger than {MAX_BYTES:,} bytes")
    found: dict[str, Entry] = {}
    parse = _json_lines if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else _table
    for one in parse(raw.removeprefix(b"\xef\xbb\xbf"), location):
        if isinstance(one, Refused):
            yield one
        else:
            found[one.id] = _joined(found[one.id], one) if one.id in found else one
    yield from found.values()


def take(store: Store, naming: Naming, found: Iterable[Entry | Refused], location: str) -> AuthorityTaken:
    """Keep the entries of a file and let speakers follow; says what became of it."""
    every = list(found)
    entries = [one for one in every if isinstance(one, Entry)]
    changed = naming.take(entries, location)
    named = [part for part in store.parts() if part.member.speaker in naming.authority.entries]
    return AuthorityTaken(
        len(entries),
        changed,
        len({part.member.speaker for part in named}),
        sum(part.quotes for part in named),
        tuple((one.line, one.why) for one in every if isinstance(one, Refused)),
    )


def remove(store: Store, naming: Naming, location: str) -> int:
    """Remove the entries that came from a file, given as it was taken in; returns how many those are.

    Raises:
        BadValue: no entry that stands came from it.
    """
    removed = naming.forget(location)
    if not removed:
        files = ", ".join(f"{file} ({count:,})" for file, count in store.authority_files().items())
        why = f"the record has entries of {files}" if files else "the record has entries of no file"
        raise BadValue("authority file", location, why)
    return removed


def _joined(one: Entry, other: Entry) -> Entry:
    names = dict.fromkeys([*one.aliases, other.name, *other.aliases])
    names.pop(one.name, None)
    return replace(
        one,
        aliases=tuple(names),
        party=other.party or one.party,
        state=other.state or one.state,
        roles=tuple(dict.fromkeys([*one.roles, *other.roles])),
    )


def _json_lines(raw: bytes, location: str) -> Iterator[Entry | Refused]:
    for number, line in lines(io.BytesIO(raw)):
        try:
            if isinstance(line, BadLine):
                raise line
            yield entry_of(fields_of(line))
        except BadLine as error:
            yield Refused(number, str(error))


def _table(raw: bytes, location: str) -> Iterator[Entry | Refused]:
    try:
        rows = csv.DictReader(io.StringIO(raw.decode("utf-8"), newline=""))
        header = [(name or "").strip().casefold() for name in rows.fieldnames or ()]
    except (UnicodeDecodeError, csv.Error):
        header = []
    if not set(_NEEDED) <= set(header):
        why = f"it is no JSON Lines and has no CSV header with id and name (of {', '.join(_COLUMNS)})"
        raise BadValue("authority file", location, why)
    rows.fieldnames = header
    try:
        for row in rows:
            try:
                yield _of_row(row)
            except BadLine as error:
                yield Refused(rows.line_num, str(error))
    except csv.Error as error:
        yield Refused(rows.line_num, f"it is no CSV from here on: {error}")


def _of_row(row: Mapping[str, object]) -> Entry:
    fields = {name: value for name, value in row.items() if name in _COLUMNS}
    aliases = [part.strip() for part in re.split("[;|]", text(fields.get("aliases"), "aliases"))[:MOST]]
    title, organization = text(fields.get("role"), "role"), text(fields.get("organization"), "organization")
    since, until = fields.get("from"), fields.get("to")
    if not title and (since or until or organization):
        raise BadLine("it has dates or an organization, but no role")
    return made(fields, aliases, [held(title, organization, since, until)] if title else [])
