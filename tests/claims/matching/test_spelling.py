import pytest

from claims.matching.spelling import alike, bones_of, latin, sound_alike


@pytest.mark.parametrize(
    ("one", "other", "score"),
    [
        ("vega", "vega", 1.0),
        ("v", "vega", 0.85),
        ("m", "vega", 0.0),
        ("tom", "tomas", 0.9),
        ("lindqvist", "lindqvsit", 0.85),
        ("un", "on", 0.6),
        ("4th", "7th", 0.5),
        ("viii", "vii", 0.5),
        ("okafor", "vega", 0.0),
    ],
)
def test_words_of_names_are_as_alike_as_one_person_may_be_printed(one, other, score):
    assert alike(one, other) == alike(other, one) == pytest.approx(score)


def test_one_sound_from_another_alphabet_is_one_word_however_it_is_spelled():
    assert sound_alike("husayn", "hussein")
    assert sound_alike("yevgeny", "evgeniy")
    assert not sound_alike("marquez", "marcos")
    assert bones_of("sergejs") == bones_of("sergey")


def test_another_alphabet_is_written_in_latin_letters():
    assert latin("вега") == "vega"
    assert latin("vega") == "vega"
