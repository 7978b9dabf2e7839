"""Sentences as words, with every quoted piece as one word of its own.

So the words around a quotation can be read as if the quotation were a noun:
`PIECE, she said, PIECE`.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from claims.extraction.quotes.cues import CUES, Form
from claims.extraction.quotes.pieces import Piece
from claims.extraction.sentences import sentences
from claims.extraction.speakers.nicknames import NICKNAME, is_nickname
from claims.model import Span

_FILL = "\ue000"
# Words keep their hyphens, apostrophes and the points of initials and titles.
_WORD = re.compile(
    "Q\ue000+[.!?]?"
    r"|(?:[^\W\d_]\.){2,}|[^\W\d_]\.(?=\s)"
    r"|(?:Mr|Mrs|Ms|Dr|Gov|Sen|Rep|Lt|Col|Gen|Sgt|Capt|Maj|Adm|Rev|Prof|St|Jr|Sr|Det|Supt|Cmdr|Hon|Ald"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind"
    r"|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Inc|Corp|Co|Ltd)\.(?!\w)"
    r"|(?:MR|MRS|MS|DR|GOV|SENS?|REPS?|LT|COL|GEN|SGT|CAPT|MAJ|ADM|REV|PROF|ST)\.(?!\w)"
    r"|\d[\d,.]*\d|\w+(?:['\u2019.\-&/@]\w+)*|--+|\S"
)
# Printed sentences of 60 words have a comma; 1,300 press releases, a third of them
# stripped of punctuation, fall into two heaps with nothing between them.
_LONG = 60
# Words. Longer ones are lists, tables and texts in small letters.
_LONGEST = 1500
_STOPS = frozenset(".!?\u2026")
_PUNCTUATION = frozenset(",;:.!?()[]\u2014\u2013-\"\u201c\u201d'\u2018\u2019\u2026")
_SAID = "|".join(sorted(word for word, cue in CUES.items() if cue.form is Form.PAST))
_NAME = rf"[A-Z][\w.'\u2019\-]{{0,30}}(?:\s(?:\"{NICKNAME}\"|\u201c{NICKNAME}\u201d))?"
# `Vega's niece, state Sen. Ada Brask (D-Halden),`: a role before the name or behind it.
_SET_OFF = (
    rf",\s(?:[^\"\u201c\u201d.!?\n]|(?<=[A-Z][a-z]{{2}})\.|\"{NICKNAME}\"|\u201c{NICKNAME}\u201d){{2,90}},"
)
# Behind a question or a shout: who asked or shouted. With a set-off part its verb must end the clause.
_TAG_BEHIND = re.compile(
    rf"\s(?:{_NAME}\s){{1,6}}"
    rf"(?:(?:{_SAID})(?=[.,]|\s+(?:in|on|at|to|of)\b|\s*$)|(?:asked|told|replied)(?=\s))"
    rf"|\s(?!The\s|A\s|An\s)(?:{_NAME}\s){{0,5}}{_NAME}(?:(?<=s)\s[a-z\-]{{2,20}})?{_SET_OFF}\s"
    rf"(?:{_SAID})(?=[.,]|\s+to\b|\s*$)"
)


@dataclass(frozen=True)
class Sentence:
    """Parallel lists, one entry a word; `pieces` maps a word's index to the quoted piece it stands for."""

    span: Span
    words: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]
    pieces: dict[int, Piece] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.words)

    def place(self, first: int, last: int) -> Span:
        """The span of words first to last, both included."""
        return Span(self.starts[first], self.ends[last])

    def pieces_in(self, first: int, last: int) -> list[int]:
        """Indices of the pieces among words first to last."""
        if not self.pieces:
            return []
        return [index for index in range(first, last + 1) if index in self.pieces]

    @cached_property
    def is_marked_whole(self) -> bool:
        """Do all its words stand in marks?"""
        return all(i in self.pieces or not word[0].isalnum() for i, word in enumerate(self.words))

    @property
    def is_run_on(self) -> bool:
        """So long, or with so few commas and stops, that it cannot be one sentence."""
        if not _LONG <= len(self) <= _LONGEST:
            return len(self) > _LONGEST
        marks = len(self.pieces) + sum(word[0] in _PUNCTUATION for word in self.words)
        return marks * _LONG < 2 * len(self)

    def beside_pieces(self) -> Iterator[Sentence]:
        """Of a sentence that runs on: each stretch around its pieces, up to a stop or a long sentence's
        words away.
        """
        stretches: list[tuple[int, int]] = []
        for index in self.pieces:
            begin, end = self._stop_before(index), self._stop_behind(index)
            start, last = stretches[-1] if stretches else (0, -1)
            if stretches and begin <= last and end - start < _LONGEST:
                stretches[-1] = start, end
            elif index > last:
                stretches.append((max(begin, last + 1), end))
        return (self._stretch(*each) for each in stretches)

    def _stop_before(self, index: int) -> int:
        """The first word of the stretch that holds a piece."""
        floor = max(0, index - _LONG)
        stops = (at + 1 for at in range(index - 1, floor - 1, -1) if self.words[at] in _STOPS)
        return next(stops, floor)

    def _stop_behind(self, index: int) -> int:
        """The last word of the stretch that holds a piece."""
        if self.words[index][-1] in _STOPS:
            return index
        ceiling = min(len(self), index + _LONG)
        return next((at for at in range(index + 1, ceiling) if self.words[at] in _STOPS), ceiling - 1)

    def _stretch(self, first: int, last: int) -> Sentence:
        part = slice(first, last + 1)
        starts, ends = self.starts[part], self.ends[part]
        pieces = {index - first: self.pieces[index] for index in self.pieces_in(first, last)}
        return Sentence(self.place(first, last), self.words[part], self.low[part], starts, ends, pieces)

    def is_name(self, index: int) -> bool:
        """Does the word begin with a capital, and is no piece?"""
        return self.words[index][0].isupper() and index not in self.pieces


def read(text: str, paragraph: Span, pieces: Sequence[Piece]) -> Iterator[Sentence]:
    """The sentences of a paragraph; `pieces` are those of this paragraph, in order."""
    nicknames = {piece.outer.start for piece in pieces if is_nickname(text, piece.outer)}
    masked = _masked(text, paragraph, pieces, nicknames)
    pieces = [piece for piece in pieces if piece.outer.start not in nicknames]
    by_start = {piece.outer.start: piece for piece in pieces}
    for sentence in sentences(masked, Span(0, len(masked))):
        yield _sentence(masked, sentence, paragraph.start, by_start)


def _masked(text: str, paragraph: Span, pieces: Sequence[Piece], nicknames: Container[int]) -> str:
    """Each piece as one word; a nickname, by where it begins, as blanks: `Marisol Vega`."""
    parts: list[str] = []
    at = paragraph.start
    for piece in pieces:
        parts.append(text[at : piece.outer.start].replace(_FILL, " "))
        if piece.outer.start in nicknames:
            parts.append(" " * len(piece.outer))
            at = piece.outer.end
            continue
        final = text[piece.inner.end - 1]
        if final in ".!?" and _TAG_BEHIND.match(text, piece.outer.end, paragraph.end):
            final = _FILL  # "Why now?" Vega asked.
        size = len(piece.outer)
        parts.append(("Q" + _FILL * (size - 2) + (final if final in ".!?" else _FILL))[:size])
        at = piece.outer.end
    parts.append(text[at : paragraph.end].replace(_FILL, " "))
    return "".join(parts)


def _sentence(masked: str, span: Span, shift: int, by_start: dict[int, Piece]) -> Sentence:
    found = list(_WORD.finditer(masked, span.start, span.end))
    words = [match.group() for match in found]
    starts = [match.start() + shift for match in found]
    ends = [match.end() + shift for match in found]
    pieces = {}
    for index, word in enumerate(words):
        if word[0] == "Q" and len(word) > 1 and word[1] == _FILL:
            piece = by_start.get(starts[index])
            if piece is not None:
                pieces[index] = piece
    whole = Span(span.start + shift, span.end + shift)
    return Sentence(whole, words, [word.lower() for word in words], starts, ends, pieces)
