import pytest

from claims.matching.plainly import plainly

SAID = "The ferry terminal in Harlow Bay will close on Friday, and the council was not told until noon."

# As `likeness` asks for where nobody says that the speakers differ.
NEEDED = (0.72, 3.0)


@pytest.mark.parametrize(
    ("other", "relation"),
    [
        (SAID.replace("terminal in Harlow Bay ", ""), "elided"),
        (SAID.replace("close", "open"), "altered"),
        (SAID.replace("terminal", "termnial"), "near"),
        ("Nobody asked us. 12 ships wait. " + SAID, "truncated"),
    ],
)
def test_harmless_changes_are_settled(other, relation):
    _, found, _ = plainly(SAID, other, *NEEDED)
    assert found == relation


@pytest.mark.parametrize(
    "other",
    [
        SAID.replace("was not", "was"),
        SAID.replace("not told", "told"),
        SAID.replace("Harlow", "Elder"),
        SAID.replace("was not", "wasn't"),
        SAID.replace("until noon", "until two"),
        SAID.replace("until noon", "until 2"),
    ],
)
def test_what_may_mean_something_takes_a_closer_look(other):
    assert plainly(SAID, other, *NEEDED) is None


def test_one_figure_for_another_is_told_whole():
    one = "The new sea wall will cost the taxpayers of this bay 39,128,000 crowns in the end."
    _, relation, why = plainly(one, one.replace("39,128,000", "39,128,400"), *NEEDED)
    assert (relation, why) == ("changed-figure", [("the figure differs", "39,128,000", "39,128,400")])


@pytest.mark.parametrize("number", ["District 4", "Route 9"])
def test_a_figure_that_may_be_part_of_a_name_takes_a_closer_look(number):
    one = f"The voters of {number} have waited longer for their ferry than anyone in this bay."
    assert plainly(one, one.replace(number[-1], "7"), *NEEDED) is None


def test_marks_of_thousands_make_no_other_figure():
    one = "The new sea wall will cost the taxpayers of this bay 39,128,000 crowns in the end."
    _, relation, _ = plainly(one, one.replace(",", ""), *NEEDED)
    assert relation == "near"


@pytest.mark.parametrize("figure", ["39,12,000", "39.128", "39-128"])
def test_the_same_digits_with_other_marks_take_a_closer_look(figure):
    one = f"The new sea wall will cost the taxpayers of this bay {figure} crowns in the end."
    digits = "".join(filter(str.isdigit, figure))
    assert plainly(one, one.replace(figure, digits), *NEEDED) is None


def test_a_figure_that_one_text_ends_in_may_have_marks_of_thousands_in_the_other():
    one = "The new sea wall will cost the taxpayers of this bay 39,128 crowns for the stones of it."
    assert plainly(one, one[: one.index("39")] + "39128", *NEEDED) is None


def test_a_number_misheard_for_a_small_word_is_none():
    one = "The new sea wall will go to the south of this bay, and the council will pay for the stones."
    heard = one.replace("to", "two").replace("for", "four")
    _, relation, _ = plainly(one, heard, *NEEDED)
    assert relation == "near"


def test_a_number_in_place_of_another_small_word_takes_a_closer_look():
    one = "The new sea wall will go to the south of this bay, and the council will pay for the stones."
    assert plainly(one, one.replace("the stones", "two stones"), *NEEDED) is None
