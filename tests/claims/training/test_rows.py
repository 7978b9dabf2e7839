"""Rows of tags as a random field, against every row there is."""

from itertools import product
from math import exp, log

import pytest

from claims.extraction.encoder.labels import TAGS
from claims.extraction.encoder.reading import Window
from claims.training.examples import UNASKED, Example

torch = pytest.importorskip("torch")


def example(*paragraphs: list[int]) -> Example:
    """Paragraphs of words of one piece each, with their tags; 1 is the mark of a window's own."""
    window, tags = Window([0], [0]), [UNASKED]
    for row in paragraphs:
        for tag in row:
            window.heads.append(len(window.ids))
            window.ids.append(7)
            tags.append(tag)
        window.ids.append(1)
        tags.append(UNASKED)
    return Example(window, tags, [])


def test_the_loss_is_how_unlikely_the_right_row_is_among_all_rows() -> None:
    from claims.training.rows import Rows

    torch.manual_seed(3)
    rows = Rows()
    rows.table.data = torch.randn(TAGS, TAGS)
    one = example([0, 5, 6], [1, 3])
    scores = torch.randn(1, len(one.window.ids), TAGS)
    table = rows.allowed.tolist()

    def score(row: tuple[int, ...], words: list[int]) -> float:
        pairs = zip((0, *row), (*row, 0), strict=True)
        own = sum(scores[0, word, tag].item() for word, tag in zip(words, row, strict=True))
        return own + sum(table[before][after] for before, after in pairs)

    expected = 0.0
    for words, right in (([1, 2, 3], (0, 5, 6)), ([5, 6], (1, 3))):
        every = sum(exp(score(row, words)) for row in product(range(TAGS), repeat=len(words)))
        expected += log(every) - score(right, words)
    loss = rows.loss(scores, torch.tensor([one.tags]), [one])
    assert loss.item() == pytest.approx(expected / 5, rel=1e-4)


def test_a_part_that_goes_on_without_having_begun_is_forbidden() -> None:
    from claims.training.rows import Rows

    table = Rows().allowed
    assert table[0, 6].item() < -1000
    assert table[5, 6].item() == table[6, 6].item() == table[0, 5].item() == 0
