from claims.matching.grams import grams


def test_grams_are_the_same_on_every_machine():
    assert grams("one two three four five") == [1836196124012518098, -3707953515704342447]


def test_marks_and_case_do_not_matter():
    assert grams("“One, two — three four”") == grams("one two three four")


def test_a_run_that_comes_twice_is_one_gram():
    assert len(grams("go home now please go home now please")) == 4


def test_a_short_text_has_one_gram_and_a_text_without_words_none():
    assert len(grams("hold on")) == 1
    assert grams("…") == []


def test_every_gram_fits_a_signed_64_bit_column():
    assert all(
        -(2**63) <= gram < 2**63 for gram in grams("the sea came over the wall before dawn on Saturday")
    )
