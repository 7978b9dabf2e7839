"""Of whom or what a figure is told: the subject of its clause, or the noun it hangs on."""

from hashlib import sha256

import pytest

from claims.extraction.figures import figures
from claims.extraction.page import Page
from claims.model import Claim, Document


def told(text: str) -> list[tuple[str, str, str]]:
    """Each figure with what it counts or measures, and of what else it is told."""
    page = Page(Document(text, sha256(text.encode()).hexdigest()))
    return [(one.text, one.counted, one.subject) for one in figures(page) if isinstance(one, Claim)]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The port hired 30 divers.", "port"),
        ("The port of Harlow Bay has since then hired 30 divers.", "port of Harlow Bay"),
        ("The port, a lender to the county, hired 30 divers.", "port"),
        ("The port, which hired 30 divers, is open.", "port"),
        ("The port announced plans to hire 30 divers.", "port"),
        ("The port is open, hiring 30 divers.", "port"),
        ("It was known that she hired 30 divers.", ""),
        ("Vega said 30 divers came.", ""),
        ("Divers came; 30 boats were lost.", ""),
        ("There were price cuts on 30 boats.", "price cuts"),
        ("In May, the port hired an additional 30 divers.", "port"),
        ("The port hired a total of 30 divers.", "port"),
        ("The ferry sank: 30 divers came.", ""),
        ("The port (a body of the county) hired 30 divers.", "port"),
        ("The port in recent years hired 30 divers.", "port"),
        ("This week the port hired 30 divers.", "port"),
        ("Ports arrest 30 divers.", "Ports"),
        ("The port was closed when it hired 30 divers.", ""),
        ("The port received approval to hire 30 divers.", "port"),
        ("The port has been closed in Halden for five years.", "port"),
        ("The port has been closed on Monday for five years.", "port"),
        ("The judge sentenced him to 25 years.", "judge"),
        ("The B-Team removed tens of thousands of nails.", "B-Team"),
    ],
)
def test_a_count_has_the_subject_of_its_clause_or_the_noun_it_hangs_on(text: str, subject: str) -> None:
    assert told(text)[0][2] == subject


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Revenue of the port in the quarter rose to $7 million.", "Revenue of the port"),
        ("The pier index gained 2 percent to 1,400 points.", "pier index"),
        ("Halden Bank, down 3 percent, fell again.", "Halden Bank"),
        ("Shares of the port were expected to fall by 3 percent.", "Shares of the port"),
        ("The work was just as slow at 3 miles an hour.", "work"),
        ("The storm pulled fares 3 percent lower.", "fares"),
        ("I paid $900 for a small boat.", "small boat"),
        ("She paid $900 in Austria.", ""),
        ("The crane (80 tons) is new.", "crane"),
        ("Divers came by crane (80 tons).", "crane"),
        ("They blasted 8 miles (13 kilometers) of rail tunnels.", "rail tunnels"),
        ("The mast spins 80 degrees.", "mast"),
        ("The port’s fee is currently $900.", "port’s fee"),
        ("Storms and arrests of divers cost $900.", "Storms and arrests of divers"),
        ("Mayor Marisol Vega put the damage at $18 million.", "damage"),
        ("The storm cost the coast $61.7 million.", "storm"),
        ("It was 1.3 percent fewer than before.", ""),
    ],
)
def test_a_measure_is_of_its_noun_or_of_the_subject_of_its_clause(text: str, counted: str) -> None:
    assert told(text)[0][1] == counted


def test_figures_of_a_list_are_told_of_the_same() -> None:
    text = "The pier index lost 20 points, or 2 percent, to 1,400 points on Monday."
    assert told(text) == [
        ("20", "points", "pier index"),
        ("2 percent", "pier index", ""),
        ("1,400", "points", "pier index"),
    ]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("They sold 63 boats, 40 of them ferries.", ["boats", "ferries"]),
        ("They sold 63 boats, 40 of which sank.", ["boats", "boats"]),
        ("Two thirds of the 90 boats sank.", ["boats", "boats"]),
        ("Sales were up 12 % last year.", ["Sales"]),
        ("A couple sank.", [""]),
        ("It sent 30 divers, sailors, and dock staff.", ["divers, sailors, and dock staff"]),
        ("It sent 30 divers, and boats came.", ["divers"]),
        ("It sent 30 divers, rope, and boats.", ["divers"]),
        ("It sent 30 divers, Vega said, and boats.", ["divers"]),
        ("Ports fail, and storms shut two of the most busy, Harlow Bay and Halden.", ["Ports"]),
        ("Storms shut two of the busiest ports.", ["busiest ports"]),
        ("They met 11 of them seriously.", [""]),
        ("In 3 hours 40 people came.", ["", "people"]),
        ("The quake, of magnitude 7.1, killed hundreds.", ["magnitude", "people"]),
        ("The board set aside €3.2bn.", ["board"]),
        ("Officials put the dead at 12.", ["dead"]),
        ("The port has 3,000-plus divers.", ["divers"]),
        ("There were 25 people, including 3 children, and 14 others came.", ["people", "children", "people"]),
        ("The budget grew by a factor of three.", ["budget"]),
    ],
)
def test_parts_and_others_count_what_they_are_of(text: str, counted: list[str]) -> None:
    assert [one[1] for one in told(text)] == counted


def test_counts_of_a_list_of_places_are_told_of_one_thing() -> None:
    text = "The raid led to 12 arrests in Halden, 4 in Norway, and 2 in Harlow Bay."
    assert [one[1:] for one in told(text)] == [("arrests", "raid")] * 3


def test_who_seized_an_amount_is_not_what_it_is_of() -> None:
    text = "The port worked with divers to make 12 arrests and seize more than $38 million."
    assert told(text)[-1] == ("more than $38 million", "", "divers")


def test_half_a_word_is_nothing_that_a_figure_is_told_of() -> None:
    assert told("The 27-nation bloc spent $3 million.")[-1] == ("$3 million", "", "bloc")


def test_what_is_counted_is_not_told_of_itself() -> None:
    assert told("Deaths rose by 2 to 14.") == [("2", "Deaths", ""), ("14", "Deaths", "")]


def test_where_the_verb_is_left_out_the_name_before_the_preposition_is_meant() -> None:
    text = "Halden Bank fell by 2 percent and Port Trust by 3 percent."
    assert [one[1] for one in told(text)] == ["Halden Bank", "Port Trust"]


def test_an_age_is_told_of_its_bearer() -> None:
    assert told("A 40-year-old ferry sank.") == [("40-year-old", "age", "ferry")]
    assert told("Marisol Vega, 52, came.") == [("52", "age", "Marisol Vega")]
    text = "Marisol Vega, a 45-year-old diver, and Ines Carrow, 43, came."
    assert told(text)[1] == ("43", "age", "Ines Carrow")


def test_many_figures_in_one_sentence_take_time_in_step_with_them(in_step) -> None:
    def reading(count: int):
        text = "The port hired 30 divers and boats rose 3 percent, " * count
        return lambda: told(text)

    assert in_step(reading(40), reading(160), 4)
