import pytest

from claims.matching.alignment import word_diff
from claims.matching.likeness import likeness
from claims.matching.whole_figures import behind, whole_figure, with_whole_figures


@pytest.mark.parametrize(
    ("text", "digits", "whole"),
    [
        ("It costs $4.2 million now.", "4.2", "$4.2 million"),
        ("It costs US$4.2 million now.", "4.2", "US$4.2 million"),
        ("A rise of 12 percent.", "12", "12 percent"),
        ("A rise of 12% was told.", "12", "12%"),
        ("A road of five miles.", "five", "five miles"),
        ("A 40-mile road.", "40", "40-mile"),
        ("Winds of 110 miles per hour.", "110", "110 miles per hour"),
        ("The 46 people there.", "46", "46"),
        ("They hired many people.", "many", "many"),
    ],
)
def test_a_figure_has_its_sign_scale_and_unit(text, digits, whole):
    start, end = whole_figure(text, text.index(digits), text.index(digits) + len(digits))
    assert text[start:end] == whole


@pytest.mark.parametrize(
    ("one", "two", "why"),
    [
        ("The pier will cost us $4.2 million.", "The pier will cost us $4.7 million.", "“$4.2 million” / “$4.7 million”"),
        ("We seized five pounds of resin there.", "We seized nine pounds of resin there.", "“five pounds” / “nine pounds”"),
    ],
)  # fmt: skip
def test_what_differs_between_two_statements_is_a_whole_figure(one, two, why):
    assert likeness(one, two).why == (f"the figure differs: {why}",)


def test_a_changed_figure_of_a_page_is_whole_where_only_its_digits_changed():
    diff = with_whole_figures(word_diff("It cost $4.2 million then.", "It cost $4.7 million then."))
    assert [(one.left, one.right) for one in diff if one.op != "equal"] == [("$4.2 million", "$4.7 million")]


def test_a_word_without_end_before_a_figure_takes_no_time(in_step):
    assert in_step(
        lambda: behind("a" * 1000 + " 4", " million"), lambda: behind("a" * 16_000 + " 4", " million"), 16
    )
    assert behind("a" * 16_000 + " 4", " million") == " million"
