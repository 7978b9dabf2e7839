import pytest

from claims.matching.plainly import plain, plainly

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


def test_the_same_digits_with_other_marks_are_no_other_figure():
    one = "The new sea wall will cost the taxpayers of this bay 39,128,000 crowns in the end."
    assert plainly(one, one.replace(",", ""), *NEEDED) is None


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
