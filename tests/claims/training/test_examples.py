"""Lessons as windows: what the network is asked about each piece."""

import random

from claims.extraction.encoder.reading import Reader
from claims.extraction.encoder.wordpiece import WordPieces
from claims.training.corpora import Lesson, Place, Said
from claims.training.examples import ELSEWHERE, UNASKED, Example, batches, examples, follows

PIECES = WordPieces(["[CLS]", "[SEP]", "[UNK]"])
TEXT = "Vega said the pier is sound."


def place(words: str, text: str = TEXT) -> Place:
    start = text.index(words)
    return start, start + len(words)


def asked(lesson: Lesson, *, size: int = 256) -> list[Example]:
    reader = Reader(PIECES, size=size, overlap=4)
    return examples(lesson, reader, random.Random(1), size=size)


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


def test_what_nobody_annotated_is_not_asked() -> None:
    (one,) = asked(Lesson("one", TEXT))
    assert set(one.tags) == set(one.names) == {UNASKED}


def test_windows_of_one_lesson_stay_together_where_mentions_point_back() -> None:
    made = asked(Lesson("one", "\n".join([TEXT] * 30), ()), size=16)
    for one in made:
        one.mentions = [(1, 1, 1)]
    groups = list(batches(made, random.Random(2), count=4))
    starts = [[one.window.starts[0] for one in group] for group in groups]
    assert all(group == sorted(group) for group in starts)
    seen = [start for group in starts for start in group]
    assert sorted(seen) == [one.window.starts[0] for one in made]


def test_tags_are_counted_by_the_tag_before() -> None:
    said = Said((place("the pier is sound"),), place("Vega"), place("said"), True)
    counts = follows(asked(Lesson("one", TEXT, (said,))))
    pairs = {(a, b): n for a, row in enumerate(counts) for b, n in enumerate(row) if n}
    assert pairs == {(0, 1): 1, (1, 3): 1, (3, 5): 1, (5, 6): 1, (6, 6): 2, (6, 0): 1, (0, 0): 1}
