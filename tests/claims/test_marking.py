"""Where the words of a search stand in what it found."""

import pytest

from claims.marking import Marker

SAID = "We won’t ask the fishing families to pay; the Fishermen’s café paid."


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("families pay", ["families", "pay"]),
        ("FISHING", ["fishing"]),
        ("fish", ["fishing", "Fishermen"]),
        ("fish pay", ["pay"]),
        ('"fishing families"', ["fishing families"]),
        ('"fishing fam"', []),
        ("-fishing pay", ["pay"]),
        ("~familes", ["families"]),
        ("cafe", ["café"]),
        ("won't", ["won’t"]),
        ("…", []),
        ("", []),
    ],
)
def test_the_words_of_a_search_are_found_as_the_search_finds_them(words, marked):
    assert [place.of(SAID) for place in Marker(words)(SAID)] == marked


def test_places_that_overlap_are_one():
    assert [place.of(SAID) for place in Marker('"ask the fishing" "the fishing families"')(SAID)] == [
        "ask the fishing families"
    ]
