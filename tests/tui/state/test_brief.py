"""Sentences of findings on a list line."""

from tui.state.brief import brief

NAMES = ("Harlow Bay Community Herald", "Coastal Wire")
SAID = "Harlow Bay Community Herald says 46 people were injured; Coastal Wire says 64."


def test_a_long_name_gives_way_to_the_figures():
    assert brief(SAID, NAMES, 66) == "Harlow Bay Com… says 46 people were injured; Coastal Wire says 64."
    assert brief(SAID, NAMES, 40) == "Harlow Bay C… says 46 people were injured; Coastal Wire says 64."


def test_what_fits_stays_as_it_is():
    assert brief(SAID, NAMES, len(SAID)) == SAID
