"""Lessons as windows: what the network is asked about each piece."""

import random

from claims.extraction.encoder.reading import Reader
from claims.extraction.encoder.wordpiece import WordPieces
from claims.training.corpora import Lesson, Place, Said
from claims.training.examples import ELSEWHERE, UNASKED, Example, batches, examples

PIECES = WordPieces(["[CLS]", "[SEP]", "[UNK]"])
# Every sentence of ours is shown.
CUES = {"vega", "pier", "is"}
TEXT = "Vega said the pier is sound."


def place(words: str, text: str = TEXT) -> Place:
    start = text.index(words)
    return start, start + len(words)


def asked(lesson: Lesson, *, size: int = 256) -> list[Example]:
    reader = Reader(PIECES, size=size, overlap=4)
    return examples(lesson, reader, CUES, random.Random(1), size=size)


def test_each_word_is_asked_for_its_part_and_marks_of_the_window_for_nothing() -> None:
    said = Said((place("the pier is sound"),), place("Vega"), place("said"), True)
    (one,) = asked(Lesson("one", TEXT, (said,)))
    assert one.tags == [UNASKED, 1, 3, 5, 6, 6, 6, 0, UNASKED]
    assert one.links == [(3, 6, 1, 2)]
    assert one.on_record == [UNASKED, UNASKED, True, True, *[UNASKED] * 5]


def test_a_content_without_a_source_points_to_the_first_piece() -> None:
    said = Said((place("the pier is sound"),), None, place("said"), False)
    (one,) = asked(Lesson("one", TEXT, (said,)))
    assert one.links == [(3, 6, 0, 2)]


def test_a_source_in_another_window_is_asked_for_nowhere() -> None:
    text = "Vega spoke at the harbour board at noon\nThe pier is sound and it will stand for years she said."
    said = Said((place("The pier is sound", text),), place("Vega", text), place("said", text), True)
    first, second = asked(Lesson("one", text, (said,)), size=16)
    assert first.links == []
    assert [link[2] for link in second.links] == [ELSEWHERE]


def test_what_goes_on_in_the_next_paragraph_is_asked_for_as_a_content_of_its_own() -> None:
    text = "Vega said the pier\nis sound."
    said = Said((place("the pier\nis sound", text),), place("Vega", text), place("said", text), True)
    (one,) = asked(Lesson("one", text, (said,)))
    assert one.tags == [UNASKED, 1, 3, 5, 6, UNASKED, 5, 6, 0, UNASKED]
    assert one.links == [(3, 4, 1, 2), (6, 7, 1, 2)]


def test_a_part_that_another_one_parts_begins_again() -> None:
    said = Said((place("the pier is sound"),), place("Vega"), None, True)
    inside = Said((place("sound"),), place("pier"), None, True)
    (one,) = asked(Lesson("one", TEXT, (said, inside)))
    assert one.tags == [UNASKED, 1, 0, 5, 1, 5, 5, 0, UNASKED]


def test_batches_hold_every_window_once() -> None:
    made = asked(Lesson("one", "\n".join([TEXT] * 30), ()), size=16)
    groups = list(batches(made, random.Random(2), count=4))
    assert {len(group) for group in groups[:-1]} <= {4, len(made) % 4}
    starts = [one.window.starts[0] for group in groups for one in group]
    assert sorted(starts) == [one.window.starts[0] for one in made]
