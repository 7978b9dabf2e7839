"""JSON Lines: an object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import BinaryIO

from claims.errors import BadValue, InputError
from claims.readymade.row import Stated
from sources.tables.columns import columns_of, no_table, unused
from sources.tables.dating import Dating
from sources.tables.lines import Lines
from sources.tables.reading import Reading
from sources.tables.stating import BadRow, stated

# Lines of an export of values that are no quotes.
_OTHERS = ("claim", "document", "finding", "judgement")


class Objects:
    """A JSON Lines file; each line names its own columns.

    Args:
        stream: one that can be read again.

    Raises:
        BadValue: it is one JSON array, or its first object has no text.
    """

    def __init__(self, stream: BinaryIO, location: str, reading: Reading) -> None:
        if reading.sheet:
            raise no_table(location, "only a workbook has sheets: leave out --sheet")
        self._stream, self.location, self._said = stream, location, reading.columns
        self._dating = Dating(reading.order, self._dates)
        self.notes: list[str] = []
        self._columns = lru_cache(256)(self._columns_of)
        self._must_be_objects()

    def __iter__(self) -> Iterator[Stated | InputError]:
        """Rows are lines."""
        for number, line in self._lines():
            place = f"{self.location} row {number}"
            try:
                cells = self._cells(line)
            except BadRow as error:
                yield InputError(place, str(error))
            else:
                # As an empty row of a spreadsheet is none.
                if not _is_empty(cells):
                    yield stated(cells, place, self._dating)

    def count(self) -> int:
        return sum(1 for _ in self._lines())

    def told(self) -> list[str]:
        return self._dating.told()

    def _dates(self) -> Iterator[str]:
        for _, line in self._lines():
            try:
                yield self._cells(line).get("date", "")
            except BadRow:
                continue

    def _lines(self) -> Iterator[tuple[int, str | BadRow]]:
        lines = Lines(self._stream)
        try:
            while True:
                try:
                    line = next(lines).strip()
                except StopIteration:
                    return
                except BadRow as error:
                    yield lines.number, error
                else:
                    if line:
                        yield lines.number, line
        finally:
            lines.close()

    def _cells(self, line: str | BadRow) -> dict[str, str]:
        if isinstance(line, BadRow):
            raise line
        fields = _object(line)
        if fields.get("kind") in _OTHERS and "id" in fields:
            raise BadRow(f"a {fields['kind']}, no quote")
        values = list(fields.values())
        try:
            columns = self._columns(tuple(fields))
        except BadValue:
            raise BadRow("no text") from None
        return {field: _words(values[at], field) for field, at in columns.items()}

    def _columns_of(self, names: tuple[str, ...]) -> dict[str, int]:
        # An object may leave out what it does not have.
        return columns_of(names, self.location, self._said, strict=False)

    def _must_be_objects(self) -> None:
        """A whole file of another kind is one mistake, not a bad row a line."""
        for _, line in self._lines():
            if isinstance(line, str):
                names = tuple(_first_object(line, self.location))
                found = columns_of(names, self.location, self._said)
                self.notes = unused(names, found, "field")
            return


def _first_object(line: str, location: str) -> dict[str, object]:
    try:
        return _object(line)
    except BadRow as error:
        raise BadValue(
            "table of quotes", location, f"its first line is {error}; write one object a line"
        ) from None


def _object(line: str) -> dict[str, object]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        raise BadRow("no JSON") from None
    if not isinstance(found, dict):
        raise BadRow("no JSON object")
    return found


def _is_empty(cells: Mapping[str, str]) -> bool:
    return bool(cells) and not any(words.strip() for words in cells.values())


def _words(value: object, field: str) -> str:
    if type(value) is str:
        return value
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadRow(f"its {field} is no text")
    return str(value)
