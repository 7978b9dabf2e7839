"""What was said one after the other, as turns and as the text of a document with its times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claims.model import Locator, LocatorKind, Span
from sources.transcripts.speaking import Said

# In seconds: a silence after a sentence that ends a paragraph.
_PAUSE = 3.0
# In characters: a paragraph ends with the next sentence, and at last with the next cue.
_LONG, _LONGEST = 600, 1_500

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")
# What is heard and not said: "[APPLAUSE]", "(laughter)", "♪ ... ♪".
_SOUND = re.compile(r"\[[^\[\]]{0,200}\]|\([^()]{0,200}\)|[♪♫][^♪♫]{0,500}[♪♫]?")


@dataclass(slots=True)
class Turn:
    """What one speaker says until another does.

    Attributes:
        label: who, as written; "" for nobody whom the file names.
        mark: ">>" or a dash, which says that another one speaks.
    """

    label: str
    mark: str
    said: list[Said] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a turn in the text.

    Attributes:
        words: its place, without the label.
        label: the place of its turn's label, if it has one.
    """

    words: Span
    label: Span | None


@dataclass(frozen=True, slots=True)
class Spoken:
    """A transcript as text, a paragraph a passage, with the time at which each cue begins."""

    text: str
    passages: tuple[Passage, ...]
    locators: tuple[Locator, ...]

    @property
    def names_speakers(self) -> bool:
        return any(passage.label for passage in self.passages)


def is_sound(words: str) -> bool:
    """Is nothing of it said by anybody?"""
    return not any(map(str.isalnum, _SOUND.sub("", words)))


def turns(said: Sequence[Said]) -> Iterator[Turn]:
    """Words without a label go on the turn before, unless a mark or the end of a voice says otherwise."""
    voiced = any(one.voiced for one in said)
    turn: Turn | None = None
    for one in said:
        if turn is None or one.change or _is_another(one, turn, voiced=voiced):
            if turn is not None:
                yield turn
            turn = Turn(one.label, "" if one.label else one.change)
        if one.words:
            turn.said.append(one)
    if turn is not None:
        yield turn


def _is_another(one: Said, turn: Turn, *, voiced: bool) -> bool:
    if one.label:
        return one.label != turn.label
    return voiced and bool(turn.label)


def spoken(said: Sequence[Said]) -> Spoken:
    """The text: "Marisol Vega: We will rebuild it." and a blank line between paragraphs."""
    made = _Text()
    for turn in turns(said):
        if turn.said:
            made.add(turn)
    return Spoken("".join(made.pieces), tuple(made.passages), tuple(made.locators))


class _Text:
    """The text as it grows."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.passages: list[Passage] = []
        self.locators: list[Locator] = []
        self._length = 0

    def add(self, turn: Turn) -> None:
        label: Span | None = None
        for number, paragraph in enumerate(_paragraphs(turn.said)):
            self._put("\n\n" if self._length else "")
            self._time(paragraph[0])
            if number == 0 and turn.label:
                label = Span(self._length, self._length + len(turn.label))
                self._put(f"{turn.label}: ")
            elif number == 0 and turn.mark:
                self._put(f"{turn.mark} ")
            start = self._length
            for at, one in enumerate(paragraph):
                self._put(" " if at else "")
                self._time(one)
                self._put(one.words)
            self.passages.append(Passage(Span(start, self._length), label))

    def _put(self, words: str) -> None:
        self.pieces.append(words)
        self._length += len(words)

    def _time(self, one: Said) -> None:
        if not self.locators or self.locators[-1].label != one.cue.time:
            self.locators.append(Locator(self._length, LocatorKind.TIME, one.cue.time))


def _paragraphs(said: Sequence[Said]) -> Iterator[list[Said]]:
    """A turn in paragraphs: at a silence after a sentence, or where it grows long."""
    made: list[Said] = []
    length = 0
    for one in said:
        if made and _ends(made[-1], one, length):
            yield made
            made, length = [], 0
        made.append(one)
        length += len(one.words) + 1
    if made:
        yield made


def _ends(last: Said, one: Said, length: int) -> bool:
    if not _SENTENCE_END.search(last.words):
        return length > _LONGEST
    return (
        length > _LONG
        or one.cue.start - last.cue.end >= _PAUSE
        or is_sound(one.words) != is_sound(last.words)
    )
