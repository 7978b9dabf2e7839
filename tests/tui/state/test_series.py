from fractions import Fraction

import pytest

from claims.series.values import Change, Counted
from tui.state.series import bar, change_words, topic_rows


@pytest.mark.parametrize(
    ("by", "percent", "about", "words"),
    [
        (30, 25, False, "+30 (+25.0%)"),
        (-1500, -50, True, "about -1,500 (-50.0%)"),
        (0, 0, False, "no change"),
        (7, None, False, "+7"),
        (Fraction(1, 2), Fraction(50, 3), False, "+0.5 (+16.7%)"),
    ],
)
def test_a_change_is_told_in_words(by, percent, about, words):
    share = None if percent is None else Fraction(percent)
    assert change_words(Change(Fraction(by), share, "c", about)) == words


@pytest.mark.parametrize(
    ("value", "drawn"), [(0, ""), (-3, ""), (100, "████"), (50, "██"), (60, "██▍"), (0.1, "▏"), (900, "████")]
)
def test_a_bar_is_drawn_in_eighths(value, drawn):
    assert bar(value, 100, 4) == drawn


def test_a_topic_says_how_many_figures_it_has_in_how_many_documents():
    arrests, guns = topic_rows([Counted("arrests", 9, 4), Counted("guns", 1, 1)])
    assert arrests.cells == ("", "9 figures", "████████████", "in 4 documents", "arrests", "", "")
    assert guns.cells == ("", "1 figure", "███", "in 1 document", "guns", "", "")
