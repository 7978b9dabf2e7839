import pytest

from claims.asked.opposites import denied_in, opposites


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("I won't resign", ["i will resign", "i will not resign", "i won't resign", "i will never resign",
                            "i'll resign"]),
        ("He lied", ["he lied", "he never lied"]),
        ("Never", []),
    ],
)  # fmt: skip
def test_the_ways_in_which_a_few_words_are_denied(text, ways):
    assert opposites(text) == ways


@pytest.mark.parametrize(
    ("text", "words", "place"),
    [
        ("will resign", "i will not resign", (2, 17)),
        ("I will not pay", "i will pay for the wall", (0, 10)),
        ("We will pay", "and we won t pay", (4, 16)),
        ("We will pay", "we will play", None),
    ],
)
def test_a_few_words_are_found_also_with_a_negation_inside(text, words, place):
    assert denied_in(text, words) == place
