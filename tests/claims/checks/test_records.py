"""Checks of corrections and conversions."""

from claims.checks.changed_figure import ChangedFigure
from claims.checks.conversion import Conversion
from claims.checks.correction import StillPrinted

HURT = {"counted": "people", "role": "injured"}


def test_a_figure_that_was_taken_back_and_is_still_printed_is_found(figures, run):
    note = "Correction: An earlier version of this story said 64 people were injured in Storm Edda."
    cited = [
        *figures(note, ("64", HURT), source="The Harlow Bay Herald"),
        *figures("Storm Edda injured 64 people.", ("64", HURT), source="Coastal Wire"),
    ]
    (found,) = run(StillPrinted(), cited)
    assert found.sentence == (
        "The Harlow Bay Herald has taken back its figure of 64 people injured; Coastal Wire still prints it."
    )


def test_a_figure_that_somebody_else_got_wrong_is_not_taken_back(figures, run):
    blame = "The governor wrongly claimed that 64 people were injured in Storm Edda."
    cited = [
        *figures(blame, ("64", HURT), source="The Harlow Bay Herald"),
        *figures("Storm Edda injured 64 people.", ("64", HURT), source="Coastal Wire"),
    ]
    assert run(StillPrinted(), cited) == []


def test_a_figure_that_was_taken_back_confirms_nothing(figures, run):
    note = "Correction: An earlier version of this story said 64 people were injured in Storm Edda."
    cited = [
        *figures(note, ("64", HURT), source="The Harlow Bay Herald"),
        *figures("Storm Edda injured 64 people.", ("64", HURT), source="Coastal Wire"),
    ]
    assert run(ChangedFigure(), cited) == []


def length(value, unit):
    return {"value": value, "unit": unit, "dimension": "length", "counted": "coast"}


def test_a_bracketed_equivalent_that_is_wrong_is_found(figures, run):
    cited = figures(
        "They watched 85 miles (153 kilometers) of coast.",
        ("85 miles", length("85", "mile")),
        ("153 kilometers", length("153", "kilometer")),
        source="HBTV News",
    )
    (found,) = run(Conversion(), cited)
    assert found.sentence == "HBTV News turns 85 miles into 153 kilometers; it is 137 kilometers."


def test_an_equivalent_that_was_rounded_is_right(figures, run):
    cited = figures(
        "They watched 85 miles (137 kilometers) of coast.",
        ("85 miles", length("85", "mile")),
        ("137 kilometers", length("137", "kilometer")),
    )
    assert run(Conversion(), cited) == []
