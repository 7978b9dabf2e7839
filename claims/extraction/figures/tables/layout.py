"""Which rows and columns of a table are headings, and which tables hold figures at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.extraction.figures.tables.cells import figure, figures_of
from claims.extraction.figures.tables.grid import ABOVE, LEFT, Cell, Row, runs
from claims.extraction.figures.tables.headings import Heading, heading
from claims.model import Comparator

# Cells with as many blanks are prose. Lists of three in a row are still names of things
# ("Patrol boats, nets and traps of the outer harbor").
PROSE = 12
# A table whose cells are prose by more than this share is a page laid out in columns.
_MOST_PROSE = 0.25


@dataclass(frozen=True)
class Table:
    """A table that holds figures.

    Attributes:
        heads: the rows of headings, from the top; none where each row says what its one figure is.
        rows: the others; one that holds nothing but words in its first cell, a caption or a note,
            is in neither.
        names: the column that says what a row is of, or None.
    """

    heads: tuple[Row, ...]
    rows: tuple[Row, ...]
    names: int | None

    @cached_property
    def columns(self) -> tuple[tuple[Heading, ...], ...]:
        """What stands above each column, from the top; the same words twice count once."""
        spread = [_spread(row, last=row is self.heads[-1]) for row in self.heads]
        return tuple(
            tuple(heading(words) for words in dict.fromkeys(row[at] for row in spread) if words)
            for at in range(len(self.rows[0].cells))
        )

    @cached_property
    def labels(self) -> frozenset[int]:
        """Columns of which no number is a figure: ranks, pages, years."""
        return frozenset(at for at in range(len(self.columns)) if self._is_label(at))

    @cached_property
    def has_total(self) -> bool:
        """Does one row give the total of the others?"""
        return any(self.name_of(row).is_total for row in self.rows)

    def period_of(self, row: Row) -> str:
        """The time that a column of years or days gives for a row."""
        others = (row.cells[at].text for at in sorted(self.labels) if at != self.names)
        return next((said.period for words in others if (said := heading(words)).period), "")

    @cached_property
    def names_places(self) -> bool:
        """Are rows named by places ("County")?"""
        return self.names is not None and any(each.names_place for each in self.columns[self.names])

    def name_of(self, row: Row) -> Heading:
        """What a row is of, by its first words."""
        said = heading(row.name)
        above = self.columns[self.names] if self.names is not None else ()
        if row.name[:1].isdigit() and not said.period and above and not above[-1].is_rank:
            return heading(f"{above[-1].words} {row.name}")  # "District | 4", "Age | 18-24"
        return said

    def _is_label(self, at: int) -> bool:
        if at == self.names or any(each.is_label for each in self.columns[at]):
            return True
        if any(each.unit for each in self.columns[at]):
            return False
        found = [made for row in self.rows if (made := figure(row.cells[at].text))]
        return bool(found) and all(made.is_year for made in found)


def tables(text: str) -> Iterator[Table]:
    """Every table of a text that holds figures, in order."""
    for run in runs(text):
        for rows in _apart(run):
            table = _table(rows)
            if table is not None:
                yield table


def _apart(run: Sequence[Row]) -> Iterator[Sequence[Row]]:
    """Tables that follow each other without a line between: ruled headings below figures begin one."""
    start, headed, seen = 0, False, False
    for at, row in enumerate(run):
        if row.ruled and seen:
            yield run[start:at]
            start, headed, seen = at, False, False
        seen = seen or (not row.ruled and (headed or _has_figures(row)))
        headed = headed or (row.ruled and not row.is_lone)
    yield run[start:]


def _table(rows: Sequence[Row]) -> Table | None:
    above = _headings(rows)
    heads = tuple(row for row in rows[:above] if not row.is_lone)
    body = tuple(row for row in rows[above:] if not row.is_lone)
    if not body or _is_laid_out(body):
        return None
    names = _names(body, heads)
    _name(body, names)
    table = Table(heads, body, names)
    if not heads and not (len(body[0].cells) == 2 and names == 0):
        return None
    return table if _holds_figures(table) else None


def _headings(rows: Sequence[Row]) -> int:
    """How many rows at the top are headings: ruled ones, else one without a figure, and what goes on below.

    A row below goes on with headings where its first cell is empty, as below a
    heading that spans two rows.
    """
    ruled = [at for at, row in enumerate(rows) if row.ruled]
    at = ruled[-1] + 1 if ruled else 0
    while at < len(rows) and rows[at].is_lone and not ruled:
        at += 1
    if not ruled and at < len(rows) and not _has_figures(rows[at]):
        at += 1
    heads_stand = at > 0 and not rows[at - 1].is_lone
    while heads_stand and at < len(rows) and rows[at].cells[0].is_empty and not _has_figures(rows[at]):
        at += 1
    return at


def _has_figures(row: Row) -> bool:
    """Is any cell past the first a figure that is no year?"""
    made = (figures_of(cell.text) for cell in row.cells[1:])
    return any(each and not each[0].is_year for each in made)


def _spread(row: Row, *, last: bool) -> list[str]:
    """The words over each column: a heading that spans several stands over each of them.

    In the last row of headings an empty cell is a column without a name.
    """
    made: list[str] = []
    for at, cell in enumerate(row.cells):
        goes_on = cell.text == LEFT or (not cell.text and not last and at > 1)
        made.append(made[-1] if goes_on and made else "" if cell.text == ABOVE else cell.text)
    return made


def _names(body: Sequence[Row], heads: Sequence[Row]) -> int | None:
    """The column that says what each row is of: the first one mostly of words, else the first of labels."""
    width = len(body[0].cells)
    for at in range(min(width - 1, 3)):
        cells = [row.cells[at] for row in body if not row.cells[at].is_empty]
        if cells and 2 * sum(_is_name(cell) for cell in cells) > len(cells):
            return at
    above = heading(heads[-1].cells[0].text) if heads else Heading()
    return 0 if above.is_label or above.names_place else None


def _is_name(cell: Cell) -> bool:
    """Words, a year, or the bounds of a class ("18 to 24", "65 and over")."""
    made = figure(cell.text)
    if made is not None and made.reading.comparator is Comparator.EXACT and not made.is_year:
        return False
    return any(letter.isalnum() for letter in cell.text)


def _name(body: Sequence[Row], names: int | None) -> None:
    """Give each row its name; one that goes on from the row above has that one's."""
    if names is None:
        return
    last = ""
    for row in body:
        words = row.cells[names].text
        last = row.name = last if words == ABOVE else "" if words == LEFT else words


def _is_laid_out(body: Sequence[Row]) -> bool:
    """Is it prose in columns?"""
    cells = [cell for row in body for cell in row.cells if not cell.is_empty]
    return sum(cell.text.count(" ") >= PROSE for cell in cells) > _MOST_PROSE * len(cells)


def _holds_figures(table: Table) -> bool:
    """Do as many rows as not hold a figure, or do the columns have names?"""
    with_figures = sum(_has_figures(row) for row in table.rows)
    return with_figures > 0 and (bool(table.heads) or 2 * with_figures > len(table.rows))
