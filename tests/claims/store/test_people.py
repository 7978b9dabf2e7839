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
