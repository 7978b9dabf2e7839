"""Running heads, page numbers and line numbers: what stands at the edge of pages and says nothing anew."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sources.pdf.rows import Row

# The outermost lines of a page, so many at either end, as far as they lie in so much of its height.
_LINES, _EDGE = 2, 0.15
# In points: lines at one place of several pages differ by no more.
_PLACE = 4.0

# So many lines with numbers before them, one more each, are counted.
_COUNTED = 5

_NUMBER = re.compile(r"\d{1,5}")
# A page's number alone: "12", "- 12 -", "Page 3 of 10".
_PAGE = re.compile(r"\W{0,3}(?:(?:page|p\.|pg\.?) ?)?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?\W{0,3}", re.IGNORECASE)


_ROMAN = re.compile(r"l?x{0,4}(?:ix|iv|v?i{1,3}|v)|l?x{1,4}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageRows:
    """The lines of one page, from top to bottom, between the edges of its paper."""

    rows: list[Row]
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class _Seen:
    page: int
    words: str
    numbers: tuple[int, ...]


def without_margins(pages: Sequence[PageRows]) -> list[list[Row]]:
    """The lines of each page without those that run through.

    At the head of its first page a line stays that has words: there it may be a letterhead, which names
    the source.
    """
    places: dict[tuple[str, int], list[_Seen]] = defaultdict(list)
    for number, page in enumerate(pages):
        for at in _edges(page):
            for key in _keys(page, at):
                places[key].append(_seen(number, page.rows[at]))
    running = {(key, one.page) for key, seen in places.items() for one in _running(seen)}
    return [_kept(number, page, running) for number, page in enumerate(pages)]


def without_line_numbers(rows: Sequence[Row]) -> list[Row]:
    """The lines of a page without the numbers 1, 2, 3 and so on beside them, as court papers have them."""
    numbers = [row[0].words for row in rows if row[0].words.isdecimal()]
    if len(numbers) < _COUNTED or numbers != [str(at) for at in range(1, len(numbers) + 1)]:
        return list(rows)
    kept = (row[1:] if row[0].words.isdecimal() else row for row in rows)
    return [row for row in kept if row]


def _edges(page: PageRows) -> list[int]:
    """The numbers of the lines at the edges."""
    height = page.top - page.bottom
    count = len(page.rows)
    head = [at for at in range(min(_LINES, count)) if page.top - page.rows[at][0].middle <= _EDGE * height]
    foot = range(max(len(head), count - _LINES), count)
    return head + [at for at in foot if page.rows[at][0].middle - page.bottom <= _EDGE * height]


def _keys(page: PageRows, at: int) -> Iterable[tuple[str, int]]:
    """What lines that run through share: their words without numbers and their place, by two rulers."""
    row = page.rows[at]
    words = _NUMBER.sub("0", _words(row).casefold())
    place = row[0].middle / _PLACE
    return (words, 2 * int(place)), (words, 2 * int(place + 0.5) + 1)


def _words(row: Row) -> str:
    """The words of a line; a number in Roman figures, which front matter has, as it would be in others."""
    words = " ".join(piece.words for piece in row)
    return str(_value(words)) if _ROMAN.fullmatch(words) else words


def _value(roman: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50}[letter] for letter in roman.lower()]
    return sum(one if one >= after else -one for one, after in pairwise([*values, 0]))


def _seen(page: int, row: Row) -> _Seen:
    words = _words(row)
    return _Seen(page, words, tuple(int(number) for number in _NUMBER.findall(words)))


def _running(seen: Sequence[_Seen]) -> Iterable[_Seen]:
    """Of lines with the same words those whose numbers are the same, or go on as the pages do."""
    for one in seen:
        if any(other.page != one.page and _goes_on(one, other) for other in seen):
            yield one


def _goes_on(one: _Seen, other: _Seen) -> bool:
    steps = other.page - one.page
    pairs = list(zip(one.numbers, other.numbers, strict=True))
    if not any(letter.isalpha() for letter in one.words) and all(a == b for a, b in pairs):
        return False  # the same figure at the end of two tables
    return all(b - a in (0, steps) for a, b in pairs)


def _kept(number: int, page: PageRows, running: set[tuple[tuple[str, int], int]]) -> list[Row]:
    kept = []
    edges = set(_edges(page))
    for at, row in enumerate(page.rows):
        if at in edges:
            runs = any((key, number) in running for key in _keys(page, at))
            is_number = _is_page_number(row, number + 1)
            is_letterhead = number == 0 and at < len(page.rows) / 2 and not is_number
            if is_number or (runs and not is_letterhead):
                continue
        kept.append(row)
    return kept


def _is_page_number(row: Row, number: int) -> bool:
    """This page's own number alone on its line, or any after the word "page"."""
    words = " ".join(piece.words for piece in row)
    if not _PAGE.fullmatch(words):
        return False
    return words.strip().lower().startswith("p") or int(_NUMBER.findall(words)[0]) == number
