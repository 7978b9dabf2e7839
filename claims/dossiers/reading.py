"""The JSON of a dossier's files, read as guardedly as an export of a foreign record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from claims.dossiers.files import whole
from claims.dossiers.opening import UNREADABLE, Opened
from claims.exchange.lines import MAX_RAW, BadLine, fields_of, lines
from claims.exchange.typed import Fields, of, text_of

# Heads, gaps and counts.
_LONGEST_HEAD = 16 * 2**20
# A character of a text has four bytes at most, and no text is longer than what `add` takes may unpack to.
_LONGEST_TEXT = 4 * MAX_RAW
# Texts at hand, of those up to so many bytes: findings go to and fro between a few documents. Of longer
# ones a single one is, and after so many turns no other is read: passages stand in order of document.
_TEXTS, _SHORT, _MOST_TURNS = 16, 4 * 2**20, 200


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file; `place`: the file and the line's number."""

    place: str
    fields: Fields


class Reading:
    """Attributes:
    faults: a sentence for each line that cannot be read.
    """

    def __init__(self, bag: Opened) -> None:
        self._bag = bag
        self.faults: list[str] = []
        self._short: Callable[[str], str | None] = lru_cache(_TEXTS)(self._text)
        self._long: Callable[[str], str | None] = lru_cache(1)(self._turned)
        self._turns = 0

    def text(self, document: str) -> str | None:
        """The text of a document; None where there is none to compare with."""
        is_short = self.size(f"texts/{document}.txt") <= _SHORT
        return self._short(document) if is_short else self._long(document)

    def head(self) -> Fields | None:
        """What stands in dossier.json; None where it cannot be read, which the files' hashes tell."""
        name = "data/dossier.json"
        try:
            return fields_of(whole(self._bag, name, _LONGEST_HEAD)) if name in self._bag.found.sizes else None
        except (BadLine, *UNREADABLE) as error:
            self.faults.append(f"{name} cannot be read: {error}")
            return None

    def lines(self, name: str) -> Iterator[Line]:
        """Those of one file that are objects, in order."""
        if (path := f"data/{name}") not in self._bag.found.sizes:
            return
        try:
            with self._bag.stream(path) as stream:
                for number, line in lines(stream):  # type: ignore[arg-type]  # it only reads lines
                    place = f"line {number} of {path}"
                    try:
                        if isinstance(line, BadLine):
                            raise line
                        yield Line(place, fields_of(line))
                    except BadLine as error:
                        self.faults.append(f"{place}: {error}")
        except UNREADABLE:
            return  # its hash could not be made either, and that was told

    def size(self, name: str) -> int:
        return self._bag.found.sizes.get(f"data/{name}", 0)

    def raw(self, name: str) -> bytes | None:
        """A file under data/; None where it cannot be read."""
        try:
            return whole(self._bag, f"data/{name}", _LONGEST_TEXT)
        except UNREADABLE:
            return None

    def _turned(self, document: str) -> str | None:
        self._turns += 1
        if self._turns == _MOST_TURNS:
            self.faults.append("passages go to and fro between long texts: not all of them were compared")
        return self._text(document) if self._turns < _MOST_TURNS else None

    def _text(self, document: str) -> str | None:
        raw = self.raw(f"texts/{document}.txt")
        try:
            return None if raw is None else raw.decode("utf-8")
        except UnicodeDecodeError:
            return None


def number_of(fields: Fields, name: str) -> int:
    """A place or a count. Raises BadLine where it is none."""
    found = of(fields, name, int)
    if found < 0:
        raise BadLine(f"its field {name!r} is less than nothing")
    return found


def id_of(fields: Fields, name: str = "id") -> str:
    found = text_of(fields, name)
    if len(found) != 20 or not set(found) <= _HEX:
        raise BadLine(f"its field {name!r} is no id")
    return found


_HEX = frozenset("0123456789abcdef")
