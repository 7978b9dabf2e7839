"""The likeliest row of tags: words first, then what usually follows what."""

from itertools import pairwise, product

import numpy as np

from claims.extraction.encoder.labels import TAGS
from claims.extraction.encoder.tagging import NEVER, tags

NONE, BEGINS, GOES_ON = 0, 5, 6


def table(**added: float) -> np.ndarray:
    """Nothing is added but for pairs such as `none_begins`; a part never goes on that has not begun."""
    made = np.zeros((TAGS, TAGS))
    for part in (1, 2, 3):
        made[:, 2 * part] = NEVER
        made[[2 * part - 1, 2 * part], 2 * part] = 0
    for pair, value in added.items():
        before, after = (globals()[name.upper()] for name in pair.split("__"))
        made[before, after] = value
    return made


EVEN = table()


def chances(*words: dict[int, float]) -> np.ndarray:
    """One row a word: the probabilities of some tags, the rest even among the others."""
    rows = []
    for word in words:
        rest = (1 - sum(word.values())) / (TAGS - len(word))
        rows.append([word.get(tag, rest) for tag in range(TAGS)])
    return np.array(rows)


def test_each_word_has_its_likeliest_tag_where_nothing_speaks_against_it() -> None:
    words = chances({NONE: 0.9}, {BEGINS: 0.9}, {GOES_ON: 0.9}, {NONE: 0.9})
    assert tags(words, EVEN, [0]).tolist() == [NONE, BEGINS, GOES_ON, NONE]


def test_a_part_never_goes_on_that_has_not_begun() -> None:
    words = chances({NONE: 0.9}, {GOES_ON: 0.6, BEGINS: 0.3}, {GOES_ON: 0.9})
    assert tags(words, EVEN, [0]).tolist() == [NONE, BEGINS, GOES_ON]


def test_a_part_does_not_go_on_in_the_next_paragraph() -> None:
    words = chances({BEGINS: 0.9}, {GOES_ON: 0.9}, {GOES_ON: 0.8, BEGINS: 0.1})
    assert tags(words, EVEN, [0, 2]).tolist() == [BEGINS, GOES_ON, BEGINS]


def test_what_seldom_follows_needs_to_be_likelier() -> None:
    words = chances({NONE: 0.9}, {BEGINS: 0.5, NONE: 0.4}, {NONE: 0.9})
    assert tags(words, EVEN, [0]).tolist() == [NONE, BEGINS, NONE]
    assert tags(words, table(none__begins=-1), [0]).tolist() == [NONE, NONE, NONE]


def test_a_paragraph_ends_in_front_of_a_word_of_no_part() -> None:
    words = chances({BEGINS: 0.5, NONE: 0.4})
    assert tags(words, EVEN, [0]).tolist() == [BEGINS]
    assert tags(words, table(begins__none=-1), [0]).tolist() == [NONE]


def test_a_word_that_surely_is_nothing_stays_so_whatever_usually_follows() -> None:
    words = chances({BEGINS: 0.9}, {NONE: 0.9999}, {GOES_ON: 0.8, BEGINS: 0.1})
    assert tags(words, table(begins__goes_on=50), [0]).tolist() == [BEGINS, NONE, BEGINS]


def likeliest(scores: np.ndarray, added: np.ndarray) -> list[int]:
    """By trying every row of tags."""

    def score(row: tuple[int, ...]) -> float:
        return float(
            sum(np.log(scores[range(len(row)), row])) + sum(added[a, b] for a, b in pairwise((0, *row, 0)))
        )

    return list(max(product(range(TAGS), repeat=len(scores)), key=score))


def test_rows_of_different_lengths_are_read_together_and_each_is_the_likeliest() -> None:
    chance = np.random.default_rng(1)
    scores, added = chance.dirichlet([0.4] * TAGS, size=11), chance.normal(scale=2, size=(TAGS, TAGS))
    scores[:, 0] = np.minimum(scores[:, 0], 0.9)
    rows = [likeliest(row, added) for row in np.split(scores, [1, 5, 7])]
    assert tags(scores, added, [0, 1, 5, 7]).tolist() == [tag for row in rows for tag in row]


def test_words_that_surely_are_nothing_need_no_rows() -> None:
    assert tags(chances({NONE: 0.999}, {NONE: 0.999}), EVEN, [0]).tolist() == [NONE, NONE]
