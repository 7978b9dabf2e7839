import pytest

from claims.store.people import Filed, People

PEOPLE = People(
    [
        Filed("aaaaaa1", "aaaaaa1", "Marisol Vega", "mayor"),
        Filed("bbbbbb1", "aaaaaa1", "M. Vega", "candidate"),
        Filed("cccccc1", "cccccc1", "Dana Okafor", "police chief"),
        Filed("dddddd1", "dddddd1", "Zoë Ångström", ""),
    ]
)


@pytest.mark.parametrize(
    ("wanted", "members"),
    [
        ("vega", {"aaaaaa1", "bbbbbb1"}),
        ("mayor", {"aaaaaa1", "bbbbbb1"}),  # one of them was it
        ("vega mar", {"aaaaaa1", "bbbbbb1"}),
        ("chief dan", {"cccccc1"}),
        ("zoe angs", {"dddddd1"}),
        ("ega", set()),
        ("vega okafor", set()),
        ("", set()),
        ("!", set()),
        ("bbbbbb", {"aaaaaa1", "bbbbbb1"}),
        ("cccccc1", {"cccccc1"}),
        ("ccccc", set()),  # too short for the beginning of an id
    ],
)
def test_speakers_are_meant_by_beginnings_of_words_and_by_ids(wanted, members):
    meant = PEOPLE.meant(wanted)
    assert meant.members == members
    assert {id_ for id_ in ("aaaaaa1", "bbbbbb1", "cccccc1", "dddddd1") if id_ in meant} == members


def test_nobody_and_strangers_are_not_meant():
    meant = PEOPLE.meant("vega")
    assert None not in meant
    assert "ffffff1" not in meant


TERM, LATER = (100, 199), (300, 399)
OFFICE = People(
    [
        Filed("aaaaaa1", "aaaaaa1", "Vega", "senator"),
        Filed("aaaaaa1", "V1", "Vega", "senator", ("marisol", "washington"), TERM),
        Filed("aaaaaa1", "V2", "Vega", "senator", ("elena", "oregon"), LATER),
    ]
)


@pytest.mark.parametrize(
    ("wanted", "days"),
    [
        ("V1", {150}),
        ("the Washington senator", {150}),
        ("elena", {350}),
        ("aaaaaa1", {0, 250}),
        ("vega", {0, 150, 250, 350}),
    ],
)
def test_a_member_is_meant_in_the_terms_of_who_is_meant(wanted, days):
    meant = OFFICE.meant(wanted)
    assert meant.members == {"aaaaaa1"}
    assert "aaaaaa1" in meant
    times = meant.times("aaaaaa1")
    assert {day for day in (0, 150, 250, 350) if times is None or times.hold(day, day)} == days


def test_a_month_that_is_not_over_when_a_term_ends_is_no_day_of_it():
    times = OFFICE.meant("V1").times("aaaaaa1")
    assert times.hold(170, 199)
    assert not times.hold(171, 200)
