import pytest

from claims.extraction.speakers.names import parse


@pytest.mark.parametrize(
    ("printed", "role", "name"),
    [
        ("SENS. VEGA", "SEN.", "VEGA"),
        ("Sens. Vega", "Sen.", "Vega"),
        ("SENATORS VEGA", "SENATOR", "VEGA"),
        ("REPORTS RELEASED BY REPS. OKORO", "REP.", "OKORO"),
    ],
)
def test_of_one_of_two_the_title_is_told_as_of_one(printed, role, name):
    found = parse(printed.split())
    assert (found.role, found.name, found.organization) == (role, name, "")


@pytest.mark.parametrize("place", ["Chicago", "Tennessee", "South Korea", "NEW YORK"])
def test_a_place_that_speaks_is_no_person(place):
    assert parse(place.split()).kind == "body"


@pytest.mark.parametrize("printed", ["Gov. Ohio", "Paris Okoro", "Denver", "Washington", "Vega"])
def test_a_surname_and_a_name_with_a_title_are_persons_though_a_place_may_be_called_so(printed):
    assert parse(printed.split()).kind == "person"
