import pytest

from claims.matching.plain import plain


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("“The Ferry — is late”, he said", "Ferry — is"),
        ("die Straße, STRASSE is here", "Straße, STRASSE"),
        ("İs it? İt is, he said", "it? İt"),
    ],
)
def test_words_stand_where_they_are_printed(text, passage):
    assert plain(text).passage(1, 3) == passage


@pytest.mark.parametrize("place", [0, 3, 6, 10])
def test_a_word_is_found_from_the_beginning_and_from_the_end(place):
    words = "The pier, the ferry: the pier and the whole pier of The Bay".split()
    assert plain(" ".join(words)).passage(place, place + 1) == words[place].strip(",:")


def test_an_apostrophe_that_was_read_in_another_encoding_moves_no_word():
    assert plain("We donâ€™t close the old pier").passage(3, 5) == "close the"
