import pytest

from claims.checks.measure import relation

DEAD = {"counted": "people", "role": "killed"}


def related(figures, one, two):
    (left,), (right,) = figures(*one), figures(*two)
    return relation(left, right)[0]


def test_headline_and_story_agree_on_a_count(figures):
    one = ("2 dead, 4 hurt on Pier 9", ("2", {"counted": "", "role": ""}))
    two = ("The fire on Pier 9 killed two people.", ("two", {**DEAD, "value": "2"}))
    assert related(figures, one, two) == "agree"


def test_killed_and_injured_are_different(figures):
    text = "The fire on Pier 9 killed 2 people and injured 4 people."
    one = (text, ("2", DEAD))
    two = (text, ("4", {"counted": "people", "role": "injured"}))
    assert related(figures, one, two) == "different"


def test_two_totals_conflict(figures):
    one = ("The fire on Pier 9 killed 5 people.", ("5", DEAD))
    two = ("A fire in the port left 3 people dead.", ("3", DEAD))
    assert related(figures, one, two) == "conflict"


@pytest.mark.parametrize(
    "part",
    [
        "Of those who died, 3 people were found dead inside the warehouse.",
        "The fire killed 3 women.",
        "The two fires this year killed 3 people.",
        "The 3 people killed were named on Friday.",
    ],
)
def test_a_part_or_another_scope_is_different(figures, part):
    fields = {"counted": "women" if "women" in part else "people", "role": "killed"}
    one = ("The fire on Pier 9 killed 5 people.", ("5", DEAD))
    assert related(figures, one, (part, ("3", fields))) == "different"


def test_dead_and_injured_that_make_the_total_shot_are_no_conflict(figures):
    one = ("1 dead, 4 shot on Pier 9", ("4", {"counted": "", "role": "shot"}))
    two = ("Police say 5 people were shot.", ("5", {"counted": "people", "role": "shot"}))
    assert related(figures, one, two) == "different"


def test_an_age_is_no_count(figures):
    one = ("A 17-year-old was killed.", ("17", {"counted": "", "role": ""}))
    two = ("The fire killed 5 people.", ("5", DEAD))
    assert related(figures, one, two) == "different"


def test_a_lower_bound_and_a_figure_above_it_are_compatible(figures):
    one = (
        "More than 200 people were injured.",
        ("200", {"counted": "people", "role": "injured", "comparator": ">"}),
    )
    two = ("In all 249 people were injured.", ("249", {"counted": "people", "role": "injured"}))
    assert related(figures, one, two) == "compatible"


def test_a_figure_below_a_lower_bound_conflicts(figures):
    one = (
        "More than 200 people were injured.",
        ("200", {"counted": "people", "role": "injured", "comparator": ">"}),
    )
    two = ("In all 150 people were injured.", ("150", {"counted": "people", "role": "injured"}))
    assert related(figures, one, two) == "conflict"


def test_a_loose_figure_near_an_exact_one_is_compatible(figures):
    one = ("Police arrested 89 people.", ("89", {"counted": "people", "role": "arrested"}))
    two = (
        "Police arrested almost 100 people.",
        ("100", {"counted": "people", "role": "arrested", "comparator": "~"}),
    )
    assert related(figures, one, two) == "compatible"


def test_others_are_fewer_than_all(figures):
    one = ("The crash injured 5 people.", ("5", {"counted": "people", "role": "injured"}))
    two = ("A driver and 3 others were injured.", ("3", {"counted": "others", "role": "injured"}))
    assert related(figures, one, two) == "different"


def test_more_others_than_all_conflict(figures):
    one = ("The crash injured 5 people.", ("5", {"counted": "people", "role": "injured"}))
    two = ("The driver died and 9 others were injured.", ("9", {"counted": "others", "role": "injured"}))
    assert related(figures, one, two) == "conflict"


@pytest.mark.parametrize(("place", "expected"), [("Ostrow", "different"), ("Halden", "conflict")])
def test_rows_of_two_tables_that_are_of_two_places_do_not_conflict(figures, place, expected):
    arrests = {"counted": "Arrests", "role": "arrested"}
    one = ("| Halden | 12 | 3 |", ("12", {**arrests, "place": "Halden"}))
    two = (f"| {place} | 5 | 3 |", ("5", {**arrests, "place": place}))
    assert related(figures, one, two) == expected
