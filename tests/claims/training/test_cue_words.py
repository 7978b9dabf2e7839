"""Words that tell of speech, counted in lessons."""

from claims.training.corpora import Lesson, Said
from claims.training.cue_words import cue_words


def lesson(text: str, cue: str, *, on_record: bool = True) -> Lesson:
    at = text.index(cue)
    return Lesson("one", text, (Said(((0, 1),), None, (at, at + len(cue)), on_record),))


def test_a_word_that_tells_of_speech_five_times_is_kept() -> None:
    assert cue_words([lesson("It holds, Vega said.", "said")] * 5) == ["said"]
    assert cue_words([lesson("It holds, Vega said.", "said")] * 4) == []


def test_a_word_that_mostly_tells_of_nothing_is_not_kept() -> None:
    told = [lesson("It holds, Vega has said.", "has said")] * 5
    printed = [Lesson("two", "It has " * 200)]
    assert cue_words([*told, *printed]) == ["said"]


def test_what_is_only_thought_tells_of_no_speech() -> None:
    assert cue_words([lesson("It holds, Vega hopes.", "hopes", on_record=False)] * 9) == []
