from hashlib import sha256

import pytest

from claims.checks.measure import may_both_hold, relation
from claims.extraction.figures import figures as read
from claims.extraction.page import Page
from claims.model import Claim, Document
from claims.ports import Citation

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


# ------------------------------------------------------------- figures as extraction reads them


def cited(marked: str) -> Citation:
    """The figure that stands in brackets, read by the rules; the brackets are taken out."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    page = Document(text, sha256(text.encode()).hexdigest())
    found = [claim for claim in read(Page(page)) if isinstance(claim, Claim)]
    return next(Citation(c, page) for c in found if c.span.start < end and c.span.end > start)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Gunfire in Ostrow leaves [3] dead", "[Four] people were fatally shot in Ostrow."),
        ("[Three] teens wounded on Quay Street", "[Four] teenagers were hurt on Quay Street."),
        ("1 dead, [5] hurt in Harlow Bay bar", "One man was killed and [six] others were injured."),
        ("The death toll rose to [18].", "The flood in Ostrow killed [12] people, officials said."),
        ("The quake was 12 miles deep, magnitude [6.4].", "A magnitude-[6.1] earthquake struck near Halden."),
        ("The temblor struck at a depth of [6.2 miles].", "The earthquake was [3 miles] deep."),
        ("It was centered [18 miles] west of Halden.", "The epicenter was [31 miles] west of Halden."),
        (
            "They made off with gems and watches worth [$12 million].",
            "Jewels worth [$20 million] were stolen.",
        ),
        ("Edda Lindqvist, [34], was killed.", "The dead woman was Edda Lindqvist, [36], of Ostrow."),
        ("The crash killed a [4-year-old] boy.", "A [5-year-old] boy died."),
        (
            "Officers fired [16] shots at the car on Quay Street.",
            "On Quay Street they fired [21] rounds at the car.",
        ),
        ("Power went out: [12,000] customers lost power.", "[45,000] customers are without power."),
        ("The shootings at Harbor Park wounded [4].", "[Five] people were hurt at Harbor Park."),
    ],
)
def test_two_figures_of_one_thing_conflict(one, two):
    assert relation(cited(one), cited(two))[0] == "conflict"


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("[Five] people were wounded.", "A [wounded] man and [one] wounded woman lay on the steps."),
        ("[Four] people were shot.", "He shot at the guard's [six]-shot revolver."),
        ("[Five] killed, including gunman, in Harlow Bay", "The gunman killed [four] people."),
        ("[Two] people were killed.", "Two years ago a crash on that road killed [nine] people."),
        ("[Six] people were killed on Monday.", "In September a blast killed [13] people."),
        ("Police arrested [40] people.", "A total of [85] people were arrested over three days."),
        ("The storm killed [17] people.", "In Brone, the storm killed [three] people."),
        ("Officers seized [three] guns from a car.", "Police recovered [nine] guns at a house."),
        ("A magnitude [4.8] aftershock was felt.", "The magnitude [6.3] quake struck at noon."),
        ("It is [13 miles] east of Halden.", "It is [two miles] south of Ostrow."),
        ("The quake was [7 miles] deep.", "The quake struck [12 miles] south of Halden."),
        ("A magnitude [7.7] quake hit.", "The magnitude 7.7 quake damaged [42] buildings."),
        ("Edda Lindqvist, [34], was killed.", "Her brother Ivo Dahl, [36], was killed."),
        ("A 4-year-old and a [5-year-old] boy were killed.", "A [4-year-old] boy was killed."),
        ("A [19-year-old] man was killed.", "A [34-year-old] man was killed."),
    ],
)
def test_figures_of_two_things_are_different(one, two):
    two = two.replace("A [wounded]", "A wounded")
    assert relation(cited(one), cited(two))[0] == "different"


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("An estimated [102] people were hurt.", "[108] people were hurt.", "conflict"),
        ("About [100] people were hurt.", "[108] people were hurt.", "compatible"),
        ("About [350] people were hurt.", "[420] people were hurt.", "conflict"),
        ("About [350] people were hurt.", "[370] people were hurt.", "compatible"),
        ("They seized [1,875 pounds] of drugs.", "They seized [850 kilograms] of drugs.", "agree"),
        ("They seized [1,875 pounds] of drugs.", "They seized [920 kilograms] of drugs.", "conflict"),
        ("All [three] suspects fled.", "Witnesses saw [at least two] gunmen.", "compatible"),
    ],
)
def test_as_many_digits_as_are_written_are_meant(one, two, expected):
    assert relation(cited(one), cited(two))[0] == expected


@pytest.mark.parametrize("text", ["[Five] were hurt.", "[14] were held.", "A magnitude [6.1] quake struck."])
def test_a_figure_agrees_with_itself_both_ways(text):
    one, two = cited(text), cited(text + " So it was said.")
    assert relation(one, two)[0] == relation(two, one)[0] == "agree"


@pytest.mark.parametrize(("value", "holds"), [("2", True), ("3", False)])
def test_figures_that_agree_may_both_hold(figures, value, holds):
    (left,) = figures("The fire on Pier 9 killed 2 people.", ("2", DEAD))
    (right,) = figures(f"The fire on Pier 9 killed {value} people.", (value, DEAD))
    assert may_both_hold(left, right) is holds


def test_figures_of_two_things_do_not_hold_as_one(figures):
    (left,) = figures("The fire on Pier 9 killed 2 people.", ("2", DEAD))
    (right,) = figures("The fire on Pier 9 sank 2 boats.", ("2", {"counted": "boats", "role": ""}))
    assert not may_both_hold(left, right)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Officers seized contraband, including [117] firearms, in Operation Tidewater.", "conflict"),
        ("Officers seized 400 firearms, including [117] firearms, in Operation Tidewater.", "different"),
        (
            "Officers seized contraband, including [117] firearms of the club, in Operation Tidewater.",
            "different",
        ),
        ("Officers seized contraband, including [117] old firearms, in Operation Tidewater.", "different"),
    ],
)
def test_all_things_of_a_kind_that_are_included_among_others_are_no_part_of_their_kind(told, expected):
    other = "In Operation Tidewater cocaine was recovered, along with [63] firearms."
    assert relation(cited(told), cited(other))[0] == expected
