import pytest

from claims.asked.denials import condition, denial, lead

SAID = "we will sell the old lighthouse"


@pytest.mark.parametrize(
    "denied",
    [
        "I never said that",
        "I did not say",
        "It is false that",
        "It isn't true that",
        "The mayor denied that",
        "It is a lie that",
        "Nobody in the council ever told us that",
    ],
)
def test_what_denies_the_words_after_it_is_told(denied):
    assert lead(f"{denied} {SAID}") == (denied, SAID)
    assert denial(f"We met on Monday. {denied}") == denied


@pytest.mark.parametrize(
    "before",
    [
        "I said that",
        "We have not slept, and",
        "I do not deny that",
        "It is wrong to say, and I said so:",
        "That is false. But I tell you that",
        "",
    ],
)
def test_what_denies_something_else_is_none(before):
    assert lead(f"{before} {SAID}".strip()) == ("", f"{before} {SAID}".strip())
    assert denial(before) == ""


@pytest.mark.parametrize(
    ("after", "held"),
    [
        ("only if the state pays", "only if the state pays"),
        (", unless it rains on Monday.", "unless it rains on Monday."),
        ("but not this year", "but not this year"),
        ("and the wall beside it", ""),
        ("iffy as it is", ""),
    ],
)
def test_what_holds_back_the_words_before_it_is_told(after, held):
    assert condition(after) == held


def test_a_subject_after_the_denial_belongs_to_the_words():
    assert denial("Dana Okafor denied that he") == "Dana Okafor denied that"
