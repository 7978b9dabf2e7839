from hypothesis import given
from hypothesis import strategies as st

from claims.matching.grams import SHORT, WINDOW, covering, kept_of_many, runs_of, runs_of_words

LONG = (
    "We will not rest until the old pier stands again as it stood before the storm came and took the boats "
    "that fed this town for a hundred years"
)


def test_runs_are_the_same_on_every_machine():
    assert runs_of("one two three four five").all == [-675907813, 1222652987]


def test_marks_and_case_do_not_matter():
    assert runs_of("“One, two — three four”") == runs_of("one two three four")


def test_a_run_that_comes_twice_is_one():
    assert len(runs_of("go home now please go home now please").all) == 4


def test_words_in_another_order_make_another_run():
    assert not set(runs_of("one two three four").all) & set(runs_of("two one four three").all)


def test_a_text_of_few_words_has_one_run_and_a_text_without_words_none():
    assert len(runs_of("hold on").all) == 1
    assert runs_of("…") == ((), ())


def test_a_short_text_is_found_by_each_of_its_runs():
    fragment = " ".join(LONG.split()[:SHORT])
    assert runs_of(fragment).kept == runs_of(fragment).all


def test_of_neighbouring_runs_of_a_long_text_one_is_kept():
    runs = runs_of(LONG)
    assert len(runs.kept) < len(runs.all) / 2
    for start in range(len(runs.all) - WINDOW + 1):
        assert set(runs.kept) & set(runs.all[start : start + WINDOW])


def test_what_shares_seven_words_with_a_long_text_finds_it():
    words = LONG.split()
    for start in range(len(words) - 6):
        assert set(runs_of(" ".join(words[start : start + 7])).all) & set(runs_of(LONG).kept)


def test_every_run_fits_a_signed_32_bit_column():
    assert all(-(2**31) <= run < 2**31 for run in runs_of(LONG).all)


_WORDS = st.lists(
    st.sampled_from("we will not ask the fishing families to pay for this pier".split()), max_size=40
)


@given(st.lists(_WORDS, max_size=12))
def test_runs_of_many_texts_are_those_of_each(texts):
    each = {(run, at) for at, words in enumerate(texts) for run in runs_of_words(words).kept}
    assert kept_of_many(texts) == sorted(each)


@given(st.integers(0, 20), st.integers(7, 16))
def test_every_text_that_holds_some_words_keeps_each_run_that_covers_them(start, count):
    words = runs_of(LONG)
    part = LONG.lower().split()[start : start + count]
    assert set(covering(part)) <= set(words.kept)
    assert bool(covering(part)) == (len(part) >= 7)
