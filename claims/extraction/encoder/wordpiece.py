"""WordPiece of our own, exact to the character, as fast as the library for it, and a dependency less.

Words are runs of letters and digits, and single marks. They are cut greedily into the
longest pieces that the vocabulary holds, lower-cased and without accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from claims.extraction.encoder.labels import flag

CLS, SEP, UNKNOWN, MASK = "[CLS]", "[SEP]", "[UNK]", "[MASK]"

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
# A longer run is no word; its pieces would say nothing.
_LONGEST = 64
# Words kept ready: an English newspaper of a year has fewer. Bounded, for text may be hostile.
_KEPT = 60_000


class Cut(NamedTuple):
    """How a word is read wherever it stands.

    Attributes:
        ids: its pieces.
        flags, quoted: the token type of each, outside of quotation marks and in them.
    """

    ids: tuple[int, ...]
    flags: tuple[int, ...]
    quoted: tuple[int, ...]


class Word(NamedTuple):
    """A word at its place."""

    start: int
    end: int
    cut: Cut


class WordPieces:
    """Cuts words by one vocabulary, in the order of its ids."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: index for index, piece in enumerate(vocabulary)}
        self._cuts: dict[str, Cut] = {}
        self.cls, self.sep = self._ids[CLS], self._ids[SEP]
        # Hides a piece in training; of no use to a vocabulary that was made for a test.
        self.mask = self._ids.get(MASK, self._ids[UNKNOWN])
        self._unknown = (self._ids[UNKNOWN],)

    def words(self, text: str, start: int, end: int) -> list[Word]:
        """The words of a place in the text, in order."""
        known = self._cuts.get
        return [
            Word(*found.span(), known(found.group()) or self._new(found.group()))
            for found in WORD.finditer(text, start, end)
        ]

    def _new(self, word: str) -> Cut:
        if len(self._cuts) >= _KEPT:
            self._cuts.clear()
        ids = self._cut(word)
        here, quoted = (flag(word, is_quoted=is_quoted) for is_quoted in (False, True))
        made = self._cuts[word] = Cut(ids, (here,) * len(ids), (quoted,) * len(ids))
        return made

    def _cut(self, word: str) -> tuple[int, ...]:
        folded = _folded(word) if len(word) <= _LONGEST else ""
        if not 0 < len(folded) <= _LONGEST:  # a syllable of Hangul is three letters
            return self._unknown
        ids: list[int] = []
        at = 0
        while at < len(folded):
            end = next((end for end in range(len(folded), at, -1) if self._piece(folded, at, end)), at)
            if end == at:
                return self._unknown
            ids.append(self._ids[self._spelt(folded, at, end)])
            at = end
        return tuple(ids)

    def _piece(self, folded: str, start: int, end: int) -> bool:
        return self._spelt(folded, start, end) in self._ids

    @staticmethod
    def _spelt(folded: str, start: int, end: int) -> str:
        return f"##{folded[start:end]}" if start else folded[:end]


def _folded(word: str) -> str:
    """Lower case without accents."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in letters if unicodedata.category(letter) != "Mn")
