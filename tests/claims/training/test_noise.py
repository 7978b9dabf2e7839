"""Other houses' styles: the words stay, their places move with them."""

import random

from claims.training.corpora import Lesson, Place, Said
from claims.training.noise import noisy

TEXT = "PIER TO REOPEN SOON\n\n\u201cIt is sound,\u201d Vega said. \u201cWe checked.\u201d Okafor agreed that it is."


def place(words: str) -> Place:
    start = TEXT.index(words)
    return start, start + len(words)


LESSON = Lesson(
    "one",
    TEXT,
    (Said((place("It is sound"), place("We checked")), place("Vega"), place("said"), True),),
)


def styles(count: int = 300) -> list[Lesson]:
    chance = random.Random(5)
    return [noisy(LESSON, chance) for _ in range(count)]


def words(lesson: Lesson, where: Place | None) -> str:
    assert where is not None
    return lesson.text[slice(*where)].lower()


def test_every_place_still_holds_its_words() -> None:
    for lesson in styles():
        (said,) = lesson.said
        assert [words(lesson, span) for span in said.spans] == ["it is sound", "we checked"]
        assert words(lesson, said.source) == "vega"
        assert words(lesson, said.cue) == "said"


def test_marks_are_straightened_dropped_single_and_wrongly_turned() -> None:
    texts = {lesson.text.lower().partition("\n\n")[2].partition(" vega")[0] for lesson in styles()}
    assert {'"it is sound,"', "it is sound,", "\u2018it is sound,\u2019", "\u201dit is sound,\u201d"} <= texts


def test_the_comma_of_a_tag_may_stand_outside_the_marks_or_be_a_dash() -> None:
    texts = " ".join(lesson.text for lesson in styles())
    assert "sound\u201d, Vega" in texts
    assert "\u201d \u2014 Vega" in texts


def test_one_seed_gives_one_style() -> None:
    assert styles(20) == styles(20)
