import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.asked.nearness import nearness
from claims.asked.values import Part
from claims.views import Difference

SAID = "We will not ask the fishing families to pay for this pier"
LONG = f"I told the board what I tell you now: {SAID}. They have lost enough, and winter comes."


@pytest.mark.parametrize(
    ("asked", "recorded", "relation", "part"),
    [
        (SAID, SAID, "identical", ""),
        (f"{SAID.upper()}!", SAID, "near", ""),
        (SAID, LONG, "truncated", "asked"),
        (LONG, SAID, "truncated", "recorded"),
        ("fishing families", LONG, "truncated", "asked"),
        ("We will not ask the families to pay", SAID, "altered", ""),
        ("We will never ask the fishing people to pay for this pier", SAID, "altered", ""),
        ("We would never ask our fishing families to pay for this pier", LONG, "altered", "asked"),
        ("We will ask the fishing families to pay for this pier", SAID, "negated", ""),
        ("They lost 46 boats", "They lost 64 boats in the night", "changed-figure", "asked"),
        ("We will rebuild Pier 9", "We will rebuild Pier 7", "different", ""),
    ],
)
def test_each_kind_of_likeness_says_which_is_a_part_of_the_other(asked, recorded, relation, part):
    found = nearness(asked, recorded)
    assert (found.kind, found.part) == (relation, part)


@pytest.mark.parametrize("recorded", ["The ferry leaves at noon", "Nobody has one dollar left", "…"])
def test_what_has_too_little_in_common_is_not_near(recorded):
    assert nearness(SAID, recorded) is None


def test_what_stands_around_a_part_is_in_the_diff():
    assert nearness("ask the fishing families", SAID).diff == (
        Difference("insert", "", "We will not"),
        Difference("equal", "ask the fishing families", "ask the fishing families"),
        Difference("insert", "", "to pay for this pier"),
    )


def test_a_part_that_was_cut_off_after_a_not_says_so():
    assert "right before these words stands “not”" in nearness("ask the fishing families to pay", SAID).why
    assert nearness("They have lost enough", "We will not. They have lost enough").why == ("the same words",)


WORDS = st.lists(st.sampled_from("we will not pay 12 46 pier Vega the of … never".split()), max_size=15)


@given(WORDS, WORDS)
def test_both_sides_of_a_diff_are_whole(asked, recorded):
    found = nearness(" ".join(asked), " ".join(recorded))
    if found:
        assert [w for one in found.diff for w in one.left.split() if w != "…"] == [
            w for w in asked if w != "…"
        ]
        assert [w for one in found.diff for w in one.right.split() if w != "…"] == [
            w for w in recorded if w != "…"
        ]


def test_a_long_text_takes_time_in_step_with_its_length(in_step):
    once, more = (f"{'The pier stands where it stood. ' * times}{SAID}" for times in (1000, 4000))
    assert nearness(SAID, more).part is Part.ASKED
    assert in_step(lambda: nearness(SAID, once), lambda: nearness(SAID, more), 4)
