"""WordPiece of our own, exact to the character, as fast as the library for it, and a dependency less.

Words are runs of letters and digits, and single marks. They are cut greedily into the
longest pieces that the vocabulary holds, lower-cased and without accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

CLS, SEP, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
# A longer run is no word; its pieces would say nothing.
_LONGEST = 64
# Words kept ready: an English newspaper of a year has fewer. Bounded, for text may be hostile.
_KEPT = 60_000

# Ids, and where each piece begins in the word.
_Cut = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its pieces; `starts` counts from the word's first character."""

    start: int
    end: int
    ids: tuple[int, ...]
    starts: tuple[int, ...]


class WordPieces:
    """Cuts words by one vocabulary, in the order of its ids."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids = {piece: index for index, piece in enumerate(vocabulary)}
        self._cuts: dict[str, _Cut] = {}
        self.cls, self.sep = self._ids[CLS], self._ids[SEP]
        self._unknown: _Cut = ((self._ids[UNKNOWN],), (0,))

    def words(self, text: str, start: int, end: int) -> Iterator[Word]:
        """The words of a place in the text, in order."""
        cuts = self._cuts
        for found in WORD.finditer(text, start, end):
            word = found.group()
            cut = cuts.get(word)
            if cut is None:
                if len(cuts) >= _KEPT:
                    cuts.clear()
                cut = cuts[word] = self._cut(word)
            yield Word(found.start(), found.end(), *cut)

    def _cut(self, word: str) -> _Cut:
        if len(word) > _LONGEST:
            return self._unknown
        folded, places = _folded(word)
        ids: list[int] = []
        starts: list[int] = []
        at = 0
        while at < len(folded):
            end = next((end for end in range(len(folded), at, -1) if self._piece(folded, at, end)), at)
            if end == at:
                return self._unknown
            ids.append(self._ids[self._spelt(folded, at, end)])
            starts.append(places[at])
            at = end
        return (tuple(ids), tuple(starts)) if ids else self._unknown

    def _piece(self, folded: str, start: int, end: int) -> bool:
        return self._spelt(folded, start, end) in self._ids

    @staticmethod
    def _spelt(folded: str, start: int, end: int) -> str:
        return f"##{folded[start:end]}" if start else folded[:end]


def _folded(word: str) -> tuple[str, list[int]]:
    """Lower case without accents, and from which character of the word each one comes."""
    if word.isascii():
        return word.lower(), list(range(len(word)))
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(word):
        plain = [
            one for one in unicodedata.normalize("NFD", letter.lower()) if unicodedata.category(one) != "Mn"
        ]
        letters += plain
        places += [place] * len(plain)
    return "".join(letters), places
