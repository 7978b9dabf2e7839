"""Figures that count what a figure of the text counts: of its event and its year, or it is said of which."""

import pytest

TIDEWATER = "Operation Tidewater ended on Friday. Police arrested 46 people in Harlow Bay in the operation.\n"
LANTERN = "Operation Lantern ended on Friday. Police arrested 12 people in Harlow Bay in the operation.\n"
YEARS = (
    "In 2029 police arrested 300 people in Harlow Bay. In 2030 police arrested 410 people in Harlow Bay.\n"
)


@pytest.fixture
def asked(ledger, make_material):
    stories = [
        make_material(text, f"{number}.txt", source=f"Paper {number}")
        for number, text in enumerate((TIDEWATER, LANTERN, YEARS))
    ]
    list(ledger.add(stories, extractor="rules"))
    return lambda text: [
        (one.recorded.value.text, one.relation, one.why[2:]) for one in ledger.check(text).claims
    ]


def test_a_figure_of_another_operation_does_not_count_the_same(asked):
    found = asked("Police arrested 50 people in Harlow Bay in Operation Tidewater")
    assert {text for text, _, _ in found} & {"46", "12"} == {"46"}


def test_of_which_event_a_figure_is_is_told_where_the_text_names_none(asked):
    found = asked("Police arrested 50 people in Harlow Bay")
    told = {text: why for text, _, why in found if text in ("46", "12")}
    assert told == {
        "46": ("on record it is of Operation Tidewater",),
        "12": ("on record it is of Operation Lantern",),
    }


def test_a_figure_of_another_year_does_not_count_the_same(asked):
    found = asked("In 2030 police arrested 420 people in Harlow Bay")
    assert {text for text, _, _ in found} & {"300", "410"} == {"410"}
