"""The records of a CSV file, one at a time; one with a stray quotation mark costs itself and no other.

A quotation mark that is never closed makes the reader of CSV take all that follows for one cell, up to the
next mark. Such a record is given up as soon as it shows, and what it took is read again line by line.
"""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence

from sources.tables.lines import LONGEST, Lines
from sources.tables.stating import BadRow

# A cell of more lines than this is looked at: is it one, or rows behind a mark that was never closed?
# Longer than nearly all statements that people put into a cell; each further look waits for twice as many.
_LOOK = 200

# So many of the lines that a record took must be rows by themselves, to be read as rows again. In a cell of
# prose one line in three or four has as many commas as a table of two columns.
_ROWS = 0.9

_NEVER_CLOSED = "its quotation mark is never closed"


class Records(Iterator[list[str]]):
    """Cells of each record. One that is none raises BadRow, and the next call gives a record after it.

    Args:
        mark: what stands between two cells.
        width: how many cells a record of the table has; 0 while nobody knows.
    """

    def __init__(self, lines: Lines, mark: str, width: int = 0) -> None:
        csv.field_size_limit(LONGEST)
        self._lines, self._mark, self._width = lines, mark, width
        self._taken = _Taken(lines, self._must_not_be_open)
        self._reader = csv.reader(self._taken, delimiter=mark, strict=True)
        self._strict = _strict(mark)
        # A record that was found while the lines behind a bad one were read again.
        self._found: list[str] | None = None

    def __next__(self) -> list[str]:
        if self._found is not None:
            found, self._found = self._found, None
            return found
        self._taken.begin()
        try:
            return next(self._reader)
        except (csv.Error, BadRow) as error:
            first = self._taken.first
            why = _NEVER_CLOSED if str(error) == "unexpected end of data" else str(error)
        raise BadRow(f"no CSV ({_where(first, self._go_on())}: {why})")

    def _go_on(self) -> int:
        """After a bad record: read on up to a good one; returns the last line that belongs to none."""
        last = self._given_up()
        while self._found is None:
            self._taken.begin()
            try:
                cells = next(self._reader)
            except StopIteration:
                break
            except (csv.Error, BadRow):
                last = self._given_up()
            else:
                if len(cells) == self._width and self._strict.fullmatch("".join(self._taken.lines)):
                    self._found = cells
                else:
                    last = self._taken.number
        return last

    def _given_up(self) -> int:
        """Give back what may be rows of a bad record; returns the last line that is not given back."""
        behind = self._taken.lines[1:]
        # In a cell of prose only the line on which it went wrong may begin another record.
        self._taken.give_back(len(behind) if self._are_rows(behind) else min(len(behind), 1))
        return self._taken.number

    def _must_not_be_open(self, lines: Sequence[str]) -> None:
        """Raises BadRow: these lines, taken into one record, are rows."""
        if self._width > 1 and self._are_rows(lines[1:]):
            raise BadRow(_NEVER_CLOSED)

    def _are_rows(self, lines: Sequence[str]) -> bool:
        told = [line for line in lines if line.strip()]
        rows = sum(_width(line, self._mark) == self._width for line in told)
        return rows >= _ROWS * len(told)


class _Taken(Iterator[str]):
    """The lines of the record that is being read, kept so that they can be read again.

    Args:
        look: is given the lines of a record that grows long, and raises BadRow if it is none.
    """

    def __init__(self, source: Lines, look: Callable[[Sequence[str]], None]) -> None:
        self._source, self._look = source, look
        self._again: deque[str] = deque()
        self.lines: list[str] = []
        self._looks_at = _LOOK

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._source)
        self.lines.append(line)
        if len(self.lines) >= self._looks_at:
            self._looks_at *= 2
            self._look(self.lines)
        return line

    @property
    def number(self) -> int:
        """Of the line that was given last."""
        return self._source.number - len(self._again)

    @property
    def first(self) -> int:
        """Number of the line that the record begins with."""
        return self.number - max(len(self.lines) - 1, 0)

    def begin(self) -> None:
        """A record begins with the next line."""
        self.lines = []
        self._looks_at = _LOOK

    def give_back(self, many: int) -> None:
        """The last lines of the record come again."""
        self._again.extendleft(reversed(self.lines[len(self.lines) - many :]))


def _strict(mark: str) -> re.Pattern[str]:
    """A record in which marks stand only around cells: behind a stray one, others may be its second half."""
    cell = rf'(?:"(?:[^"]|"")*"|[^"{re.escape(mark)}\r\n]*)'
    return re.compile(rf"{cell}(?:{re.escape(mark)}{cell})*[\r\n]*")


def _width(line: str, mark: str) -> int:
    """How many cells a line has by itself; -1 if it is no whole record."""
    try:
        return len(next(csv.reader([line], delimiter=mark, strict=True), ()))
    except csv.Error:
        return -1


def _where(first: int, last: int) -> str:
    return f"line {last}" if first >= last else f"lines {first} to {last}"
