import pytest

from claims.asked.nearness import nearness
from tui.state.checked import likeness_words, marked, reasons

SAID = "We will not ask the fishing families to pay for this pier"


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (SAID, "word for word"),
        (SAID.upper(), "same words but for marks"),
        ("ask the fishing families", "word for word, within a longer statement"),
        (f"{SAID} and {SAID.lower()}", "word for word, a part of your text"),
        ("We will not ask the families to pay for this pier", "words changed"),
        ("We will not … families to pay for this pier", "words left out, in your text"),
    ],
)
def test_a_likeness_in_a_reporters_words(asked, words):
    assert likeness_words(nearness(asked, SAID)) == words


@pytest.mark.parametrize(
    ("asked", "said", "words"),
    [
        ("I will not resign", "I won't resign", "the same words written another way"),
        (
            "I will not resign now",
            "Hear me: I won't resign now, friends",
            "the same words written another way, within a longer statement",
        ),
        ("i won’t resign", "I won't resign!", "same words but for marks"),
    ],
)
def test_a_short_form_written_out_is_not_word_for_word(asked, said, words):
    assert likeness_words(nearness(asked, said)) == words


def test_long_stretches_are_cut_in_the_middle():
    words = " ".join(f"word{number}" for number in range(30))
    found = nearness("ask the fishing families", f"{words} ask the fishing families")
    assert marked(found.diff) == (
        "{+word0 word1 word2 word3 word4 word5 … word24 word25 word26 word27 word28 word29+} "
        "ask the fishing families"
    )


def test_a_not_before_a_part_is_told():
    assert reasons(nearness("ask the fishing families to pay", SAID)) == [
        "right before these words stands “not”"
    ]
