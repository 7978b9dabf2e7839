"""Words that tell of speech, as the lessons use them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from claims.extraction.encoder.skipping import LETTERS
from claims.training.corpora import Lesson

# A word is kept that stands in so many cues of speech, and in so large a share of the times it is
# printed at all. On PolNeAR dev 14 of 1,285 quotes stand in sentences without any (none of 73 of
# GUM), and a quarter of the words is not read. Three times and 0.03: 1 of 1,285, and a tenth.
_TIMES, _SHARE = 5, 0.05


def cue_words(lessons: Iterable[Lesson]) -> list[str]:
    """In order of the alphabet."""
    told: Counter[str] = Counter()
    printed: Counter[str] = Counter()
    for lesson in lessons:
        printed.update(_words(lesson.text))
        for said in lesson.said:
            if said.cue and said.on_record:
                told.update(set(_words(lesson.text[slice(*said.cue)])))
    return sorted(word for word, times in told.items() if times >= max(_TIMES, _SHARE * printed[word]))


def _words(text: str) -> list[str]:
    return LETTERS.findall(text.lower())
