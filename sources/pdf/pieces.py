"""The letters of a PDF's page, put together to pieces of lines by where they stand."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sources.pdf.raised import is_raised, with_marks

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

# In widths of the type: letters that stand further apart are parts of two pieces, for a column
# or a cell may end there (see `rows`). Words of justified lines seldom stand further apart.
_APART = 0.6
# A letter that begins so far left of the last one's end is on another line, or printed over it.
_BACK = 0.5
# Letters of one line share so much of the lower one's height; raised figures do too.
_SHARED = 0.5

# A hyphen at which the typesetter broke a word, in some files. For any at a line's end PDFium gives 2.
SOFT_HYPHEN = "\u00ad"
_CODES = {0x02: "-", 0xA0: " ", 0xFFFE: "\ufffd", 0: "\ufffd"}
_LIGATURES = str.maketrans(
    {0xFB00 + at: made for at, made in enumerate(("ff", "fi", "fl", "ffi", "ffl", "st", "st"))}
)
# So many letters across the others of a page are text.
_TEXT = 200
_BLANKS = frozenset(" \t\r\n")


# Left, bottom, right, top in points.
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line without a wide gap, upright: as the page's reader sees it.

    Attributes:
        size: height of the type in points, as its letters stand.
        unnamed: how many letters its fonts do not name; they are read by their numbers, which may be others.
    """

    words: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    unnamed: int = 0

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def middle_across(self) -> float:
        return (self.left + self.right) / 2

    @property
    def width(self) -> float:
        return self.right - self.left

    def beside(self, other: Piece) -> bool:
        """Do they stand on one line?"""
        return _share(self.bottom, self.top, other.bottom, other.top) >= _SHARED

    def over(self, other: Piece) -> bool:
        """Does one stand above the other, by more than an edge?"""
        shared = min(self.right, other.right) - max(self.left, other.left)
        return shared > min(2.0, 0.1 * min(self.width, other.width))


def _share(bottom: float, top: float, other_bottom: float, other_top: float) -> float:
    lower = min(top - bottom, other_top - other_bottom)
    return (min(top, other_top) - max(bottom, other_bottom)) / lower if lower > 0 else 0.0


def pieces_of(page: PdfTextPage) -> list[tuple[int, list[Piece]]]:
    """The pieces of a page by the quarters that they are turned by, most letters first.

    A few words across the others (a stamp at the margin, a picture's credit) are left out.
    """
    turned: dict[int, list[Piece]] = {}
    for turn, piece in _drawn(page):
        turned.setdefault(turn, []).append(piece)
    letters = {turn: sum(len(piece.words) for piece in pieces) for turn, pieces in turned.items()}
    ordered = sorted(turned, key=lambda turn: -letters[turn])
    return [(turn, turned[turn]) for turn in ordered if turn == ordered[0] or letters[turn] >= _TEXT]


class _Line:
    """A piece as it grows, letter by letter; boxes are given as they stand on the page."""

    def __init__(self, turn: int = 0) -> None:
        self.turn = turn
        self._letters: list[str] = []
        self._raised: list[bool] = []
        self._box = self._last = (math.inf, math.inf, -math.inf, -math.inf)
        self._space = False
        self._unnamed = 0
        self._size = 0.0

    def fits(self, plain: Box) -> bool:
        """Does a letter go on this piece?"""
        if not self._letters:
            return False
        box, last = turned(plain, self.turn), self._last
        size = max(last[3] - last[1], box[3] - box[1])
        return -_BACK * size <= box[0] - last[2] <= _APART * size and self._is_level(box)

    def _is_level(self, box: Box) -> bool:
        return _share(self._box[1], self._box[3], box[1], box[3]) >= _SHARED

    def add(self, letter: str, plain: Box, *, is_unnamed: bool) -> None:
        box, mine = turned(plain, self.turn), self._box
        if self._space and self._letters:
            self._put(" ", is_up=False)
        self._space = False
        self._put(letter, is_up=is_raised(letter, box[1], box[3], mine[1], self._size))
        self._size = max(self._size, box[3] - box[1])
        self._box = (min(mine[0], box[0]), min(mine[1], box[1]), max(mine[2], box[2]), max(mine[3], box[3]))
        self._last = box
        self._unnamed += is_unnamed

    def _put(self, letter: str, *, is_up: bool) -> None:
        self._letters.append(letter)
        self._raised.append(is_up)

    def blank(self) -> None:
        self._space = True

    def piece(self) -> Iterator[tuple[int, Piece]]:
        """What it has become; nothing if no letter came."""
        words = _whole(with_marks(self._letters, self._raised)).translate(_LIGATURES)
        if words:
            left, bottom, right, top = self._box
            yield self.turn, Piece(words, left, bottom, right, top, max(self._size, 0.1), self._unnamed)


def _drawn(page: PdfTextPage) -> Iterator[tuple[int, Piece]]:
    """Pieces in the order in which they were drawn, each with the turn of its letters."""
    import pypdfium2.raw as pdfium

    text, rectangle = page.raw, pdfium.FS_RECTF()
    line = _Line()
    for number in range(pdfium.FPDFText_CountChars(text)):
        code = pdfium.FPDFText_GetUnicode(text, number)
        letter = _CODES.get(code) or chr(min(code, 0x10FFFF))
        if letter in _BLANKS:
            line.blank()
            continue
        pdfium.FPDFText_GetLooseCharBox(text, number, rectangle)
        box = (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        if not line.fits(box):
            yield from line.piece()
            line = _Line(_turn(pdfium.FPDFText_GetCharAngle(text, number)))
        line.add(letter, box, is_unnamed=pdfium.FPDFText_HasUnicodeMapError(text, number) == 1)
    yield from line.piece()


def _turn(angle: float) -> int:
    """Quarters by which a letter is turned against the clock, the nearest; PDFium counts with the clock."""
    return round(-angle / (math.pi / 2)) % 4 if math.isfinite(angle) else 0


def turned(box: Box, turn: int) -> Box:
    """A box of a page as it stands once letters that are turned so are upright."""
    if not turn:
        return box
    left, bottom, right, top = box
    match turn:
        case 1:
            return bottom, -right, top, -left
        case 2:
            return -right, -top, -left, -bottom
        case _:
            return -top, left, -bottom, right


def _whole(words: str) -> str:
    """Halves of characters put together; what is none becomes U+FFFD."""
    if words.isascii():
        return words
    return words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
