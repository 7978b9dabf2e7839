import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claims.matching.bulk.codes import Coded, coded
from claims.model.identity import normalised

texts = st.lists(st.text(alphabet=st.sampled_from("abAB12 _'’“”.-…éßİ\n\0½世界"), max_size=30), max_size=8)


@given(texts)
def test_the_words_are_those_that_a_text_normalises_to(texts):
    words = [normalised(text).split() for text in texts]
    made = coded(texts)
    assert made.sizes.tolist() == [len(mine) for mine in words]
    every = [word for mine in words for word in mine]
    assert len(set(made.words.tolist())) == len(set(every))
    assert dict(zip(every, made.words.tolist(), strict=True)) == {
        word: made.words[place] for place, word in enumerate(every)
    }


def test_a_string_has_a_character_a_word():
    one, other, short = coded(["The ferry, the ferry!", "the Ferry the ferry", "no"]).strings()
    assert one == other
    assert [len(string) for string in (one, short)] == [4, 1]
    assert one[0] == one[2] != one[1]


def test_words_are_left_out_by_themselves_or_where_they_stand():
    made = coded(["the pier is shut", "shut"])
    less = made.without(["the", "is"], np.array([False, False, False, False, True]))
    assert less.sizes.tolist() == [2, 0]
    assert less.strings() == coded(["pier shut", ""]).strings()


def test_some_of_the_texts_are_kept():
    some: Coded = coded(["one two", "", "three"]).only(np.array([0, 2]))
    assert some.strings() == coded(["one two", "three"]).strings()


def test_a_long_text_is_hashed_like_a_short_one():
    pier = coded(["pier"]).words[0]
    assert coded(["word " * 300_000 + "pier"]).words[-1] == pier
