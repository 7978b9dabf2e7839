import pytest

from claims.matching.wording import wording


@pytest.mark.parametrize(
    ("words", "forms"),
    [
        ("twenty-five boats", ("25", "boats")),
        ("twenty five boats", ("25", "boats")),
        ("nineteen ninety", ("1990",)),
        ("nineteen ninety-five", ("1995",)),
        ("in twenty thirty one", ("in", "2031")),
        ("the twenty-first storm", ("the", "21st", "storm")),
        ("the twelfth and the fifteenth", ("the", "12th", "and", "the", "15th")),
        ("the thirtieth, the 30th", ("the", "30th", "the", "30th")),
        ("twenty, five of them old", ("20", "5", "of", "them", "old")),
        ("two hundred five", ("2", "hundred", "5")),
        ("first of all", ("first", "of", "all")),
        ("20 five-man crews", ("20", "5", "man", "crews")),
    ],
)
def test_a_number_said_in_several_words_is_one(words, forms):
    assert wording(words).forms == forms


def test_a_number_of_several_words_is_shown_as_it_stands():
    read = wording("We lost twenty-five boats")
    assert read.passage(2, 3) == "twenty-five"
